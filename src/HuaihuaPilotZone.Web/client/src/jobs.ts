// Watches one job: asks for its progress every two seconds and reads the page anew when it has ended.
import { announce } from './live';

interface Progress {
  state: string;
  percent: number | null;
  words: string;
  text: string | null;
  hasEnded: boolean;
}

const pause = 2000;

export function startJobs(): void {
  const panel = document.querySelector<HTMLElement>('[data-job]');
  const address = panel?.dataset.job;
  if (panel && address) void watch(panel, address);
}

async function watch(panel: HTMLElement, address: string): Promise<void> {
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, pause));
    if (document.hidden) continue;
    const progress = await ask(address);
    if (!progress) continue;
    if (progress.hasEnded) {
      location.reload();
      return;
    }
    show(panel, progress);
  }
}

/** Undefined while the portal cannot be reached; the next round asks again. */
async function ask(address: string): Promise<Progress | undefined> {
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    return answer.ok ? await answer.json() as Progress : undefined;
  } catch {
    return undefined;
  }
}

function show(panel: HTMLElement, progress: Progress): void {
  const bar = panel.querySelector<HTMLProgressElement>('[data-job-bar]');
  if (bar && progress.percent !== null) bar.value = progress.percent;
  write(panel, '[data-job-words]', progress.words || progress.state);
  write(panel, '[data-job-text]', progress.text ?? '');
}

function write(panel: HTMLElement, selector: string, text: string): void {
  const element = panel.querySelector(selector);
  if (!element || element.textContent === text) return;
  element.textContent = text;
  if (text) announce(text);
}
