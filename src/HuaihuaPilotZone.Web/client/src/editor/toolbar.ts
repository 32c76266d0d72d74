// The buttons above the text. One stop of the Tab key; the arrow keys go from button to button (WAI-ARIA, pattern "toolbar").
import { lift, setBlockType, toggleMark, wrapIn } from '@milkdown/prose/commands';
import { redo, undo } from '@milkdown/prose/history';
import type { Node, NodeType } from '@milkdown/prose/model';
import { liftListItem, wrapInList } from '@milkdown/prose/schema-list';
import type { Command, EditorState } from '@milkdown/prose/state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from '@milkdown/prose/tables';
import { icon, make } from '../dom';
import { askForLink } from './link';
import type { Writer } from './markdown';
import { askForFile } from './picture';

interface Tool {
  button: HTMLButtonElement;
  isOn: ((state: EditorState) => boolean) | undefined;
  canRun: ((state: EditorState) => boolean) | undefined;
}

export class Toolbar {
  readonly element = make('div', 'hh-md__bar');

  readonly #tools: Tool[] = [];
  readonly #tableTools = make('span', 'hh-md__group');
  readonly #writer: Writer;

  constructor(writer: Writer, insert: (files: File[]) => void, showSource: () => void) {
    this.#writer = writer;
    const { nodes, marks } = writer.view.state.schema;
    this.element.setAttribute('role', 'toolbar');
    this.element.setAttribute('aria-label', '正文格式');
    this.#group(
      this.#command('小标题', 'type-h2', state => toggleHeading(state, 2), state => isHeading(state, 2)),
      this.#command('次级标题', 'type-h3', state => toggleHeading(state, 3), state => isHeading(state, 3)),
      this.#command('加粗', 'type-bold', () => toggleMark(marks.strong!), state => hasMark(state, 'strong')),
      this.#command('斜体', 'type-italic', () => toggleMark(marks.emphasis!), state => hasMark(state, 'emphasis')),
    );
    this.#group(
      this.#command('项目列表', 'list-ul', state => toggleList(state, nodes.bullet_list!), state => isInside(state, 'bullet_list')),
      this.#command('编号列表', 'list-ol', state => toggleList(state, nodes.ordered_list!), state => isInside(state, 'ordered_list')),
      this.#command('引用', 'quote', state => isInside(state, 'blockquote') ? lift : wrapIn(nodes.blockquote!), state => isInside(state, 'blockquote')),
    );
    this.#group(
      this.#act('链接', 'link-45deg', () => void this.#link(), state => hasMark(state, 'link')),
      this.#act('图片', 'image', () => void this.#choose(true)),
      this.#act('附件', 'paperclip', () => void this.#choose(false)),
      this.#command('表格', 'table', () => insertTable, undefined, state => !isInTable(state)),
    );
    this.#group(this.#command('撤销', 'arrow-counterclockwise', () => undo), this.#command('重做', 'arrow-clockwise', () => redo));
    this.#tableTools.append(
      this.#words('加一行', () => addRowAfter),
      this.#words('加一列', () => addColumnAfter),
      this.#words('删除行', () => deleteRow, canDeleteRow),
      this.#words('删除列', () => deleteColumn),
      this.#words('删除表格', () => deleteTable),
    );
    const source = this.#button('源文', '查看 Markdown 源文', showSource);
    source.classList.add('hh-md__source');
    this.element.append(this.#tableTools, source);
    this.#tools.push({ button: source, isOn: undefined, canRun: undefined });
    this.element.addEventListener('keydown', event => this.#move(event));
    this.update();
    // dropped on the buttons, a file is meant for the text all the same
    this.element.addEventListener('dragover', event => event.preventDefault());
    this.element.addEventListener('drop', event => {
      event.preventDefault();
      insert([...event.dataTransfer?.files ?? []]);
    });
  }

  /** Shows what is switched on where the cursor stands. */
  update(): void {
    const { state } = this.#writer.view;
    this.#tableTools.hidden = !isInTable(state);
    for (const { button, isOn, canRun } of this.#tools) {
      if (isOn) button.setAttribute('aria-pressed', String(isOn(state)));
      if (canRun) button.setAttribute('aria-disabled', String(!canRun(state)));
    }
    if (!this.#shown().some(button => button.tabIndex === 0)) this.#rove(this.#shown()[0]);
  }

  #group(...buttons: HTMLButtonElement[]): void {
    this.element.append(make('span', 'hh-md__group', ...buttons));
  }

  #command(label: string, name: string, of: (state: EditorState) => Command, isOn?: (state: EditorState) => boolean, canRun?: (state: EditorState) => boolean): HTMLButtonElement {
    return this.#act(label, name, () => this.#run(of), isOn, canRun);
  }

  #act(label: string, name: string, act: () => void, isOn?: (state: EditorState) => boolean, canRun?: (state: EditorState) => boolean): HTMLButtonElement {
    const button = this.#button(icon(name), label, act);
    this.#tools.push({ button, isOn, canRun });
    return button;
  }

  #words(label: string, of: (state: EditorState) => Command, canRun?: (state: EditorState) => boolean): HTMLButtonElement {
    const button = this.#button(label, label, () => this.#run(of));
    this.#tools.push({ button, isOn: undefined, canRun });
    return button;
  }

  #button(content: globalThis.Node | string, label: string, act: () => void): HTMLButtonElement {
    const button = make('button', '', content);
    button.type = 'button';
    button.title = label;
    button.tabIndex = -1;
    button.setAttribute('aria-label', label);
    // the selection stays where it is
    button.addEventListener('mousedown', event => event.preventDefault());
    button.addEventListener('click', () => {
      this.#rove(button);
      if (button.getAttribute('aria-disabled') !== 'true') act();
    });
    return button;
  }

  #run(of: (state: EditorState) => Command): void {
    const { view } = this.#writer;
    of(view.state)(view.state, view.dispatch, view);
    view.focus();
  }

  async #choose(isPicture: boolean): Promise<void> {
    const kept = await askForFile(this.#writer.view.dom.closest('form'), { file: null, isPicture });
    if (kept) this.#writer.insert(kept);
    this.#writer.focus();
  }

  async #link(): Promise<void> {
    const { view } = this.#writer;
    const type = view.state.schema.marks.link!;
    const { from, to, empty, $from } = view.state.selection;
    const present = type.isInSet($from.marks())?.attrs.href as string | undefined;
    const words = view.state.doc.textBetween(from, to);
    const asked = await askForLink(present ?? '', words, !empty);
    if (asked) {
      const mark = type.create({ href: asked.address });
      const tr = view.state.tr;
      view.dispatch(empty ? tr.replaceSelectionWith(view.state.schema.text(asked.words, [mark]), false) : tr.removeMark(from, to, type).addMark(from, to, mark));
    }
    view.focus();
  }

  #shown(): HTMLButtonElement[] {
    return this.#tools.map(t => t.button).filter(b => !b.closest('[hidden]'));
  }

  #rove(to: HTMLButtonElement | undefined): void {
    for (const { button } of this.#tools) button.tabIndex = button === to ? 0 : -1;
  }

  #move(event: KeyboardEvent): void {
    const buttons = [...this.element.querySelectorAll('button')].filter(b => !b.closest('[hidden]'));
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = buttons[(next + buttons.length) % buttons.length];
    this.#rove(to);
    to?.focus();
  }
}

function isInside(state: EditorState, name: string): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === name) return true;
  return false;
}

function isHeading(state: EditorState, level: number): boolean {
  const { parent } = state.selection.$from;
  return parent.type.name === 'heading' && parent.attrs.level === level;
}

function hasMark(state: EditorState, name: string): boolean {
  const type = state.schema.marks[name];
  const { from, to, empty, $from } = state.selection;
  return type !== undefined && (empty ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, type));
}

function toggleHeading(state: EditorState, level: number): Command {
  const { nodes } = state.schema;
  return isHeading(state, level) ? setBlockType(nodes.paragraph!) : setBlockType(nodes.heading!, { level });
}

function toggleList(state: EditorState, type: NodeType): Command {
  return isInside(state, type.name) ? liftListItem(state.schema.nodes.list_item!) : wrapInList(type);
}

const insertTable: Command = (state, dispatch) => {
  const { nodes } = state.schema;
  const row = (type: NodeType, cell: NodeType): Node => type.create(null, [1, 2, 3].map(() => cell.createAndFill()!));
  const table = nodes.table!.create(null, [row(nodes.table_header_row!, nodes.table_header!), row(nodes.table_row!, nodes.table_cell!), row(nodes.table_row!, nodes.table_cell!)]);
  dispatch?.(state.tr.replaceSelectionWith(table).scrollIntoView());
  return true;
};

/** The head and one row must stay. */
function canDeleteRow(state: EditorState): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === 'table_header_row') return false;
    if ($from.node(depth).type.name === 'table') return $from.node(depth).childCount > 2;
  }
  return false;
}
