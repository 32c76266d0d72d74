// table[data-goods-grid] in a [data-grid]: the cell is the input. Enter goes down, arrows move between cells, a block from a
// spreadsheet is pasted as a block, totals follow. Plain buttons (add, remove) do the same without this module.
import { isControl, touch, type Control } from '../dom';
import { announce } from '../live';
import { toast } from '../toasts';
import { parseBlock, readBlock } from './clipboard';
import { cellsOf, GoodsRows } from './goods-rows';
import { sum } from './sums';

export class GoodsGrid {
  readonly #table: HTMLTableElement;
  readonly #form: HTMLFormElement;
  /** The part of the form with the table and its buttons; one for each collection of lines. */
  readonly #part: HTMLElement;
  readonly #rows: GoodsRows;

  constructor(part: HTMLElement, table: HTMLTableElement, form: HTMLFormElement, body: HTMLTableSectionElement, template: HTMLTemplateElement) {
    this.#part = part;
    this.#table = table;
    this.#form = form;
    this.#rows = new GoodsRows(body, template, Number(part.dataset.mostLines));
  }

  start(): void {
    this.#table.addEventListener('keydown', event => this.#onKey(event));
    this.#table.addEventListener('paste', event => this.#onPaste(event));
    this.#table.addEventListener('input', () => this.#showTotals());
    this.#part.addEventListener('click', event => this.#onClick(event));
    this.#part.addEventListener('hh:rows', event => this.#ensure(event instanceof CustomEvent ? Number(event.detail) : 0));
    this.#showTotals();
  }

  #onClick(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-row-add], button[data-row-remove]') : null;
    if (!button) return;
    event.preventDefault();
    if (button.dataset.rowAdd !== undefined) this.#addAndEnter(0);
    else this.#remove(button);
  }

  #addAndEnter(column: number): void {
    const row = this.#rows.add();
    if (!row) {
      announce(`最多 ${this.#rows.most} 项，超出的请另建一份。`);
      toast(`最多 ${this.#rows.most} 项，超出的请另建一份。`);
      return;
    }
    this.#changed();
    enter(cellsOf(row)[column]);
  }

  #remove(button: HTMLButtonElement): void {
    const row = button.closest('tr');
    if (!row) return;
    const index = this.#rows.all.indexOf(row);
    this.#rows.remove(row);
    this.#changed();
    const next = this.#rows.all[Math.min(index, this.#rows.all.length - 1)];
    (next ? cellsOf(next)[0] : this.#part.querySelector<HTMLElement>('[data-row-add]'))?.focus();
    toast(`已删除第 ${index + 1} 项`, () => {
      this.#rows.insert(row, index);
      this.#changed();
      enter(cellsOf(row)[0]);
    });
  }

  #ensure(count: number): void {
    while (this.#rows.all.length < Math.min(count, this.#rows.most) && this.#rows.add());
    this.#showTotals();
  }

  /** Lines have no field of their own that could tell the form of a change. */
  #changed(): void {
    this.#showTotals();
    const anyField = this.#form.querySelector('input[name="Version"]') ?? this.#table.querySelector('input[name], select[name]');
    if (isControl(anyField)) touch(anyField);
  }

  #onKey(event: KeyboardEvent): void {
    const control = event.target;
    if (!isControl(control) || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const isSelect = control instanceof HTMLSelectElement;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#move(control, event.shiftKey ? -1 : 1, 0, !event.shiftKey);
    } else if (event.shiftKey) {
      return;
    } else if (event.key === 'ArrowDown' && !isSelect) {
      event.preventDefault();
      this.#move(control, 1, 0, false);
    } else if (event.key === 'ArrowUp' && !isSelect) {
      event.preventDefault();
      this.#move(control, -1, 0, false);
    } else if (event.key === 'ArrowLeft' && isAtEdge(control, 'start')) {
      event.preventDefault();
      this.#move(control, 0, -1, false);
    } else if (event.key === 'ArrowRight' && isAtEdge(control, 'end')) {
      event.preventDefault();
      this.#move(control, 0, 1, false);
    }
  }

  #move(from: Control, down: number, right: number, mayAdd: boolean): void {
    const row = from.closest('tr');
    if (!row) return;
    const column = cellsOf(row).indexOf(from);
    const rows = this.#rows.all;
    const target = rows[rows.indexOf(row) + down];
    if (!target) {
      if (mayAdd) this.#addAndEnter(column);
      return;
    }
    enter(cellsOf(target)[column + right]);
  }

  #onPaste(event: ClipboardEvent): void {
    const start = event.target;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const startRow = isControl(start) ? start.closest('tr') : null;
    if (!isControl(start) || !startRow) return;
    const block = parseBlock(text);
    const widest = Math.max(0, ...block.map(r => r.length));
    // one cell is pasted where the caret is, as in any field
    if (block.length <= 1 && widest <= 1) return;
    event.preventDefault();
    const place = { row: this.#rows.all.indexOf(startRow), column: cellsOf(startRow).indexOf(start) };
    if (this.#part.id === 'goods') void this.#fillAsRead(text, block, place, widest);
    else this.#fill(block, place.row, place.column, widest);
  }

  /** The portal reads the block as it reads files: headings, days, units and names of codes. Without it the cells are taken as they are. */
  async #fillAsRead(text: string, block: string[][], place: { row: number; column: number }, widest: number): Promise<void> {
    const read = await readBlock(this.#form, text, place.column);
    if (!read) {
      this.#fill(block, place.row, place.column, widest);
      return;
    }
    const first = this.#rows.all[place.row];
    const names = first ? cellsOf(first).map(cell => cell.name.split('.')[1] ?? '') : [];
    const rows = read.rows.map(values => {
      const line: (string | null)[] = names.map(() => null);
      read.columns.forEach((column, i) => { line[names.indexOf(column)] = values[i] ?? ''; });
      return line;
    });
    this.#fill(rows, place.row, 0, read.columns.length);
    if (read.notRead) toast(read.notRead);
  }

  #fill(block: (string | null)[][], firstRow: number, firstColumn: number, widest: number): void {
    this.#ensure(firstRow + block.length);
    const rows = this.#rows.all;
    const unknown: string[] = [];
    let pasted = 0;
    for (const [offset, values] of block.entries()) {
      const row = rows[firstRow + offset];
      if (!row) break;
      const cells = cellsOf(row);
      values.forEach((value, column) => {
        const cell = cells[firstColumn + column];
        if (value !== null && cell && !isReadOnly(cell) && !put(cell, value)) unknown.push(value);
      });
      pasted++;
    }
    this.#changed();
    const left = block.length - pasted;
    toast([
      `已粘贴 ${pasted} 行 ${widest} 列。`,
      left > 0 ? `最多 ${this.#rows.most} 项，还有 ${left} 行没有粘贴。` : '',
      unknown.length > 0 ? `${unknown.length} 个值不在可选项中，例如“${unknown[0]}”，请手工选择。` : '',
    ].join(''));
  }

  #showTotals(): void {
    for (const place of this.#table.querySelectorAll<HTMLElement>('[data-total]:not([data-total=""])')) {
      const ending = `.${place.dataset.total ?? ''}`;
      const values = this.#rows.all.flatMap(row => cellsOf(row).filter(c => c.name.endsWith(ending)).map(c => c.value));
      place.textContent = sum(values, Number(place.dataset.decimals ?? 0));
    }
    for (const place of this.#part.querySelectorAll('[data-row-count]')) place.textContent = `${this.#rows.all.length} 项`;
  }
}

function enter(control: Control | undefined): void {
  if (!control) return;
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
}

function isReadOnly(control: Control): boolean {
  return control.disabled || (!(control instanceof HTMLSelectElement) && control.readOnly);
}

/** A select also takes the words of an option or its code before the words. False when nothing fits. */
function put(control: Control, value: string): boolean {
  if (!(control instanceof HTMLSelectElement)) {
    control.value = value;
    return true;
  }
  const option = [...control.options].find(o => o.value === value || o.text.trim() === value || o.text.trim().endsWith(` ${value}`));
  if (!option) return value === '';
  control.value = option.value;
  return true;
}

/** Whether the caret stands where an arrow would leave the cell; a cell that is selected whole may be left both ways. */
function isAtEdge(control: Control, edge: 'start' | 'end'): boolean {
  if (control instanceof HTMLSelectElement || control.selectionStart === null) return true;
  const { selectionStart: start, selectionEnd: end, value } = control;
  if (start !== end) return start === 0 && end === value.length;
  return edge === 'start' ? start === 0 : end === value.length;
}
