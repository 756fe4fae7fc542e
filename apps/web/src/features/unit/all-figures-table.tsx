import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FIGURE_GROUPS, groupOf, INDICATORS, isJudged } from '../../api/indicators.js';
import type { ChildFigures, Figure, Indicator } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { SortHeader, useSorting } from '../../ui/sorting.js';
import classes from './ranking.module.css';

type Row = ChildFigures['children'][number];

interface AllFiguresTableProps {
  rows: readonly Row[];
  search: { period: number; map?: string };
  selected: Indicator;
  select: (indicator: Indicator) => void;
}

/** Depth of the tint says how far from full; the number says it too. */
const tintOf = (indicator: Indicator, figure: Figure | undefined): string | undefined => {
  if (!isJudged(indicator) || typeof figure?.value !== 'number') return undefined;
  const missing = Math.round((1 - figure.value) * 100);
  if (missing === 0) return 'color-mix(in srgb, var(--guong-good) 14%, transparent)';
  return `color-mix(in srgb, var(--guong-bad) ${String(Math.min(45, 6 + missing))}%, transparent)`;
};

const comparators = Object.fromEntries(
  INDICATORS.map((indicator) => [
    indicator,
    (a: Row, b: Row) =>
      (a.indicators[indicator]?.value ?? -1) - (b.indicators[indicator]?.value ?? -1),
  ]),
) as Record<Indicator, (a: Row, b: Row) => number>;

/** Every child unit with all figures of the chosen one's group. */
export function AllFiguresTable({ rows, search, selected, select }: AllFiguresTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sorted, sort, toggle } = useSorting(rows, selected, 'asc', {
    name: (a: Row, b: Row) => a.unit.name.localeCompare(b.unit.name, 'vi', { numeric: true }),
    ...comparators,
  });
  const shown: readonly Indicator[] = FIGURE_GROUPS[groupOf(selected)];
  const choose = (name: string) => {
    toggle(name);
    const indicator = INDICATORS.find((one) => one === name);
    if (indicator) select(indicator);
  };
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table verticalSpacing={6} striped>
        <Table.Thead>
          <Table.Tr>
            <SortHeader name="name" sort={sort} toggle={toggle} label={t('ranking.unit')} />
            {shown.map((indicator) => (
              <SortHeader
                key={indicator}
                name={indicator}
                sort={sort}
                toggle={choose}
                label={t(`indicator.${indicator}.short`)}
                right
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map((row) => (
            <Table.Tr key={row.unit.id}>
              <Table.Td>
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
              {shown.map((indicator) => (
                <Table.Td key={indicator} ta="right">
                  <Text
                    component="span"
                    size="sm"
                    className={`${classes['cell'] ?? ''} nowrap`}
                    bg={tintOf(indicator, row.indicators[indicator])}
                  >
                    {format.figure(indicator, row.indicators[indicator])}
                  </Text>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
