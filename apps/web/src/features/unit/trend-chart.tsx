import { useComputedColorScheme } from '@mantine/core';
import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { trendOption } from './trend-option.js';
import type { TrendPoint } from './trend-point.js';

use([LineChart, GridComponent, TooltipComponent, LabelLayout, SVGRenderer]);

interface TrendChartProps {
  points: readonly TrendPoint[];
  indicator: Indicator;
  current: string;
}

/** The line; its words are in the label, its numbers also in the table beside it. */
export function TrendChart({ points, indicator, current }: TrendChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const scheme = useComputedColorScheme('light');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const chart = init(element, null, { renderer: 'svg' });
    chart.setOption(trendOption({ points, indicator, current, format, dark: scheme === 'dark' }));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [points, indicator, current, format, scheme]);
  const words = points
    .map((point) => `${point.period}: ${format.figure(indicator, point.figure)}`)
    .join('; ');
  return (
    <div
      ref={box}
      role="img"
      aria-label={t('trend.label', { name: t(`indicator.${indicator}.name`), words })}
      style={{ width: '100%', height: 270 }}
    />
  );
}
