// Menus open without a script (<details>, :target); here they learn to close again and to tell their state.

export function startMenus(): void {
  document.addEventListener('click', event => closeMenus(event.target));
  document.addEventListener('focusin', event => closeMenus(event.target));
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') closeByKey();
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) focusSearch(event);
  });
  for (const button of document.querySelectorAll<HTMLAnchorElement>('a[data-toggle]')) startToggle(button);
  showCurrentEntry();
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

/** The sidebar of a desk scrolls by itself: the entry of the page must be in sight, and the page must stay where it is. */
function showCurrentEntry(): void {
  const side = document.getElementById('side');
  const entry = side?.querySelector<HTMLElement>('[aria-current]');
  if (!side || !entry) return;
  const below = entry.offsetTop + entry.offsetHeight - side.clientHeight;
  if (below > 0) side.scrollTop = below + side.clientHeight / 2;
}

function closeMenus(except: EventTarget | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')) {
    if (!(except instanceof Node && menu.contains(except))) menu.open = false;
  }
}

function closeByKey(): void {
  const menu = document.querySelector<HTMLDetailsElement>('details[data-menu][open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
    return;
  }
  const opener = document.querySelector<HTMLAnchorElement>('a[data-toggle][aria-expanded="true"]');
  opener?.click();
  opener?.focus();
}

function focusSearch(event: KeyboardEvent): void {
  const box = document.querySelector<HTMLInputElement>('[data-find]');
  if (!box) return;
  event.preventDefault();
  box.focus();
}

/** A link to a drawer becomes a button that opens and closes it. */
function startToggle(opener: HTMLAnchorElement): void {
  const drawer = document.getElementById(opener.dataset.toggle ?? '');
  if (!drawer) return;
  opener.setAttribute('role', 'button');
  opener.setAttribute('aria-controls', drawer.id);
  opener.setAttribute('aria-expanded', 'false');
  const set = (isOpen: boolean): void => {
    drawer.classList.toggle('is-open', isOpen);
    opener.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) drawer.querySelector<HTMLElement>('a, button')?.focus();
  };
  const isOpen = (): boolean => drawer.classList.contains('is-open');
  opener.addEventListener('click', event => {
    event.preventDefault();
    set(!isOpen());
  });
  // role=button promises the space bar
  opener.addEventListener('keydown', event => {
    if (event.key !== ' ') return;
    event.preventDefault();
    set(!isOpen());
  });
  document.addEventListener('click', event => {
    const at = event.target;
    if (isOpen() && at instanceof Node && !drawer.contains(at) && !opener.contains(at)) set(false);
  });
}
