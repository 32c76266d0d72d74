// The filters of a list stand open for everybody; on a narrow screen they are folded, so that the list comes first.

export function startFacets(): void {
  if (!matchMedia('(max-width: 991.98px)').matches) return;
  for (const facets of document.querySelectorAll<HTMLDetailsElement>('details[data-facets]')) facets.open = false;
}
