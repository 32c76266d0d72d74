// Draws one series. Canvas and rich-text tips, since both work without a style attribute; nothing moves, whatever the visitor prefers.
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

interface Row { period: string; value: number; englishValue: number }
interface Series { name: string; englishName: string; unit: string; englishUnit: string; kind: 'measured' | 'target' | 'plan'; form: 'period' | 'yearToDate' | 'level'; rows: Row[] }

const drawn: { chart: echarts.ECharts; series: Series }[] = [];

export function drawSeries(place: HTMLElement, series: Series): void {
  const chart = echarts.init(place, undefined, { renderer: 'canvas' });
  drawn.push({ chart, series });
  chart.setOption(optionOf(series));
  new ResizeObserver(() => chart.resize()).observe(place);
}

// a change of look redraws in its colours
const look = new MutationObserver(redraw);
look.observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme', 'data-contrast', 'data-text'] });
for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) matchMedia(query).addEventListener('change', redraw);

function redraw(): void {
  for (const { chart, series } of drawn) chart.setOption(optionOf(series), true);
}

function optionOf(series: Series): echarts.EChartsCoreOption {
  const styles = getComputedStyle(document.documentElement);
  const colour = (name: string): string => styles.getPropertyValue(`--hh-${name}`).trim();
  const english = document.documentElement.lang.startsWith('en');
  const unit = english ? series.englishUnit : series.unit;
  const size = 0.75 * Number.parseFloat(styles.fontSize);
  const text = { color: colour('text-2'), fontSize: size, fontFamily: getComputedStyle(document.body).fontFamily };
  const ink = colour(series.kind === 'measured' ? 'c1' : 'c6');
  return {
    animation: false,
    grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colour('surface'), borderColor: colour('line-2'),
      textStyle: { ...text, color: colour('ink') },
      valueFormatter: (value: unknown) => `${Number(value).toLocaleString('en')} ${unit}`,
    },
    xAxis: {
      type: 'category', data: series.rows.map(r => r.period), axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('line-2') } }, axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value', name: unit, nameTextStyle: { ...text, align: 'left' },
      axisLabel: text, splitLine: { lineStyle: { color: colour('line') } },
    },
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
