// Draws series and readings. Canvas and rich-text tips, since both work without a style attribute; nothing moves, whatever the visitor prefers.
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

interface Row { period: string; value: number; englishValue: number }
interface Reading { at: string; low: number; mean: number; high: number }
interface Readings { name: string; unit: string; low: number | null; high: number | null; points: Reading[] }
interface Series { name: string; englishName: string; unit: string; englishUnit: string; kind: 'measured' | 'target' | 'plan'; form: 'period' | 'yearToDate' | 'level'; rows: Row[] }

const drawn: { chart: echarts.ECharts; option: () => echarts.EChartsCoreOption }[] = [];

export function drawSeries(place: HTMLElement, series: Series): void {
  draw(place, () => optionOf(series));
}

/** The lowest, the mean and the highest reading of each point, and the agreed limits. */
export function drawReadings(place: HTMLElement, readings: Readings): void {
  draw(place, () => optionOfReadings(readings));
}

function draw(place: HTMLElement, option: () => echarts.EChartsCoreOption): void {
  const chart = echarts.init(place, undefined, { renderer: 'canvas' });
  drawn.push({ chart, option });
  chart.setOption(option());
  new ResizeObserver(() => chart.resize()).observe(place);
}

// a change of look redraws in its colours, and so does paper
const look = new MutationObserver(redraw);
look.observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme', 'data-contrast', 'data-text'] });
for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', 'print']) matchMedia(query).addEventListener('change', redraw);

function redraw(): void {
  for (const { chart, option } of drawn) chart.setOption(option(), true);
}

/** Colours and texts of the look that is on. */
function lookOf(): { colour: (name: string) => string; text: { color: string; fontSize: number; fontFamily: string } } {
  const styles = getComputedStyle(document.documentElement);
  const colour = (name: string): string => styles.getPropertyValue(`--hh-${name}`).trim();
  return { colour, text: { color: colour('text-2'), fontSize: 0.75 * Number.parseFloat(styles.fontSize), fontFamily: getComputedStyle(document.body).fontFamily } };
}

/** What all charts have in common. */
function frameOf(periods: string[], unit: string): echarts.EChartsCoreOption {
  const { colour, text } = lookOf();
  return {
    animation: false,
    grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colour('surface'), borderColor: colour('line-2'),
      textStyle: { ...text, color: colour('ink') },
      valueFormatter: (value: unknown) => `${Number(value).toLocaleString('en')} ${unit}`,
    },
    xAxis: {
      type: 'category', data: periods, axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('line-2') } }, axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value', name: unit, nameTextStyle: { ...text, align: 'left' },
      axisLabel: text, splitLine: { lineStyle: { color: colour('line') } },
    },
  };
}

function optionOf(series: Series): echarts.EChartsCoreOption {
  const { colour } = lookOf();
  const english = document.documentElement.lang.startsWith('en');
  const ink = colour(series.kind === 'measured' ? 'c1' : 'c6');
  return {
    ...frameOf(series.rows.map(r => r.period), english ? series.englishUnit : series.unit),
    series: [{
      name: english ? series.englishName : series.name,
      data: series.rows.map(r => (english ? r.englishValue : r.value)),
      itemStyle: { color: ink },
      ...(series.form === 'level'
        ? { type: 'line', symbolSize: 8, lineStyle: { color: ink, width: 3 } }
        : { type: 'bar', barMaxWidth: 28 }),
    }],
  };
}

function optionOfReadings(readings: Readings): echarts.EChartsCoreOption {
  const { colour } = lookOf();
  const { points } = readings;
  const line = (name: string, data: number[], ink: string, width: number, more: object = {}): object =>
    ({ name, type: 'line', data, showSymbol: points.length === 1, symbolSize: 6, itemStyle: { color: ink }, lineStyle: { color: ink, width }, ...more });
  // a limit is one height, whatever the scale: a flat line keeps it in sight
  const limit = (name: string, value: number | null): object[] => value === null ? [] : [line(name, points.map(() => value), colour('bad'), 1.5, { showSymbol: false, lineStyle: { color: colour('bad'), width: 1.5, type: 'dashed' } })];
  const frame = frameOf(points.map(p => p.at), readings.unit);
  return {
    ...frame,
    yAxis: { ...frame.yAxis as object, scale: true },
    series: [
      line('最低', points.map(p => p.low), colour('c6'), 1),
      line('最高', points.map(p => p.high), colour('c6'), 1),
      line('平均', points.map(p => p.mean), colour('c1'), 3),
      ...limit('约定最低', readings.low),
      ...limit('约定最高', readings.high),
    ],
  };
}
