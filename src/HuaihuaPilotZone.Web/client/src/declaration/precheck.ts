// The pre-check panel: shows what the server found, filters, leads to the field, adopts proposals and takes them back.
// Without this module its buttons are plain buttons of the form (name="apply") and its links plain anchors.
import { icon, make, reach, touch, type Control } from '../dom';
import { announce } from '../live';
import { show } from '../trusted';
import type { Saved } from './answers';
import { fieldAt, markFields } from './fields';

/** A proposal that was adopted on this page and can be taken back. */
interface Adopted {
  control: Control;
  before: string;
  after: string;
  title: string;
  /** Value of the apply button, as a plain form post would have sent it. */
  token: string;
}

export class PreCheckPanel {
  readonly #panel: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #save: () => void;
  #adopted: Adopted[] = [];
  /** Tokens adopted since the last answer, for the server's journal. */
  #unsent: string[] = [];
  #sent: string[] = [];
  /** Adopted proposals that the server knows and that are to be taken back: one with each save. */
  #undone: { name: string; id: string }[] = [];
  #undoSent: { name: string; id: string } | undefined;
  #shown: Set<string> | undefined;

  constructor(panel: HTMLElement, form: HTMLFormElement, save: () => void) {
    this.#panel = panel;
    this.#form = form;
    this.#save = save;
  }

  start(): void {
    this.#panel.addEventListener('click', event => this.#onClick(event));
    for (const opener of document.querySelectorAll<HTMLElement>('[data-precheck-open]')) {
      opener.addEventListener('click', event => {
        event.preventDefault();
        this.#openSheet(opener);
      });
    }
    this.#readFilter();
    this.#filter();
    this.#showCount();
  }

  beforeSend(body: FormData): void {
    this.#sent = [...this.#unsent];
    for (const token of this.#sent) body.append('applied', token);
    this.#undoSent = this.#undone[0];
    if (this.#undoSent) body.append(this.#undoSent.name, this.#undoSent.id);
  }

  afterSave(saved: Saved): void {
    this.#unsent = this.#unsent.filter(token => !this.#sent.includes(token));
    this.#undone = this.#undone.filter(u => u !== this.#undoSent);
    this.#replace(saved.html);
    markFields(this.#form, saved.fields);
    announce(this.#summary());
    if (this.#undone[0]) this.#save();
  }

  #replace(html: string): void {
    const controls = (): HTMLElement[] => [...this.#panel.querySelectorAll<HTMLElement>('a[href], button')];
    const focused = controls().indexOf(document.activeElement as HTMLElement);
    const top = this.#panel.scrollTop;
    show(this.#panel, html);
    this.#showAdopted();
    this.#filter();
    this.#showCount();
    this.#panel.scrollTop = top;
    if (focused >= 0) (controls()[focused] ?? controls().at(-1) ?? this.#panel).focus();
  }

  #onClick(event: MouseEvent): void {
    const at = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a[href^="#"]') : null;
    if (!at || !this.#panel.contains(at)) return;
    if (at.dataset.apply !== undefined) {
      event.preventDefault();
      this.#apply(at);
    } else if (at.dataset.undo !== undefined) {
      this.#undoSaved(at, event);
    } else if (at.dataset.filter !== undefined) {
      event.preventDefault();
      this.#toggle(at.dataset.filter);
    } else if (at instanceof HTMLAnchorElement) {
      this.#locate(at, event);
    }
  }

  #apply(button: HTMLElement): void {
    const control = fieldAt(this.#form, button.dataset.path ?? '');
    if (!control) {
      announce('这一项不在本页，请先保存后到对应步骤修改。');
      return;
    }
    const after = button.dataset.value ?? '';
    const adopted: Adopted = { control, before: control.value, after, title: titleOf(button), token: button.getAttribute('value') ?? '' };
    control.value = after;
    if (control.value !== after) {
      control.value = adopted.before;
      announce('建议的值不在可选项中，请手工修改。');
      return;
    }
    this.#adopted.push(adopted);
    if (adopted.token) this.#unsent.push(adopted.token);
    button.closest('.hh-finding')?.remove();
    this.#showAdopted();
    touch(control);
    this.#save();
    announce(`${adopted.title}：已改为 ${after || '空'}，可撤销。`);
  }

  #undo(adopted: Adopted): void {
    this.#adopted = this.#adopted.filter(a => a !== adopted);
    this.#unsent = this.#unsent.filter(token => token !== adopted.token);
    this.#showAdopted();
    this.#restore(adopted.control, adopted.before);
  }

  /** A proposal adopted and saved: the server takes it back and writes that down. Without its field here, the button posts the form. */
  #undoSaved(button: HTMLElement, event: MouseEvent): void {
    const control = fieldAt(this.#form, button.dataset.path ?? '');
    if (!control || !(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    this.#undone.push({ name: button.name, id: button.value });
    button.closest('.hh-finding')?.remove();
    this.#restore(control, button.dataset.value ?? '');
  }

  #restore(control: Control, value: string): void {
    control.value = value;
    touch(control);
    this.#save();
    reach(control);
    announce(`已恢复为 ${value || '空'}。`);
  }

  /**
   * Green rows after the findings, until the server's own rows for them arrive. What has been edited again, or whose
   * line is gone, can no longer be taken back.
   */
  #showAdopted(): void {
    for (const row of this.#panel.querySelectorAll('[data-adopted]')) row.remove();
    const known = new Set([...this.#panel.querySelectorAll<HTMLElement>('[data-fix]')].map(row => row.dataset.fix));
    this.#adopted = this.#adopted.filter(a => a.control.isConnected && a.control.value === a.after && !known.has(placeOf(a.token)));
    const footer = this.#panel.querySelector(':scope > footer');
    for (const adopted of this.#adopted) {
      const undo = make('button', 'btn btn-ghost btn-sm at', '撤销');
      undo.type = 'button';
      undo.addEventListener('click', () => this.#undo(adopted));
      const row = make('article', 'hh-finding hh-finding--ok',
        make('div', 'h', icon('check-circle-fill'), adopted.title, undo),
        make('div', 'diff', make('del', 'code', adopted.before || '空'), icon('arrow-right'), make('ins', 'code', adopted.after || '空')));
      row.dataset.adopted = '';
      if (footer) footer.before(row);
      else this.#panel.append(row);
    }
  }

  #locate(link: HTMLAnchorElement, event: MouseEvent): void {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    this.#panel.classList.remove('is-sheet');
    reach(field);
  }

  #readFilter(): void {
    const buttons = [...this.#panel.querySelectorAll<HTMLElement>('[data-filter]')];
    if (buttons.length === 0) return;
    this.#shown = new Set(buttons.filter(b => b.getAttribute('aria-pressed') === 'true').map(b => b.dataset.filter ?? ''));
  }

  #toggle(name: string): void {
    this.#shown ??= new Set();
    if (!this.#shown.delete(name)) this.#shown.add(name);
    this.#filter();
  }

  /** data-filter on the counters and data-severity on the findings carry the same words. */
  #filter(): void {
    if (!this.#shown) this.#readFilter();
    const shown = this.#shown;
    if (!shown) return;
    for (const button of this.#panel.querySelectorAll<HTMLElement>('[data-filter]')) {
      button.setAttribute('aria-pressed', String(shown.has(button.dataset.filter ?? '')));
    }
    for (const finding of this.#panel.querySelectorAll<HTMLElement>('[data-severity]')) {
      finding.hidden = !shown.has(finding.dataset.severity ?? '');
    }
  }

  #counts(): { must: number; advice: number } {
    const number = (name: string): number => Number(this.#panel.querySelector(`[data-filter="${name}"] b`)?.textContent ?? 0);
    return { must: number('MustFix'), advice: number('Advice') };
  }

  #summary(): string {
    const { must, advice } = this.#counts();
    return must + advice === 0 ? '预检没有发现问题。' : `预检：${must} 处必须修改，${advice} 处建议核对。`;
  }

  #showCount(): void {
    const { must } = this.#counts();
    for (const place of document.querySelectorAll<HTMLElement>('[data-precheck-must]')) {
      place.textContent = must > 0 ? `${must} 处必改` : '已通过';
    }
  }

  #openSheet(opener: HTMLElement): void {
    const panel = this.#panel;
    if (!panel.classList.toggle('is-sheet')) return;
    panel.tabIndex = -1;
    panel.focus();
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      panel.classList.remove('is-sheet');
      document.removeEventListener('keydown', close);
      opener.focus();
    };
    document.addEventListener('keydown', close);
  }
}

/** Rule and place of a token; what follows says which of several values was taken. */
function placeOf(token: string): string {
  return token.split('|').slice(0, 2).join('|');
}

function titleOf(button: HTMLElement): string {
  const finding = button.closest('.hh-finding');
  return finding?.querySelector('[data-title]')?.textContent?.trim() ?? '已采用建议';
}
