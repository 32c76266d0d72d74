// The session has ended while somebody was typing: they sign in again in a dialog, and what stands on the page stays as it is.
import { make } from '../dom';
import { parse } from '../trusted';

const signInPage = '/account/login';
const codePage = '/account/code';
const token = '__RequestVerificationToken';
const asksCode = '请再输入验证器应用显示的验证码，或一个恢复码。';
const failed = '没有登录成功，请稍后再试。';
const offline = '网络断开，请恢复后再登录。';

/** Resolves to true once the person has signed in and can save this form again; false when they put it off. */
export function signInAgain(form: HTMLFormElement): Promise<boolean> {
  const name = field('sign-in-name', '登录名或邮箱', 'text', 'username');
  const password = field('sign-in-password', '密码', 'password', 'current-password');
  const code = field('sign-in-code', '验证码', 'text', 'one-time-code');
  code.row.hidden = true;
  const error = make('p', 'err');
  error.setAttribute('role', 'alert');
  const title = make('h2', '', '登录已过期，请重新登录');
  title.id = 'hh-sign-in-title';
  const later = make('button', 'btn btn-quiet', '稍后再说');
  later.type = 'button';
  const action = make('button', 'btn btn-primary', '登录并保存');
  const body = make('div', 'body', title, make('p', '', '您填的内容还在页面上，也已存在本机。登录后自动保存，不会丢失。'),
    name.row, password.row, code.row, make('div', 'hh-field', error));
  const inner = make('form', '', body, make('footer', '', later, action));
  inner.noValidate = true;
  const dialog = make('dialog', 'hh-dialog', inner);
  dialog.setAttribute('aria-labelledby', title.id);
  document.body.append(dialog);
  return new Promise(resolve => {
    let isDone = false;
    later.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(isDone);
    });
    inner.addEventListener('submit', event => {
      event.preventDefault();
      action.disabled = true;
      const step = code.row.hidden ? signIn(form, name.input.value, password.input.value) : enterCode(form, code.input.value);
      void step.then(said => {
        action.disabled = false;
        if (said === '') {
          isDone = true;
          dialog.close();
          return;
        }
        if (said === asksCode) {
          name.row.hidden = password.row.hidden = true;
          code.row.hidden = false;
        }
        error.textContent = said;
        const next = code.row.hidden ? password.input : code.input;
        next.value = '';
        next.focus();
      });
    });
    dialog.showModal();
    name.input.focus();
  });
}

function field(id: string, words: string, type: string, autocomplete: AutoFill): { row: HTMLElement; input: HTMLInputElement } {
  const input = make('input', 'form-control');
  input.id = id;
  input.type = type;
  input.autocomplete = autocomplete;
  const label = make('label', 'form-label', words);
  label.htmlFor = id;
  return { row: make('div', 'hh-field mb-2', label, input), input };
}

/** The sentence that stands against it, or nothing when it is done. */
async function signIn(form: HTMLFormElement, name: string, password: string): Promise<string> {
  try {
    const page = await fetch(signInPage, { credentials: 'same-origin' });
    const body = new URLSearchParams({ Name: name, Password: password, [token]: tokenIn(await page.text()) });
    const answer = await fetch(signInPage, { method: 'POST', body, credentials: 'same-origin', redirect: 'manual' });
    // signed in: the page would lead on to a desk
    if (answer.type !== 'opaqueredirect') return refusalIn(await answer.text()) || failed;
    const second = await fetch(codePage, { credentials: 'same-origin', redirect: 'manual' });
    return second.ok ? asksCode : await renew(form);
  } catch {
    return offline;
  }
}

/** The second step of an account with an authenticator app. */
async function enterCode(form: HTMLFormElement, code: string): Promise<string> {
  try {
    const page = await fetch(codePage, { credentials: 'same-origin' });
    const body = new URLSearchParams({ Code: code, [token]: tokenIn(await page.text()) });
    const answer = await fetch(codePage, { method: 'POST', body, credentials: 'same-origin', redirect: 'manual' });
    return answer.type === 'opaqueredirect' ? await renew(form) : refusalIn(await answer.text()) || failed;
  } catch {
    return offline;
  }
}

/** The forms of the page carry a token that belongs to the session that has ended. */
async function renew(form: HTMLFormElement): Promise<string> {
  const page = await fetch(window.location.pathname, { credentials: 'same-origin', redirect: 'error' });
  if (!page.ok) return '这个账号看不到这份预申报。请用原来的账号登录；有多家企业的，先在新窗口切换企业。';
  const fresh = tokenIn(await page.text());
  for (const input of form.ownerDocument.querySelectorAll<HTMLInputElement>(`input[name="${token}"]`)) input.value = fresh;
  return '';
}

function tokenIn(html: string): string {
  return parse(html).querySelector<HTMLInputElement>(`form:not([action="/account/logout"]) input[name="${token}"]`)?.value ?? '';
}

function refusalIn(html: string): string {
  return [...parse(html).querySelectorAll('.hh-errsum li')].map(line => line.textContent?.trim() ?? '').join('');
}
