// The filters of a list stand open for everybody; on a narrow screen they are folded, so that the list comes first.

export function startFacets(): void {
  const isNarrow = matchMedia('(max-width: 991.98px)').matches;
  for (const facets of document.querySelectorAll<HTMLDetailsElement>('details[data-facets]')) {
    if (isNarrow) facets.open = false;
    // on a narrow screen the styles hide them until here, so that nothing moves when this script comes
    facets.removeAttribute('data-facets');
  }
}
