import { SegmentedControl, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trendQuery } from '../../api/queries.js';
import type { Indicator, Trend, UnitDetail } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import type { TrendPoint } from './trend-point.js';

const TrendChart = lazy(() =>
  import('./trend-chart.js').then((module) => ({ default: module.TrendChart })),
);

interface TrendPanelProps {
  unit: UnitDetail;
  period: number;
  map: string;
  figure: Indicator;
}

function TrendTable({
  points,
  indicator,
}: {
  points: readonly TrendPoint[];
  indicator: Indicator;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table striped>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('unit.year')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('figure.value')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('figure.fraction')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {points.map(({ period, figure }) => (
          <Table.Tr key={period}>
            <Table.Th scope="row">{period}</Table.Th>
            <Table.Td ta="right">{format.figure(indicator, figure)}</Table.Td>
            <Table.Td ta="right">
              {figure
                ? `${format.count(figure.numerator)} / ${format.count(figure.denominator)}`
                : '—'}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A year that has only begun to be owed would draw a fall to zero that never happened. */
const withoutEmptyTail = (periods: Trend['periods'], chosen: number): Trend['periods'] => {
  const last = periods.findLastIndex(
    (row) =>
      Number(row.period) === chosen ||
      Object.values(row.indicators).some((figure) => figure.numerator > 0),
  );
  return periods.slice(0, last + 1);
};

/** The chosen figure over the years, as a line or, for whoever reads rather than looks, a table. */
export function TrendPanel({ unit, period, map, figure }: TrendPanelProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState('chart');
  const from = Math.min(...unit.years, period);
  const to = Math.max(...unit.years, period);
  const trend = useQuery(trendQuery(unit.id, from, to, map));
  const points = withoutEmptyTail(trend.data?.periods ?? [], period).map((row) => ({
    period: String(row.period),
    figure: row.indicators[figure],
  }));
  const some = points.some((point) => typeof point.figure?.value === 'number');
  return (
    <Panel
      title={t('trend.title', { name: t(`indicator.${figure}.name`) })}
      hint={t(`indicator.${figure}.meaning`)}
      aside={
        <SegmentedControl
          className="no-print"
          size="xs"
          value={form}
          onChange={setForm}
          aria-label={t('trend.form')}
          data={[
            { value: 'chart', label: t('trend.chart') },
            { value: 'table', label: t('trend.table') },
          ]}
        />
      }
    >
      {trend.isError && <Failure error={trend.error} retry={() => void trend.refetch()} />}
      {trend.isPending && <Loading />}
      {trend.data && !some && <Empty title={t('trend.none')} advice={t('trend.noneAdvice')} />}
      {some && form === 'table' && <TrendTable points={points} indicator={figure} />}
      {some && form === 'chart' && (
        <Suspense fallback={<Loading height={260} />}>
          <TrendChart points={points} indicator={figure} current={String(period)} />
        </Suspense>
      )}
    </Panel>
  );
}
