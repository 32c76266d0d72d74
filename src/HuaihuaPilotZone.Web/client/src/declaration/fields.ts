// Marks the fields of a declaration with what the pre-check says of them.
import { icon, isControl, type Control } from '../dom';
import type { FieldMessage } from './answers';

/** The field at a JSON Pointer of the document, such as /goods/1/totalPrice. */
export function fieldAt(form: HTMLFormElement, path: string): Control | undefined {
  const found = form.querySelector(`[data-path="${CSS.escape(path)}"]`);
  return isControl(found) ? found : undefined;
}

/** Replaces all marks of the pre-check; names are those of the inputs. */
export function markFields(form: HTMLFormElement, messages: Record<string, FieldMessage[]>): void {
  for (const place of form.querySelectorAll<HTMLElement>('[data-field-message-for]')) {
    const name = place.dataset.fieldMessageFor ?? '';
    const control = controlNamed(form, name);
    show(place, control, messages[name] ?? []);
  }
}

function controlNamed(form: HTMLFormElement, name: string): Control | undefined {
  const found = form.elements.namedItem(name);
  const first = found instanceof RadioNodeList ? found[0] : found;
  return isControl(first) ? first : undefined;
}

function show(place: HTMLElement, control: Control | undefined, messages: FieldMessage[]): void {
  const worst = messages.find(m => m.severity === 'MustFix') ?? messages[0];
  const isBad = worst?.severity === 'MustFix';
  const cell = place.closest('td');
  if (cell) {
    cell.classList.toggle('bad', isBad);
    cell.classList.toggle('warn', worst !== undefined && !isBad);
  } else {
    place.className = worst ? (isBad ? 'err' : 'wrn') : '';
    control?.classList.toggle('is-invalid', isBad);
    control?.classList.toggle('is-warned', worst !== undefined && !isBad);
  }
  const words = [...new Set(messages.map(m => m.message))].join('；');
  if (!worst) place.replaceChildren();
  else if (cell) place.replaceChildren(words);
  else place.replaceChildren(icon(isBad ? 'x-octagon-fill' : 'exclamation-triangle-fill'), words);
  if (isBad) control?.setAttribute('aria-invalid', 'true');
  else control?.removeAttribute('aria-invalid');
}
