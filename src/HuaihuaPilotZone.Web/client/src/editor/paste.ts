// Cleans what is pasted from Word, WPS and web pages: their markup is brought to what a text of ours can hold, the rest goes.

import { parse } from '../trusted';
import { isSafeAddress } from './link';

const dropped = 'style, script, meta, link, title, xml, o\\:p, iframe, object, embed, form, input, button, svg, video, audio, img:not([src^="/media/"])';

export function cleanHtml(html: string): string {
  const page = parse(withoutStyles(html));
  makeLists(page);
  for (const element of page.querySelectorAll(dropped)) element.remove();
  for (const link of page.querySelectorAll('a')) if (!isSafeAddress(link.getAttribute('href') ?? '')) link.replaceWith(...link.childNodes);
  removeComments(page);
  for (const span of page.querySelectorAll<HTMLElement>('span, font')) markByStyle(span);
  for (const heading of page.querySelectorAll('h1, h5, h6')) rename(heading, heading.tagName === 'H1' ? 'h2' : 'h4');
  for (const table of page.querySelectorAll('table')) straighten(table);
  for (const element of page.body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) {
      if (!(['href', 'src', 'alt', 'data-is-header'].includes(name))) element.removeAttribute(name);
    }
  }
  return page.body.innerHTML;
}

/** The page's content policy refuses styles even in a document that is only read, so they are read under another name. */
function withoutStyles(html: string): string {
  return html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='));
}

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const node of found) node.parentNode?.removeChild(node);
}

/** Word writes bold and italics as styles of spans. */
function markByStyle(span: HTMLElement): void {
  const style = span.dataset.style ?? '';
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) wrap(span, 'strong');
  if (/font-style:\s*italic/i.test(style)) wrap(span, 'em');
}

function wrap(element: HTMLElement, tag: string): void {
  const mark = element.ownerDocument.createElement(tag);
  mark.append(...element.childNodes);
  element.append(mark);
}

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** Word's list items are paragraphs with the bullet or number typed before them. */
function makeLists(page: Document): void {
  let list: Element | undefined;
  for (const paragraph of page.querySelectorAll<HTMLElement>('p')) {
    if (!/MsoListParagraph/.test(paragraph.className) && !/mso-list:\s*l\d/i.test(paragraph.dataset.style ?? '')) {
      list = undefined;
      continue;
    }
    const mark = paragraph.querySelector<HTMLElement>('span[data-style*="mso-list"]');
    const isNumbered = /^\s*[(（]?[0-9a-zA-Z一二三四五六七八九十]+[.)、）]/.test(mark?.textContent ?? '');
    mark?.remove();
    const tag = isNumbered ? 'OL' : 'UL';
    if (list?.tagName !== tag || list.nextElementSibling !== paragraph) {
      list = page.createElement(tag);
      paragraph.before(list);
    }
    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
  }
}

/** A table of Markdown has a head and no merged cells: the first row becomes the head, merged cells become empty ones. */
function straighten(table: HTMLTableElement): void {
  for (const cell of table.querySelectorAll<HTMLTableCellElement>('td[colspan], th[colspan]')) {
    for (let more = Math.min(cell.colSpan, 20); more > 1; more--) cell.after(table.ownerDocument.createElement(cell.tagName));
  }
  for (const cell of table.querySelectorAll<HTMLTableCellElement>('td, th')) {
    const text = table.ownerDocument.createElement('p');
    const blocks = [...cell.querySelectorAll('p, div, li')];
    if (blocks.length > 1) for (const block of blocks.slice(1)) block.prepend(' ');
    for (const block of blocks) block.replaceWith(...block.childNodes);
    text.append(...cell.childNodes);
    cell.append(text);
  }
  const rows = [...table.rows];
  const width = Math.max(0, ...rows.map(row => row.cells.length));
  for (const [index, row] of rows.entries()) {
    while (row.cells.length < width) row.append(table.ownerDocument.createElement('td'));
    for (const cell of [...row.cells]) rename(cell, index === 0 ? 'th' : 'td');
    if (index === 0) row.setAttribute('data-is-header', 'true');
  }
  // Markdown's smallest table: a head and one row
  if (rows.length === 1) {
    const row = table.ownerDocument.createElement('tr');
    for (let cell = 0; cell < width; cell++) row.append(table.ownerDocument.createElement('td'));
    rows[0]?.after(row);
  }
  const body = table.ownerDocument.createElement('tbody');
  body.append(...table.rows);
  table.replaceChildren(body);
}
