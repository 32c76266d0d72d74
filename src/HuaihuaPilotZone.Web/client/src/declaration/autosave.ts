// Saves a form[data-autosave] by itself: two seconds after the last key and when a field is left. While something
// is not saved, a copy lies on this device; without a connection it tries again and again, more and more seldom.
import { icon, isControl, make, touch } from '../dom';
import { show } from '../trusted';
import { post, type Saved } from './answers';
import { differs, LocalCopy, versionOf, type Copy } from './local-copy';
import { showState } from './save-state';
import { signInAgain } from './sign-in';

const quietTime = 2000;
const copyTime = 400;
const firstRetry = 2000;
const longestRetry = 60_000;

export interface AutosaveHooks {
  /** Adds to what is sent beside the fields themselves. */
  beforeSend(body: FormData): void;
  /** Shows what the server says. */
  afterSave(saved: Saved): void;
}

export class Autosave {
  readonly #form: HTMLFormElement;
  readonly #address: string;
  readonly #copy: LocalCopy;
  readonly #hooks: AutosaveHooks;
  /** Counts changes, so that an answer can tell whether something was typed while it was under way. */
  #changes = 0;
  #savedChanges = 0;
  #running: Promise<void> | undefined;
  #timer: number | undefined;
  #copyTimer: number | undefined;
  #retry = firstRetry;
  /** After a conflict nothing is sent any more: the person has to decide. */
  #isBlocked = false;
  #isLeaving = false;

  constructor(form: HTMLFormElement, hooks: AutosaveHooks) {
    this.#form = form;
    this.#address = form.dataset.autosave ?? form.action;
    this.#copy = new LocalCopy(form.dataset.autosaveKey ?? this.#address, form.dataset.autosaveOwner ?? '', form.dataset.autosaveSeal ?? '');
    this.#hooks = hooks;
  }

  get isDirty(): boolean {
    return this.#changes !== this.#savedChanges;
  }

  start(): void {
    this.#form.addEventListener('input', event => this.#changed(event));
    this.#form.addEventListener('change', event => this.#changed(event));
    this.#form.addEventListener('focusout', () => { if (this.isDirty) this.#leaveField(); });
    this.#form.addEventListener('submit', event => this.#onSubmit(event));
    // after all others: a question answered with 取消 has prevented the sending by then
    window.addEventListener('submit', event => { if (event.target === this.#form && !event.defaultPrevented) this.#leave(); });
    window.addEventListener('online', () => { if (this.isDirty) this.#saveIn(0); });
    window.addEventListener('beforeunload', event => { if (this.isDirty && !this.#isLeaving) event.preventDefault(); });
    window.addEventListener('pageshow', event => { if (event.persisted) this.#isLeaving = false; });
    void this.#offerCopy();
  }

  /** Saves at once, whether or not two seconds have passed. */
  saveNow(): void {
    this.#saveIn(0);
  }

  #changed(event: Event): void {
    if (!isControl(event.target) || !event.target.name) return;
    this.#changes++;
    window.clearTimeout(this.#copyTimer);
    this.#copyTimer = window.setTimeout(() => { if (this.isDirty) void this.#copy.write(this.#form); }, copyTime);
    if (this.#isBlocked) return;
    if (!this.#running) showState(this.#form, 'editing', '有未保存的修改');
    this.#saveIn(quietTime);
  }

  /** Whoever leaves a field may be about to leave the page, and sealing the copy takes a moment. */
  #leaveField(): void {
    window.clearTimeout(this.#copyTimer);
    void this.#copy.write(this.#form);
    this.#saveIn(0);
  }

  #saveIn(time: number): void {
    if (this.#isBlocked) return;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#running ??= this.#save().finally(() => { this.#running = undefined; });
    }, time);
  }

  async #save(): Promise<void> {
    if (!this.isDirty || this.#isLeaving) return;
    const sent = this.#changes;
    const body = new FormData(this.#form);
    this.#hooks.beforeSend(body);
    showState(this.#form, 'saving', '正在保存');
    const answer = await post(this.#address, body);
    switch (answer.kind) {
      case 'saved': this.#onSaved(answer.saved, sent); break;
      case 'conflict': this.#onConflict(answer.html); break;
      case 'refused': this.#onRefused(answer.message, answer.isSignedOut); break;
      case 'unreachable': await this.#onUnreachable(); break;
    }
  }

  #onSaved(saved: Saved, sent: number): void {
    this.#savedChanges = sent;
    this.#retry = firstRetry;
    const version = this.#form.querySelector<HTMLInputElement>('input[name="Version"]');
    if (version) version.value = String(saved.version);
    if (this.isDirty) {
      void this.#copy.write(this.#form);
      this.#saveIn(quietTime);
      showState(this.#form, 'editing', '有未保存的修改');
    } else {
      window.clearTimeout(this.#copyTimer);
      this.#copy.remove();
      showState(this.#form, 'saved', `草稿已自动保存，${saved.savedAt}`);
    }
    this.#hooks.afterSave(saved);
  }

  /** The server's panel leads to the merge page; this page sends nothing more by itself. */
  #onConflict(html: string): void {
    this.#isBlocked = true;
    void this.#copy.write(this.#form);
    showState(this.#form, 'conflict', '他人改动了这份申报，您的修改已存在本机');
    const place = document.querySelector<HTMLElement>('[data-conflict]') ?? this.#insertPlace();
    show(place, html);
    place.tabIndex = -1;
    place.focus();
  }

  #insertPlace(): HTMLElement {
    const place = make('div', 'mb-3');
    this.#form.prepend(place);
    return place;
  }

  #onRefused(message: string, isSignedOut: boolean): void {
    void this.#copy.write(this.#form);
    showState(this.#form, 'refused', message);
    if (isSignedOut) void this.#signIn();
  }

  /** Nothing is sent while nobody is signed in; whoever puts it off finds the way back beside the state. */
  async #signIn(): Promise<void> {
    this.#isBlocked = true;
    if (await signInAgain(this.#form)) {
      this.#isBlocked = false;
      this.saveNow();
      return;
    }
    for (const line of document.querySelectorAll('[data-save-state]')) {
      const again = make('button', 'btn btn-quiet btn-sm', '重新登录');
      again.type = 'button';
      again.addEventListener('click', () => void this.#signIn());
      line.append(again);
    }
  }

  async #onUnreachable(): Promise<void> {
    const isKept = await this.#copy.write(this.#form);
    showState(this.#form, 'offline', isKept
      ? '网络断开，已存在本机，恢复后自动上传'
      : '网络断开，本机不能暂存，请先不要关闭页面');
    this.#saveIn(this.#retry);
    this.#retry = Math.min(this.#retry * 2, longestRetry);
  }

  /** A save under way would change the version that the form is about to send: wait for it, then send. */
  #onSubmit(event: SubmitEvent): void {
    window.clearTimeout(this.#timer);
    if (!this.#running) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter;
    void this.#running.then(() => { if (!this.#isBlocked) this.#form.requestSubmit(submitter); });
  }

  #leave(): void {
    this.#isLeaving = true;
    window.clearTimeout(this.#copyTimer);
    // a form that goes to the merge page is not saved by that: the copy has to outlive it
    if (this.isDirty) void this.#copy.write(this.#form, !this.#isBlocked);
  }

  async #offerCopy(): Promise<void> {
    if (this.#form.dataset.autosaveMerged === 'true') {
      this.#copy.remove();
      return;
    }
    const copy = await this.#copy.read();
    if (!copy) return;
    const hasArrived = copy.wasSent && copy.version !== versionOf(this.#form);
    if (hasArrived || !differs(copy, this.#form)) {
      this.#copy.remove();
      return;
    }
    const when = new Date(copy.at).toLocaleString('zh-CN', { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false });
    const later = copy.version === versionOf(this.#form) ? '' : '此后他人改过服务器上的内容，恢复后会请您逐项选择。';
    const restore = make('button', 'btn btn-primary btn-sm', '恢复');
    const discard = make('button', 'btn btn-quiet btn-sm', '丢弃');
    restore.type = discard.type = 'button';
    const words = make('div', '', make('b', '', '本机有一份未上传的修改'), make('br', ''), `保存于 ${when}。${later}`,
      make('div', 'd-flex gap-2 mt-2', restore, discard));
    const offer = make('section', 'hh-callout hh-callout--warn mb-3', icon('clock-history'), words);
    offer.setAttribute('aria-label', '恢复未上传的修改');
    this.#form.prepend(offer);
    restore.addEventListener('click', () => {
      offer.remove();
      this.#restore(copy);
    });
    discard.addEventListener('click', () => {
      this.#copy.remove();
      offer.remove();
    });
  }

  /** Lines that the grids of the page do not have are asked for first. */
  #restore(copy: Copy): void {
    for (const part of this.#form.querySelectorAll<HTMLElement>('[data-grid]')) {
      const start = `${part.id}[`;
      const lines = copy.values.map(([name]) => (name.toLowerCase().startsWith(start.toLowerCase()) ? Number.parseInt(name.slice(start.length), 10) + 1 : 0));
      part.dispatchEvent(new CustomEvent('hh:rows', { detail: Math.max(0, ...lines) }));
    }
    const wanted = new Map(copy.values);
    let last: Element | undefined;
    for (const element of this.#form.elements) {
      if (!isControl(element) || !element.name || element.type === 'hidden') continue;
      if (element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio')) {
        element.checked = copy.values.some(([name, value]) => name === element.name && value === element.value);
      } else if (wanted.has(element.name)) {
        element.value = wanted.get(element.name) ?? '';
      }
      last = element;
    }
    // the changes were made on this version: the server sees what others have changed since
    const version = this.#form.querySelector<HTMLInputElement>('input[name="Version"]');
    if (version) version.value = copy.version;
    if (isControl(last)) touch(last);
    this.saveNow();
  }
}
