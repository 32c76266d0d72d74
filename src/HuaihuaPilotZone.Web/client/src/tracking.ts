// Follows consignments while somebody looks: the portal says that something was reported, and the page reads itself anew.
// Without this script, and where the stream cannot be had, the link above the answer does the same.
import { announce } from './live';
import { parse } from './trusted';

export function startTracking(): void {
  const shown = document.querySelector<HTMLElement>('[data-tracking]');
  const address = shown?.dataset.tracking;
  if (!shown || !address) return;
  const news = new EventSource(address);
  news.addEventListener('changed', () => void renew(shown));
  // a browser that leaves must not keep one of the few places
  window.addEventListener('pagehide', () => news.close());
}

async function renew(shown: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    if (!answer.ok) return;
    const fresh = parse(await answer.text()).querySelector('[data-tracking]');
    if (!fresh) return;
    shown.replaceChildren(...Array.from(fresh.childNodes).map(node => document.importNode(node, true)));
    if (shown.dataset.trackingSaid) announce(shown.dataset.trackingSaid);
  } catch {
    // the next report tries again
  }
}
