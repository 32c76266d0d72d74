// Entry of pages with charts. ECharts is fetched only when a chart comes near the screen; the table is there without it.

const charts = [...document.querySelectorAll<HTMLElement>('[data-chart]')];

const watcher = new IntersectionObserver(entries => {
  for (const entry of entries.filter(e => e.isIntersecting)) {
    watcher.unobserve(entry.target);
    void draw(entry.target as HTMLElement);
  }
}, { rootMargin: '300px' });

for (const chart of charts) watcher.observe(chart);

async function draw(place: HTMLElement): Promise<void> {
  const answer = await fetch(place.dataset.chart!, { headers: { accept: 'application/json' } });
  if (!answer.ok) {
    place.hidden = true;
    return;
  }
  const [data, drawing] = await Promise.all([answer.json(), import('./charts/drawing')]);
  if (place.dataset.chartForm === 'readings') drawing.drawReadings(place, data);
  else drawing.drawSeries(place, data);
}
