// The roster's grid: choosing rows, and changing a cell where it stands. Without a script both are done on pages of their own.
import { icon, make, reach } from './dom';
import { toast } from './toasts';

interface Answer {
  version: number;
  value: string;
  text: string;
  completeness: number;
}

interface Conflict {
  version: number;
  by: string;
  theirs: string;
  mine: string;
}

type Input = HTMLInputElement | HTMLSelectElement;

const savedFor = 3000;

export function startGrid(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-grid]');
  if (!form || form.dataset.grid !== 'edit') return;
  startChoosing(form);
  startEditing(form);
}

/* choosing rows */

function startChoosing(form: HTMLFormElement): void {
  const bar = form.querySelector<HTMLElement>('[data-bulk]');
  const count = form.querySelector<HTMLElement>('[data-bulk-count]');
  const page = form.querySelector<HTMLInputElement>('[data-bulk-page]');
  const all = form.querySelector<HTMLInputElement>('[data-bulk-all]');
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="Ids"]')];
  if (!bar || !count || !page) return;
  page.hidden = false;
  const cancel = make('button', 'btn btn-sm ms-auto', '取消选择');
  cancel.type = 'button';
  bar.append(cancel);
  const draw = (): void => {
    const chosen = boxes.filter(b => b.checked);
    const isAll = all?.checked ?? false;
    bar.hidden = chosen.length === 0 && !isAll;
    count.textContent = isAll ? '已选全部' : `已选 ${chosen.length} 家`;
    page.checked = chosen.length === boxes.length;
    page.indeterminate = chosen.length > 0 && chosen.length < boxes.length;
    for (const box of boxes) box.closest('tr')?.classList.toggle('is-on', box.checked || isAll);
  };
  page.addEventListener('change', () => {
    for (const box of boxes) box.checked = page.checked;
    draw();
  });
  cancel.addEventListener('click', () => {
    for (const box of boxes) box.checked = false;
    if (all) all.checked = false;
    draw();
    page.focus();
  });
  form.addEventListener('change', draw);
  draw();
}

/* changing a cell */

function startEditing(form: HTMLFormElement): void {
  const hint = document.querySelector<HTMLElement>('[data-grid-hint]');
  if (hint) hint.hidden = false;
  for (const cell of form.querySelectorAll<HTMLElement>('td[data-field]')) cell.tabIndex = -1;
  const first = form.querySelector<HTMLElement>('td[data-field]');
  if (first) first.tabIndex = 0;
  form.addEventListener('dblclick', event => open(cellOf(event.target)));
  form.addEventListener('focusin', event => rove(form, cellOf(event.target)));
  form.addEventListener('keydown', event => onKey(form, event));
  // Enter in a cell must not send the form around it
  form.addEventListener('submit', event => {
    if (form.querySelector('td.editing')) event.preventDefault();
  });
}

function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('td[data-field]') : null;
}

/** One cell at a time takes part in the order of Tab; the arrows lead to the others. */
function rove(form: HTMLFormElement, cell: HTMLElement | null): void {
  if (!cell) return;
  for (const other of form.querySelectorAll<HTMLElement>('td[data-field][tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
}

function onKey(form: HTMLFormElement, event: KeyboardEvent): void {
  const cell = cellOf(event.target);
  if (!cell || event.isComposing) return;
  const input = cell.querySelector<Input>('[data-cell-input]');
  if (input) {
    if (event.key === 'Escape') close(cell);
    else if (event.key === 'Enter') void save(cell, input);
    else if (event.key === 'Tab') void saveAndGo(form, cell, input, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    return;
  }
  const to = neighbour(form, cell, event.key);
  if (event.key === 'F2' || event.key === 'Enter') open(cell);
  else if (to) to.focus();
  else return;
  event.preventDefault();
}

function neighbour(form: HTMLFormElement, cell: HTMLElement, key: string): HTMLElement | undefined {
  const row = cell.closest('tr');
  const cells = row ? [...row.querySelectorAll<HTMLElement>('td[data-field]')] : [];
  const column = cells.indexOf(cell);
  if (key === 'ArrowRight') return cells[column + 1];
  if (key === 'ArrowLeft') return cells[column - 1];
  const rows = [...form.querySelectorAll<HTMLElement>('tbody tr')];
  const at = row ? rows.indexOf(row) : -1;
  const next = key === 'ArrowDown' ? rows[at + 1] : key === 'ArrowUp' ? rows[at - 1] : undefined;
  return next?.querySelectorAll<HTMLElement>('td[data-field]')[column];
}

function open(cell: HTMLElement | null): void {
  if (!cell || cell.querySelector('[data-cell-input]')) return;
  const label = `${cell.dataset.l ?? ''}，${cell.closest('tr')?.querySelector('.ttl b')?.textContent ?? ''}`;
  const input = inputFor(cell.dataset.field ?? '', cell.dataset.value ?? '');
  input.dataset.cellInput = '';
  input.setAttribute('aria-label', label);
  for (const child of cell.children) (child as HTMLElement).hidden = true;
  cell.append(input);
  cell.classList.add('editing');
  input.focus();
  if (input instanceof HTMLInputElement) input.select();
  input.addEventListener('blur', () => {
    if (input.isConnected && input.value === (cell.dataset.value ?? '')) close(cell, false);
  });
}

function inputFor(field: string, value: string): Input {
  const choices = document.querySelector<HTMLTemplateElement>(`template[data-grid-choices="${field}"]`);
  if (choices) {
    const select = make('select', 'form-select form-select-sm');
    select.append(choices.content.cloneNode(true));
    select.value = value;
    return select;
  }
  const input = make('input', 'form-control form-control-sm');
  input.type = 'text';
  input.value = value;
  if (field === 'Phone') input.inputMode = 'tel';
  return input;
}

function close(cell: HTMLElement, takesFocus = true): void {
  // an input that is taken away loses the focus first, which would close it once more
  if (!cell.classList.contains('editing')) return;
  cell.classList.remove('editing');
  for (const added of cell.querySelectorAll('[data-cell-input], .e')) added.remove();
  for (const child of cell.children) (child as HTMLElement).hidden = false;
  if (takesFocus) reach(cell);
}

async function saveAndGo(form: HTMLFormElement, cell: HTMLElement, input: Input, by: number): Promise<void> {
  if (!await save(cell, input)) return;
  const cells = [...form.querySelectorAll<HTMLElement>('td[data-field]')];
  const next = cells[cells.indexOf(cell) + by];
  if (!next) return;
  next.focus();
  open(next);
}

async function save(cell: HTMLElement, input: Input): Promise<boolean> {
  const was = cell.dataset.value ?? '';
  if (input.value === was) {
    close(cell);
    return true;
  }
  const said = await send(cell, was, input.value);
  if (typeof said === 'string') {
    refuse(cell, input, said);
    return false;
  }
  if ('theirs' in said) {
    clash(cell, input, said);
    return false;
  }
  show(cell, said);
  // a mask does not say what stood there
  toast(`${cell.dataset.l ?? ''}已保存。`, was.includes('*') ? undefined : () => void undo(cell, was));
  return true;
}

async function undo(cell: HTMLElement, value: string): Promise<void> {
  const said = await send(cell, cell.dataset.value ?? '', value);
  if (typeof said === 'string') toast(said);
  else if ('theirs' in said) toast(`没有撤销：${said.by}已改为“${said.theirs}”。`);
  else show(cell, said);
}

/** The answer, what somebody else has written meanwhile, or the sentence that stands against it. */
async function send(cell: HTMLElement, was: string, value: string): Promise<Answer | Conflict | string> {
  const row = cell.closest<HTMLElement>('tr');
  const body = new FormData();
  body.set('Version', row?.dataset.version ?? '0');
  body.set('Field', cell.dataset.field ?? '');
  body.set('Was', was);
  body.set('Value', value);
  body.set('__RequestVerificationToken', cell.closest('form')?.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value ?? '');
  try {
    const response = await fetch(`/park/enterprises/${row?.dataset.id ?? ''}/cell`, { method: 'POST', body, headers: { Accept: 'application/json', 'X-Requested-With': 'fetch' }, redirect: 'manual' });
    if (response.ok) return await response.json() as Answer;
    if (response.status === 409) return await response.json() as Conflict;
    if (response.status === 422) return (await response.json() as { message: string }).message;
    return '没有保存成功，请刷新页面后再试。';
  } catch {
    return '网络断开，没有保存。请稍后再试。';
  }
}

function show(cell: HTMLElement, answer: Answer): void {
  const row = cell.closest<HTMLElement>('tr');
  if (row) row.dataset.version = String(answer.version);
  cell.dataset.value = answer.value;
  const shown = cell.querySelector<HTMLElement>('[data-shown]');
  if (shown) shown.textContent = answer.text;
  const completeness = row?.querySelector<HTMLElement>('[data-completeness]');
  if (completeness) completeness.textContent = `${answer.completeness}%`;
  const bar = row?.querySelector<HTMLProgressElement>('progress');
  if (bar) bar.value = answer.completeness;
  close(cell);
  cell.classList.add('saved');
  window.setTimeout(() => cell.classList.remove('saved'), savedFor);
}

function refuse(cell: HTMLElement, input: Input, message: string): void {
  cell.querySelector('.e')?.remove();
  const flag = make('span', 'e', icon('x-octagon-fill'), message);
  flag.id = 'grid-error';
  flag.setAttribute('role', 'alert');
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', flag.id);
  cell.append(flag);
  input.focus();
}

/** Both values, and the choice: theirs stays, or mine is saved over it knowingly. */
function clash(cell: HTMLElement, input: Input, conflict: Conflict): void {
  refuse(cell, input, `${conflict.by}已改为“${conflict.theirs}”。`);
  const insist = make('button', 'btn btn-sm btn-quiet', `仍改为“${conflict.mine}”`);
  insist.type = 'button';
  insist.addEventListener('click', () => {
    const row = cell.closest<HTMLElement>('tr');
    if (row) row.dataset.version = String(conflict.version);
    void save(cell, input);
  });
  cell.querySelector('.e')?.append(' ', insist);
}
