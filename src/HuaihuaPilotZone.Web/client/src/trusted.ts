// The one place where text becomes markup. The content policy (require-trusted-types-for 'script') lets no other script of the page do that.

interface Policy {
  createHTML(html: string): string;
}

declare global {
  interface Window {
    readonly trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  }
}

/** What the portal's own pages answered, or what is only read and never shown. */
const policy: Policy = window.trustedTypes?.createPolicy('portal', { createHTML: html => html }) ?? { createHTML: html => html };

/** A document that is read and not shown: nothing in it runs. */
export function parse(html: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
}

/** Shows what the portal itself has answered. */
export function show(place: Element, html: string): void {
  place.innerHTML = policy.createHTML(html);
}
