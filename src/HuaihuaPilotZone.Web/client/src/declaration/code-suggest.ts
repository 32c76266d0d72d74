// input[data-suggest]: codes that fit what is being typed are offered in the field's datalist. Without an answer, or without
// this module, the field is what it was: a text field with the codes that the page brought.
import { make } from '../dom';

const quietTime = 200;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

interface Suggestion {
  code: string;
  name: string;
  table: string;
  word: string | null;
}

export function startCodeSuggestions(form: HTMLFormElement): void {
  let timer: number | undefined;
  let asked: AbortController | undefined;
  form.addEventListener('input', event => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.dataset.suggest) return;
    window.clearTimeout(timer);
    asked?.abort();
    // a chosen option is an input too, but nothing to look for
    if (input.value.trim().length < 2 || (event instanceof InputEvent && event.inputType === 'insertReplacementText')) return;
    asked = new AbortController();
    const signal = asked.signal;
    timer = window.setTimeout(() => void suggest(form, input, signal), quietTime);
  });
}

async function suggest(form: HTMLFormElement, input: HTMLInputElement, signal: AbortSignal): Promise<void> {
  const typed = input.value.trim();
  const query = new URLSearchParams({ q: typed, table: input.dataset.suggest ?? '' });
  const day = form.querySelector<HTMLInputElement>('[data-path="/exportDate"]')?.value ?? '';
  if (dayPattern.test(day)) query.set('on', day);
  try {
    const answer = await fetch(`/codes/suggest?${query}`, { headers: { Accept: 'application/json' }, signal });
    if (answer.ok) offer(input, typed, await answer.json() as Suggestion[]);
  } catch {
    // cut off or overtaken: what the page brought is still offered
  }
}

function offer(input: HTMLInputElement, typed: string, suggestions: Suggestion[]): void {
  const list = listOf(input);
  for (const old of list.querySelectorAll('option[data-suggested]')) old.remove();
  for (const { code, name, word } of suggestions) {
    const option = make('option', '');
    option.value = code;
    option.label = [code, name, word].filter(Boolean).join(' ');
    // browsers offer only what contains the typed text: 4202.12 and 公斤 have to stand there
    if (!option.label.includes(typed)) option.label += `（${typed}）`;
    option.dataset.suggested = '';
    list.append(option);
  }
}

function listOf(input: HTMLInputElement): HTMLDataListElement {
  const id = input.getAttribute('list') ?? `suggest-${input.dataset.suggest ?? ''}`;
  const known = document.getElementById(id);
  if (known instanceof HTMLDataListElement) return known;
  const list = make('datalist', '');
  list.id = id;
  document.body.append(list);
  input.setAttribute('list', id);
  return list;
}
