// The lines of a grid: adding, removing and numbering. Inputs are named Goods[0].Gcode, their ids Goods_0__Gcode,
// their paths /goods/0/gcode; other collections likewise. __i__ stands for the number in the template.
import { isControl, type Control } from '../dom';

const numbered: [attribute: string, pattern: RegExp, write: (index: number) => string][] = [
  ['name', /\[(?:\d+|__i__)\]/, i => `[${i}]`],
  ['data-field-message-for', /\[(?:\d+|__i__)\]/, i => `[${i}]`],
  ['data-valmsg-for', /\[(?:\d+|__i__)\]/, i => `[${i}]`],
  ['id', /_(?:\d+|__i__)__/, i => `_${i}__`],
  ['data-origin-of', /_(?:\d+|__i__)__/, i => `_${i}__`],
  ['for', /_(?:\d+|__i__)__/, i => `_${i}__`],
  ['data-path', /\/(?:\d+|__i__)\//, i => `/${i}/`],
  ['aria-label', /第 (?:\d+|__n__) 项/, i => `第 ${i + 1} 项`],
];

export class GoodsRows {
  readonly #body: HTMLTableSectionElement;
  readonly #template: HTMLTemplateElement;

  /** Most lines that the message can carry. */
  readonly most: number;

  constructor(body: HTMLTableSectionElement, template: HTMLTemplateElement, most: number) {
    this.#body = body;
    this.#template = template;
    this.most = most;
  }

  get all(): HTMLTableRowElement[] {
    return [...this.#body.rows];
  }

  /** A new line at the end, or undefined when there are already as many as there may be. */
  add(): HTMLTableRowElement | undefined {
    if (this.#body.rows.length >= this.most) return undefined;
    const row = this.#template.content.querySelector('tr')?.cloneNode(true);
    if (!(row instanceof HTMLTableRowElement)) return undefined;
    this.#body.append(row);
    this.number();
    return row;
  }

  /** Puts a removed line back where it was. */
  insert(row: HTMLTableRowElement, index: number): void {
    this.#body.insertBefore(row, this.#body.rows[index] ?? null);
    this.number();
  }

  remove(row: HTMLTableRowElement): void {
    row.remove();
    this.number();
  }

  number(): void {
    this.all.forEach((row, index) => {
      for (const element of row.querySelectorAll('*')) numberElement(element, index);
      const head = row.querySelector('[data-row-number]');
      if (head) head.textContent = String(index + 1);
    });
  }
}

function numberElement(element: Element, index: number): void {
  for (const [attribute, pattern, write] of numbered) {
    const value = element.getAttribute(attribute);
    if (value !== null) element.setAttribute(attribute, value.replace(pattern, write(index)));
  }
  // several ids may be named at once
  const described = element.getAttribute('aria-describedby');
  if (described !== null) element.setAttribute('aria-describedby', described.replace(/_(?:\d+|__i__)__/g, `_${index}__`));
  if (element instanceof HTMLButtonElement && (element.dataset.rowRemove !== undefined || element.dataset.rowKeep !== undefined)) element.value = element.value.replace(/(?:\d+|__i__)$/, String(index));
}

/** The fields of a line in the order of its columns. */
export function cellsOf(row: HTMLTableRowElement): Control[] {
  return [...row.querySelectorAll('input, select, textarea')]
    .filter((c): c is Control => isControl(c) && c.type !== 'hidden');
}
