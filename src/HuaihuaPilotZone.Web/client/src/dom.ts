// Small helpers for the page: finding elements, icons of the sprite, cloned markup.

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function isControl(element: unknown): element is Control {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
}

/** An element with classes and content; strings become text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K, className: string, ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** A word in the language of the page. */
export function word(chinese: string, english: string): string {
  return document.documentElement.lang.startsWith('en') ? english : chinese;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** An icon of the sprite. The sprite's fingerprinted address is read from an icon that the server has drawn. */
export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', 'ic');
  svg.setAttribute('aria-hidden', 'true');
  const sprite = document.querySelector('svg.ic use')?.getAttribute('href')?.split('#')[0] ?? '/dist/icons.svg';
  const use = document.createElementNS(svgNamespace, 'use');
  use.setAttribute('href', `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

/** Moves the focus to an element and brings it into the middle, clear of sticky bars. */
export function reach(element: HTMLElement): void {
  if (!element.matches('a[href], button, input, select, textarea, [tabindex]')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
}

/** Tells listeners of the form that a script changed a field, as if a person had typed. */
export function touch(control: Control): void {
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
