// The result of an action, bottom right. A toast stays 6 s (10 s with 撤销), longer while hovered or focused.
import { icon, make, word } from './dom';

const seconds = { plain: 6, undo: 10 };

/** Gives the toasts that the server has drawn their closing button and their time. */
export function startToasts(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-toast]')) run(element, seconds.plain);
}

/** Shows a toast; with undo it carries the button 撤销. */
export function toast(text: string, undo?: () => void): void {
  const close = make('button', 'x', icon('x-lg'));
  close.type = 'button';
  close.setAttribute('aria-label', word('关闭', 'Close'));
  close.dataset.toastClose = '';
  const words = make('span', '', text);
  const element = make('div', 'hh-toast', icon(undo ? 'trash' : 'check-circle-fill'), words, close);
  element.setAttribute('role', 'status');
  if (undo) {
    const button = make('button', 'btn btn-ghost btn-sm', word('撤销', 'Undo'));
    button.type = 'button';
    button.addEventListener('click', () => {
      element.remove();
      undo();
    });
    words.append(' ', button);
  }
  place().append(element);
  run(element, undo ? seconds.undo : seconds.plain);
}

function place(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.hh-toasts');
  if (found) return found;
  const made = make('div', 'hh-toasts');
  document.body.append(made);
  return made;
}

function run(element: HTMLElement, time: number): void {
  let timer = 0;
  const stop = (): void => window.clearTimeout(timer);
  const start = (): void => {
    stop();
    timer = window.setTimeout(() => element.remove(), time * 1000);
  };
  element.addEventListener('mouseenter', stop);
  element.addEventListener('mouseleave', start);
  element.addEventListener('focusin', stop);
  element.addEventListener('focusout', start);
  const close = element.querySelector<HTMLButtonElement>('[data-toast-close]');
  if (close) {
    close.hidden = false;
    close.addEventListener('click', () => element.remove());
  }
  start();
}
