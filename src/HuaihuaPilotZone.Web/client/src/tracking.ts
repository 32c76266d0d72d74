// Follows consignments while somebody looks: the portal says that something was reported, and the page reads itself anew.
// Without this script, and where the stream cannot be had, the link above the answer does the same.
import { announce } from './live';
import { parse } from './trusted';

/** Whether something was reported while somebody stood on a button in the part that is read anew. */
let isLate = false;

export function startTracking(): void {
  const shown = document.querySelector<HTMLElement>('[data-tracking]');
  const address = shown?.dataset.tracking;
  if (!shown || !address) return;
  let news = follow(shown, address);
  // a page that nobody sees must not keep one of the few places
  document.addEventListener('visibilitychange', () => {
    news.close();
    if (document.hidden) return;
    void renew(shown);
    news = follow(shown, address);
  });
  shown.addEventListener('focusout', () => setTimeout(() => { if (isLate) void renew(shown); }));
  window.addEventListener('pagehide', () => news.close());
}

function follow(shown: HTMLElement, address: string): EventSource {
  const news = new EventSource(address);
  news.addEventListener('changed', () => void renew(shown));
  return news;
}

async function renew(shown: HTMLElement): Promise<void> {
  // whoever stands on a button in it keeps it until they leave
  isLate = shown.contains(document.activeElement);
  if (isLate) return;
  try {
    // nobody may be sitting here: reading the page anew does not keep a sign-in alive
    const answer = await fetch(location.href, { headers: { 'Accept': 'text/html', 'X-Unattended': '1' }, cache: 'no-store' });
    if (!answer.ok) return;
    const fresh = parse(await answer.text()).querySelector('[data-tracking]');
    if (!fresh || fresh.textContent === shown.textContent) return;
    const open = opened(shown);
    shown.replaceChildren(...Array.from(fresh.childNodes).map(node => document.importNode(node, true)));
    shown.querySelectorAll('details').forEach((details, i) => { details.open ||= open.has(i); });
    if (shown.dataset.trackingSaid) announce(shown.dataset.trackingSaid);
  } catch {
    // the next report tries again
  }
}

/** What somebody has unfolded, by its place on the page. */
function opened(shown: HTMLElement): Set<number> {
  return new Set(Array.from(shown.querySelectorAll('details')).flatMap((details, i) => details.open ? [i] : []));
}
