// The editor itself: Milkdown (ProseMirror for the text, remark for Markdown) with just what a text of ours may hold.
import {
  defaultValueCtx, Editor, editorViewCtx, editorViewOptionsCtx, parserCtx, remarkStringifyOptionsCtx, rootCtx, serializerCtx,
} from '@milkdown/core';
import { history } from '@milkdown/plugin-history';
import {
  blockquoteAttr, blockquoteKeymap, blockquoteSchema, bulletListAttr, bulletListKeymap, bulletListSchema, codeBlockAttr, codeBlockKeymap, codeBlockSchema,
  commands, docSchema, emphasisAttr, emphasisKeymap, emphasisSchema, hardbreakAttr, hardbreakFilterNodes, hardbreakFilterPlugin, hardbreakKeymap,
  hardbreakSchema, headingAttr, headingIdGenerator, headingKeymap, headingSchema, hrAttr, hrSchema, imageAttr, imageSchema, inlineCodeAttr,
  inlineCodeKeymap, inlineCodeSchema, inputRules, linkAttr, linkSchema, listItemAttr, listItemKeymap, listItemSchema, orderedListAttr,
  orderedListKeymap, orderedListSchema, paragraphAttr, paragraphKeymap, paragraphSchema, remarkAddOrderInListPlugin, remarkInlineLinkPlugin,
  remarkLineBreak, remarkMarker, strongAttr, strongKeymap, strongSchema, syncListOrderPlugin, textSchema,
} from '@milkdown/preset-commonmark';
import {
  goToNextTableCellCommand, goToPrevTableCellCommand, exitTable, keepTableAlignPlugin, tableCellSchema, tableEditingPlugin, tableHeaderRowSchema,
  tableHeaderSchema, tableKeymap, tableRowSchema, tableSchema,
} from '@milkdown/preset-gfm';
import { Plugin, TextSelection } from '@milkdown/prose/state';
import type { EditorView } from '@milkdown/prose/view';
import type { MarkdownNode } from '@milkdown/transformer';
import { $prose, $remark } from '@milkdown/utils';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { visit } from 'unist-util-visit';
import { parse } from '../trusted';
import type { KeptFile } from './files';
import { cleanHtml } from './paste';

export interface WriterOptions {
  root: HTMLElement;
  markdown: string;
  attributes: Record<string, string>;
  onChange: (markdown: string) => void;
  onFiles: (files: File[]) => void;
}

export interface Writer {
  readonly view: EditorView;
  focus(): void;
  /** Writes what was typed since the last time into the field. */
  flush(): void;
  insert(kept: KeptFile): void;
  replaceAll(markdown: string): void;
  onUpdate(act: () => void): void;
}

const quiet = 200;

/** Only tables of GitHub's Markdown: the pages know nothing of its other additions. */
const tables = $remark('tables', () => function () {
  const data = (this as unknown as { data(): Record<string, unknown[] | undefined> }).data();
  (data.micromarkExtensions ??= []).push(gfmTable());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
  (data.toMarkdownExtensions ??= []).push(gfmTableToMarkdown());
});

/** The pages show HTML as the text it is; so does the editor. */
const htmlAsText = $remark('htmlAsText', () => () => tree => {
  visit(tree as MarkdownNode, 'html', (node: MarkdownNode, _index, parent: MarkdownNode | undefined) => {
    const isBlock = parent !== undefined && ['root', 'blockquote', 'listItem'].includes(parent.type);
    const text = { type: 'text', value: String(node.value) } as MarkdownNode;
    Object.assign(node, isBlock ? { type: 'paragraph', children: [text], value: undefined } : text);
  });
});

/** Markdown leaves out what is empty, the schema of pictures takes only words: a picture without a title is one with an empty one. */
const emptyTitles = $remark('emptyTitles', () => () => tree => {
  visit(tree as MarkdownNode, 'image', (node: MarkdownNode) => {
    node.title ??= '';
    node.alt ??= '';
  });
});

/** Left is how tables stand anyhow; written out it would only make the Markdown harder to read. */
const plainTable = tableSchema.extendSchema(previous => ctx => ({
  ...previous(ctx),
  toMarkdown: {
    match: node => node.type.name === 'table',
    runner: (state, node) => {
      const align: (string | null)[] = [];
      node.firstChild?.forEach(cell => align.push(cell.attrs.alignment === 'left' ? null : cell.attrs.alignment as string));
      state.openNode('table', undefined, { align }).next(node.content).closeNode();
    },
  },
}));

const schema = [
  docSchema, paragraphAttr, paragraphSchema, headingIdGenerator, headingAttr, headingSchema, hardbreakAttr, hardbreakSchema, blockquoteAttr,
  blockquoteSchema, codeBlockAttr, codeBlockSchema, hrAttr, hrSchema, imageAttr, imageSchema, bulletListAttr, bulletListSchema, orderedListAttr,
  orderedListSchema, listItemAttr, listItemSchema, emphasisAttr, emphasisSchema, strongAttr, strongSchema, inlineCodeAttr, inlineCodeSchema,
  linkAttr, linkSchema, plainTable, tableHeaderRowSchema, tableRowSchema, tableHeaderSchema, tableCellSchema, textSchema,
].flat();

const behaviour = [
  tables, htmlAsText, emptyTitles, remarkAddOrderInListPlugin, remarkInlineLinkPlugin, remarkLineBreak, remarkMarker, hardbreakFilterNodes, hardbreakFilterPlugin,
  syncListOrderPlugin, keepTableAlignPlugin, tableEditingPlugin, inputRules, commands, goToNextTableCellCommand, goToPrevTableCellCommand, exitTable,
  blockquoteKeymap, codeBlockKeymap, hardbreakKeymap, headingKeymap, listItemKeymap, orderedListKeymap, bulletListKeymap, paragraphKeymap,
  emphasisKeymap, inlineCodeKeymap, strongKeymap, tableKeymap, history,
].flat();

export async function createWriter(options: WriterOptions): Promise<Writer> {
  const updates: (() => void)[] = [];
  let isChanged = false;
  let timer = 0;
  const editor = await Editor.make()
    .config(ctx => {
      ctx.set(rootCtx, options.root);
      ctx.set(defaultValueCtx, options.markdown);
      // anchors are given by the page that shows the text
      ctx.set(headingIdGenerator.key, () => '');
      ctx.update(remarkStringifyOptionsCtx, previous => ({ ...previous, bullet: '-' as const, rule: '-' as const, handlers: { ...previous.handlers, text } }));
      ctx.set(editorViewOptionsCtx, {
        attributes: options.attributes,
        transformPastedHTML: cleanHtml,
        handlePaste: (_view, event) => take(event, event.clipboardData, options.onFiles),
        handleDrop: (view, event) => {
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          return take(event, event.dataTransfer, files => {
            if (at) placeCursor(view, at.pos);
            options.onFiles(files);
          });
        },
      });
    })
    .use(schema)
    .use(behaviour)
    .use($prose(() => new Plugin({
      view: () => ({
        update: (view, previous) => {
          if (!view.state.doc.eq(previous.doc)) {
            isChanged = true;
            window.clearTimeout(timer);
            timer = window.setTimeout(flush, quiet);
          }
          for (const act of updates) act();
        },
      }),
    })))
    .create();
  const view = editor.ctx.get(editorViewCtx);

  /** A text that nobody has touched stays as it is, to the letter. */
  function flush(): void {
    window.clearTimeout(timer);
    if (!isChanged) return;
    isChanged = false;
    options.onChange(editor.ctx.get(serializerCtx)(view.state.doc).trim());
  }

  return {
    view,
    flush,
    focus: () => view.focus(),
    insert: kept => insert(view, kept),
    replaceAll: markdown => {
      const doc = editor.ctx.get(parserCtx)(markdown);
      view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content));
      window.clearTimeout(timer);
      isChanged = false;
    },
    onUpdate: act => updates.push(act),
  };
}

/** Everything that would mean something in Markdown is escaped; blanks at the end stay blanks. */
const text = ((node: { value: string }, _parent: unknown, state: { safe(value: string, info: object): string }, info: object) => {
  const end = node.value.trimEnd();
  return state.safe(end, { ...info, encode: [] }) + node.value.slice(end.length);
}) as never;

function insert(view: EditorView, kept: KeptFile): void {
  const { nodes, marks } = view.state.schema;
  const node = kept.isPicture
    ? nodes.image?.create({ src: kept.address, alt: kept.description })
    : view.state.schema.text(kept.description, [marks.link!.create({ href: kept.address })]);
  if (node) view.dispatch(view.state.tr.replaceSelectionWith(node, false).scrollIntoView());
}

function placeCursor(view: EditorView, position: number): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(position))));
}

/** Files go their own way. Word puts a picture of the copied text beside the text: then the text is meant. */
function take(event: Event, data: DataTransfer | null, act: (files: File[]) => void): boolean {
  const files = [...data?.files ?? []];
  if (files.length === 0 || parse(data?.getData('text/html') ?? '').body.textContent?.trim()) return false;
  event.preventDefault();
  act(files);
  return true;
}
