// Puts the parts of the declaration page together: form, grids of lines, automatic save and pre-check panel.
import { Autosave } from './autosave';
import { startCodeSuggestions } from './code-suggest';
import { GoodsGrid } from './goods-grid';
import { watchOrigins } from './origins';
import { PreCheckPanel } from './precheck';

export function startDeclaration(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) start(form);
}

function start(form: HTMLFormElement): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-grid]')) {
    const table = part.querySelector<HTMLTableElement>('table[data-goods-grid]');
    const body = table?.tBodies[0];
    const template = part.querySelector<HTMLTemplateElement>('template[data-row-template]');
    if (table && body && template) new GoodsGrid(part, table, form, body, template).start();
  }

  let panel: PreCheckPanel | undefined;
  const autosave = new Autosave(form, {
    beforeSend: data => panel?.beforeSend(data),
    afterSave: saved => panel?.afterSave(saved),
  });
  const place = document.querySelector<HTMLElement>('[data-precheck]');
  if (place) {
    panel = new PreCheckPanel(place, form, () => autosave.saveNow());
    panel.start();
  }
  autosave.start();
  startCodeSuggestions(form);
  watchOrigins(form);
}
