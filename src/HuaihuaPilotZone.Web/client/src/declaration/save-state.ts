// The line that says whether the draft is saved.
import { icon } from '../dom';
import { announce } from '../live';

export type State = 'editing' | 'saving' | 'saved' | 'offline' | 'conflict' | 'refused';

const looks: Record<State, { icon: string; modifier: string }> = {
  editing: { icon: 'pencil', modifier: 'hh-save--busy' },
  saving: { icon: 'arrow-repeat', modifier: 'hh-save--busy' },
  saved: { icon: 'cloud-check', modifier: '' },
  offline: { icon: 'wifi-off', modifier: 'hh-save--off' },
  conflict: { icon: 'people', modifier: 'hh-save--off' },
  refused: { icon: 'exclamation-circle', modifier: 'hh-save--off' },
};

export function showState(form: HTMLFormElement, state: State, text: string): void {
  const look = looks[state];
  const lines = document.querySelectorAll<HTMLElement>('[data-save-state]');
  for (const line of lines) {
    line.className = `hh-save ${look.modifier}`.trim();
    line.replaceChildren(icon(look.icon), text);
  }
  form.dataset.saveStateNow = state;
  // typing and the moment of saving are not news to somebody who listens
  if (state !== 'editing' && state !== 'saving') announce(text);
}
