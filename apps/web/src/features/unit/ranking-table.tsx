import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChildFigures, Indicator } from '../../api/types.js';
import { isJudged, isShare } from '../../api/indicators.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { SortHeader, useSorting } from '../../ui/sorting.js';
import { Standing } from './standing.js';
import classes from './ranking.module.css';

type Row = ChildFigures['children'][number];

interface RankingTableProps {
  rows: readonly Row[];
  indicator: Indicator;
  search: { period: number; map?: string };
}

const FIRST = 15;
const valueOf = (row: Row, indicator: Indicator): number => row.indicators[indicator]?.value ?? -1;

/** Child units by one figure: a bar to look at, the numbers to read, a link to go down. */
export function RankingTable({ rows, indicator, search }: RankingTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const { sorted, sort, toggle } = useSorting(rows, 'value', 'desc', {
    name: (a: Row, b: Row) => a.unit.name.localeCompare(b.unit.name, 'vi', { numeric: true }),
    value: (a: Row, b: Row) => valueOf(a, indicator) - valueOf(b, indicator),
    denominator: (a: Row, b: Row) =>
      (a.indicators[indicator]?.denominator ?? 0) - (b.indicators[indicator]?.denominator ?? 0),
  });
  const most = isShare(indicator) ? 1 : Math.max(...rows.map((row) => valueOf(row, indicator)), 1);
  const shown = all ? sorted : sorted.slice(0, FIRST);
  return (
    <>
      <Table className={classes.ranking} verticalSpacing={7}>
        <Table.Thead>
          <Table.Tr>
            <SortHeader name="name" sort={sort} toggle={toggle} label={t('ranking.unit')} />
            <SortHeader name="value" sort={sort} toggle={toggle} label={t('figure.value')} />
            <SortHeader
              name="denominator"
              sort={sort}
              toggle={toggle}
              label={t('figure.fraction')}
              right
            />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((row) => {
            const figure = row.indicators[indicator];
            const value = figure?.value;
            const width = typeof value === 'number' ? Math.max(1, (value / most) * 100) : 0;
            return (
              <Table.Tr key={row.unit.id}>
                <Table.Td className={classes.name}>
                  <Link
                    to="/units/$unitId"
                    params={{ unitId: row.unit.id }}
                    search={search}
                    size="sm"
                    fw={600}
                  >
                    {row.unit.name}
                  </Link>
                </Table.Td>
                <Table.Td className={classes.value}>
                  <div className={classes.measure}>
                    <div className="bar" aria-hidden>
                      <span style={{ width: `${String(width)}%` }} />
                    </div>
                    <Text component="span" size="sm" fw={600} className="nowrap">
                      {format.figure(indicator, figure)}
                    </Text>
                    <span className={classes.standing}>
                      {isJudged(indicator) && typeof value === 'number' && (
                        <Standing share={value} />
                      )}
                    </span>
                  </div>
                </Table.Td>
                <Table.Td ta="right" className="nowrap">
                  <Text component="span" size="sm" c="dimmed">
                    {figure
                      ? `${format.count(figure.numerator)} / ${format.count(figure.denominator)}`
                      : '—'}
                  </Text>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {rows.length > FIRST && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => setAll(!all)}
          className="no-print"
        >
          {all ? t('common.less') : t('ranking.more', { count: rows.length })}
        </Button>
      )}
    </>
  );
}
