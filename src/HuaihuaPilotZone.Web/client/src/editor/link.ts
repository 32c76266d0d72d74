// Asks where a link leads. Only addresses that the pages will show as links (MarkdownText.IsSafeLink).
import { make } from '../dom';

export interface AskedLink { address: string; words: string }

const safe = /^(https?:\/\/|mailto:|#|\/(?![/\\]))/i;

export function isSafeAddress(address: string): boolean {
  return safe.test(address);
}

/** @param hasWords whether words are chosen in the text already. */
export function askForLink(address: string, words: string, hasWords: boolean): Promise<AskedLink | null> {
  const title = make('h2', '', '链接');
  title.id = 'hh-link-title';
  const where = field('hh-link-address', '网址', address);
  where.input.placeholder = 'https://';
  const what = field('hh-link-words', '链接文字', words);
  const problem = make('div', 'err');
  problem.setAttribute('role', 'alert');
  problem.id = 'hh-link-problem';
  where.input.setAttribute('aria-describedby', problem.id);
  const cancel = make('button', 'btn btn-quiet', '取消');
  cancel.type = 'button';
  const own = make('form', '', make('div', 'body', title, where.element, ...(hasWords ? [] : [what.element]), problem), make('footer', '', cancel, make('button', 'btn btn-primary', '确定')));
  own.noValidate = true;
  const dialog = make('dialog', 'hh-dialog hh-md__ask', own);
  dialog.setAttribute('aria-labelledby', title.id);
  document.body.append(dialog);
  return new Promise(resolve => {
    let asked: AskedLink | null = null;
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(asked);
    });
    cancel.addEventListener('click', () => dialog.close());
    own.addEventListener('submit', event => {
      event.preventDefault();
      event.stopPropagation();
      const target = where.input.value.trim();
      if (!isSafeAddress(target)) {
        problem.textContent = '网址应以 https://、http://、mailto: 开头，或以 / 开头写本站的页面。';
        where.input.setAttribute('aria-invalid', 'true');
        where.input.focus();
        return;
      }
      asked = { address: target, words: what.input.value.trim() || target };
      dialog.close();
    });
    dialog.showModal();
    where.input.focus();
  });
}

function field(id: string, words: string, value: string): { element: HTMLElement; input: HTMLInputElement } {
  const label = make('label', 'form-label', words);
  label.htmlFor = id;
  const input = make('input', 'form-control');
  input.id = id;
  input.value = value;
  return { element: make('div', 'hh-field mb-3', label, input), input };
}
