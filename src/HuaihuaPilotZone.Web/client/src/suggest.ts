// Titles to choose from while something is being typed into a search box. Without the script, the box is a box.

interface Suggestion { title: string }

const wait = 200;

export function startSuggestions(): void {
  for (const [index, box] of document.querySelectorAll<HTMLInputElement>('input[data-suggest]').entries()) start(box, `suggestions-${index}`);
}

function start(box: HTMLInputElement, id: string): void {
  const list = document.createElement('datalist');
  list.id = id;
  box.after(list);
  box.setAttribute('list', id);
  let timer = 0;
  let running: AbortController | undefined;
  box.addEventListener('input', () => {
    window.clearTimeout(timer);
    running?.abort();
    timer = window.setTimeout(() => {
      running = new AbortController();
      void fill(box, list, running.signal);
    }, wait);
  });
}

async function fill(box: HTMLInputElement, list: HTMLDataListElement, signal: AbortSignal): Promise<void> {
  const typed = box.value.trim();
  if (typed.length === 0) {
    list.replaceChildren();
    return;
  }
  try {
    const answer = await fetch(`${box.dataset.suggest ?? ''}?q=${encodeURIComponent(typed)}`, { signal });
    if (!answer.ok) return;
    const found = await answer.json() as Suggestion[];
    // browsers offer what holds the typed letters only: a title found by its pinyin or a synonym holds them in its label
    list.replaceChildren(...found.map(f => new Option(f.title.includes(typed) ? '' : typed, f.title)));
  } catch {
    // a line that is down, or a newer letter: the box works without
  }
}
