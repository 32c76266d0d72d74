// Entry of pages with a text in Markdown: every textarea with data-markdown gets an editor that shows the text as it will look.
// The textarea stays the field of the form and holds Markdown; without scripts, or if the editor cannot start, it is simply there.
import { make } from '../dom';
import { readFiles } from './files';
import { createWriter, type Writer } from './markdown';
import { askForFile } from './picture';
import { Toolbar } from './toolbar';

for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-markdown]')) void start(area);

async function start(area: HTMLTextAreaElement): Promise<void> {
  const label = document.querySelector<HTMLLabelElement>(`label[for="${area.id}"]`);
  const surface = make('div', 'hh-md__text');
  const frame = make('div', 'hh-md', surface);
  area.after(frame);
  if (label) label.id ||= `${area.id}-label`;
  const insert = (files: File[]): void => void insertAll(area, () => writer, files);
  let writer: Writer;
  try {
    writer = await createWriter({
      root: surface,
      markdown: area.value,
      attributes: attributesOf(area, label),
      onChange: markdown => {
        area.value = markdown;
        area.dispatchEvent(new Event('input', { bubbles: true }));
      },
      onFiles: insert,
    });
  } catch {
    frame.remove();
    return;
  }
  const toolbar = new Toolbar(writer, insert, () => showSource(area, frame, writer));
  frame.prepend(toolbar.element);
  writer.onUpdate(() => toolbar.update());
  hide(area);
  area.addEventListener('focus', () => {
    if (!frame.hidden) writer.focus();
  });
  // how Markdown is written is no help any more
  const hint = document.getElementById(`${area.id}-hint`);
  if (hint) hint.textContent = '选中文字，用上面的按钮排版。图片和附件可以直接拖进来或粘贴。';
  label?.addEventListener('click', event => {
    if (frame.hidden) return;
    event.preventDefault();
    writer.focus();
  });
  // what was typed last must be in the field before anybody reads the form
  area.form?.addEventListener('submit', () => writer.flush(), { capture: true });
  area.form?.addEventListener('formdata', () => writer.flush());
}

function attributesOf(area: HTMLTextAreaElement, label: HTMLLabelElement | null): Record<string, string> {
  const attributes: Record<string, string> = { 'role': 'textbox', 'aria-multiline': 'true', 'class': 'hh-prose', 'lang': area.lang || 'zh-CN' };
  if (label) attributes['aria-labelledby'] = label.id;
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = area.getAttribute(name);
    if (value) attributes[name] = value;
  }
  return attributes;
}

/** Out of sight, but still where the summary of errors leads to. */
function hide(area: HTMLTextAreaElement): void {
  area.classList.replace('form-control', 'visually-hidden');
  area.tabIndex = -1;
  area.setAttribute('aria-hidden', 'true');
}

function show(area: HTMLTextAreaElement): void {
  area.classList.replace('visually-hidden', 'form-control');
  area.removeAttribute('tabindex');
  area.removeAttribute('aria-hidden');
}

/** The Markdown itself, for those who want to see it; and back. */
function showSource(area: HTMLTextAreaElement, frame: HTMLElement, writer: Writer): void {
  writer.flush();
  frame.hidden = true;
  show(area);
  const back = make('button', 'btn btn-quiet btn-sm mt-2', '返回编辑');
  back.type = 'button';
  area.after(back);
  back.addEventListener('click', () => {
    back.remove();
    frame.hidden = false;
    hide(area);
    writer.replaceAll(area.value);
    writer.focus();
  });
  area.focus();
}

/** One file after the other, each with its own words; leaving one out leaves the others. */
async function insertAll(area: HTMLTextAreaElement, writer: () => Writer, files: File[]): Promise<void> {
  for (const file of readFiles(files)) {
    const kept = await askForFile(area.form, file);
    if (kept) writer().insert(kept);
  }
  writer().focus();
}
