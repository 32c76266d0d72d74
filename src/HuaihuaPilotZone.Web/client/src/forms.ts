// Every form: the error summary takes the focus, a form is sent once, and data-confirm asks first.
import { ask } from './dialog';
import { reach, word } from './dom';

const confirmed = new WeakSet<HTMLFormElement>();
const sending = new WeakSet<HTMLFormElement>();
const labels = new WeakMap<HTMLButtonElement, Node[]>();

/** A download leaves the page as it is: after this time its form may be sent again. */
const releaseAfter = 10_000;

export function startForms(): void {
  document.querySelector<HTMLElement>('[data-error-summary]')?.focus();
  document.addEventListener('click', followSummaryLink);
  // at the document, so that the browser's validation (which stops the event at the form) comes first
  document.addEventListener('submit', onSubmit);
  window.addEventListener('pageshow', event => {
    if (event.persisted) for (const form of document.forms) release(form);
  });
}

function followSummaryLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-error-summary] a[href^="#"]') : null;
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  reach(field);
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.method === 'dialog') return;
  if (sending.has(form)) {
    event.preventDefault();
    return;
  }
  const submitter = event.submitter;
  const asks = submitter?.dataset.confirm !== undefined ? submitter : form;
  if (asks.dataset.confirm !== undefined && !confirmed.has(form)) {
    event.preventDefault();
    void askFirst(form, asks, submitter);
    return;
  }
  confirmed.delete(form);
  if (form.method === 'post') hold(form, submitter);
}

/** data-confirm is the question, data-confirm-text what follows, data-confirm-action the verb, data-confirm-plain for harmless acts. */
async function askFirst(form: HTMLFormElement, asks: HTMLElement, submitter: HTMLElement | null): Promise<void> {
  const isSure = await ask({
    title: asks.dataset.confirm ?? '',
    text: asks.dataset.confirmText ?? '',
    action: asks.dataset.confirmAction ?? submitter?.textContent?.trim() ?? word('继续', 'Go on'),
    isDangerous: asks.dataset.confirmPlain === undefined,
  });
  if (!isSure) {
    submitter?.focus();
    return;
  }
  confirmed.add(form);
  form.requestSubmit(submitter);
}

/** The button is not disabled, since a disabled button would not send its own value; it keeps its width. */
function hold(form: HTMLFormElement, submitter: HTMLElement | null): void {
  sending.add(form);
  if (submitter instanceof HTMLButtonElement && submitter.classList.contains('btn') && !submitter.classList.contains('btn-icon')) {
    labels.set(submitter, [...submitter.childNodes]);
    submitter.classList.add('is-busy');
    submitter.setAttribute('aria-busy', 'true');
    const width = submitter.offsetWidth;
    const spinner = document.createElement('span');
    spinner.className = 'spinner-border spinner-border-sm';
    spinner.setAttribute('aria-hidden', 'true');
    submitter.replaceChildren(spinner, word('正在提交', 'Sending'));
    submitter.style.minWidth = `${width}px`;
  }
  window.setTimeout(() => release(form), releaseAfter);
}

function release(form: HTMLFormElement): void {
  sending.delete(form);
  // also those that belong to it from elsewhere on the page
  for (const button of form.elements) {
    if (!(button instanceof HTMLButtonElement) || !button.classList.contains('is-busy')) continue;
    button.replaceChildren(...labels.get(button) ?? []);
    button.classList.remove('is-busy');
    button.removeAttribute('aria-busy');
    button.style.minWidth = '';
  }
}
