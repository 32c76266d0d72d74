// One polite live region for the page. It speaks at most every five seconds and then only the latest sentence,
// so that saving and checking while somebody types does not talk over them.

const pause = 5000;
let region: HTMLElement | undefined;
let lastSpoken = 0;
let waiting: string | undefined;
let timer: number | undefined;

export function announce(text: string): void {
  waiting = text;
  if (timer !== undefined) return;
  timer = window.setTimeout(speak, Math.max(0, lastSpoken + pause - Date.now()));
}

function speak(): void {
  timer = undefined;
  if (waiting === undefined) return;
  if (!region) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = waiting;
  waiting = undefined;
  lastSpoken = Date.now();
}
