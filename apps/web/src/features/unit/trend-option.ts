import type { EChartsCoreOption } from 'echarts/core';
import type { Indicator } from '../../api/types.js';
import { isShare } from '../../api/indicators.js';
import type { useFormat } from '../../format/use-format.js';
import type { TrendPoint } from './trend-point.js';

interface TrendQuestion {
  points: readonly TrendPoint[];
  indicator: Indicator;
  current: string;
  format: ReturnType<typeof useFormat>;
  dark: boolean;
}

const coloursOf = (dark: boolean) => ({
  line: dark ? '#e17468' : '#a92a22',
  text: dark ? '#cdc8c2' : '#5d5852',
  grid: dark ? '#3a3531' : '#e8e2d8',
  card: dark ? '#211f1c' : '#ffffff',
  strong: dark ? '#ece9e5' : '#1f1b18',
});

/** Shares are drawn from 0 when they vary much, from a round number below when they are high. */
const floorOf = (values: readonly number[], share: boolean): number => {
  const least = Math.min(...values);
  if (!share) return Math.max(0, Math.floor(least - 1));
  return least >= 0.6 ? Math.floor(least * 10 - 1) / 10 : 0;
};

/**
 * Options of the trend's line chart; labels on the points, so that no tooltip is needed on paper.
 */
export function trendOption(question: TrendQuestion): EChartsCoreOption {
  const { points, indicator, current, format, dark } = question;
  const colours = coloursOf(dark);
  const share = isShare(indicator);
  const values = points.flatMap((point) =>
    typeof point.figure?.value === 'number' ? [point.figure.value] : [],
  );
  const label = (value: number) =>
    format.figure(indicator, { numerator: 1, denominator: 1, value });
  return {
    animation: false,
    textStyle: { fontFamily: 'Be Vietnam Pro, sans-serif' },
    grid: { left: 8, right: 26, top: 34, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.card,
      borderColor: colours.grid,
      textStyle: { color: colours.strong },
      formatter: (rows: { dataIndex: number }[]) => {
        const point = points[rows[0]?.dataIndex ?? 0];
        if (!point?.figure) return '';
        const { numerator, denominator } = point.figure;
        const parts = `${format.count(numerator)} / ${format.count(denominator)}`;
        return `<b>${point.period}</b>: ${format.figure(indicator, point.figure)}<br>${parts}`;
      },
    },
    xAxis: {
      type: 'category',
      data: points.map((point) => point.period),
      boundaryGap: true,
      axisLabel: { color: colours.text, fontSize: 13 },
      axisLine: { lineStyle: { color: colours.grid } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: floorOf(values, share),
      max: share ? Math.max(1, ...values) : undefined,
      axisLabel: { color: colours.text, formatter: label },
      splitLine: { lineStyle: { color: colours.grid } },
    },
    series: [
      {
        type: 'line',
        labelLayout: { hideOverlap: true },
        data: points.map((point) => ({
          value: point.figure?.value ?? null,
          symbolSize: point.period === current ? 15 : 9,
        })),
        symbol: 'circle',
        lineStyle: { width: 3, color: colours.line },
        itemStyle: { color: colours.line, borderColor: colours.card, borderWidth: 2 },
        areaStyle: { color: colours.line, opacity: 0.08 },
        label: {
          show: true,
          position: 'top',
          color: colours.strong,
          fontWeight: 600,
          formatter: (point: { value: number }) => label(point.value),
        },
      },
    ],
  };
}
