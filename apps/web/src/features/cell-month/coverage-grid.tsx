import { Text } from '@mantine/core';
import { IconCheck, IconUsersGroup } from '@tabler/icons-react';
import { Link as RouterLink } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { today } from '../../format/dates.js';
import { Link } from '../../ui/link.js';
import { usePeriodName } from '../my-book/period-name.js';
import type { CoverageCell, CoverageRow } from './cell-month-api.js';
import classes from './cell-month.module.css';
import { firstDayOf } from './cell-period.js';

type Standing = 'none' | 'full' | 'part' | 'missing';

const standingOf = ({ period, due, remarked }: CoverageCell): Standing => {
  // Nobody is behind in a month that has not begun.
  if (due === 0 || (remarked === 0 && firstDayOf(period) > today())) return 'none';
  if (remarked >= due) return 'full';
  return remarked > 0 ? 'part' : 'missing';
};

/** Khu phố 2 before khu phố 10. */
const NAMES = new Intl.Collator('vi', { numeric: true });
const byName = (a: CoverageRow, b: CoverageRow): number =>
  NAMES.compare(a.unitName ?? a.unitId, b.unitName ?? b.unitId);

interface CoverageGridProps {
  rows: readonly CoverageRow[];
  year: number;
  /** The period looked at; marked in the grid. */
  period?: string | undefined;
  /** A caption for screen readers. */
  caption: string;
}

/**
 * Cells × periods: in each how many of those due were remarked on, and a mark where the cell met.
 * Every square leads to the cell's month. Cells that look every quarter stand across three months.
 */
export function CoverageGrid({ rows, year, period, caption }: CoverageGridProps) {
  const { t } = useTranslation();
  const monthly = rows.some(({ cadence }) => cadence === 'monthly');
  const heads = Array.from({ length: monthly ? 12 : 4 }, (_, index) => index + 1);
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={caption}>
        <table className={classes.grid}>
          <caption className={classes.hidden}>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('cell.unit')}</th>
              {heads.map((number) => (
                <th key={number} scope="col">
                  {monthly ? t('cell.monthShort', { number }) : t('cell.quarterShort', { number })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows].sort(byName).map((row) => (
              <tr key={row.unitId}>
                <th scope="row">
                  <Link to="/cell" search={{ year, unit: row.unitId }} size="sm">
                    {row.unitName ?? row.unitId}
                  </Link>
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.period} colSpan={monthly && row.cadence === 'quarterly' ? 3 : 1}>
                    <Square cell={cell} row={row} year={year} isShown={cell.period === period} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Legend />
    </>
  );
}

interface SquareProps {
  cell: CoverageCell;
  row: CoverageRow;
  year: number;
  isShown: boolean;
}

function Square({ cell, row, year, isShown }: SquareProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const { period, due, remarked, late, missed, meetingId } = cell;
  const standing = standingOf(cell);
  const words = [
    row.unitName ?? row.unitId,
    periodName(period),
    standing === 'none' ? t('cell.nothingDue') : t('cell.remarked', { done: remarked, all: due }),
    late > 0 && t('cell.lateCount', { count: late }),
    missed > 0 && t('cell.missedCount', { count: missed }),
    t(meetingId ? 'cell.met' : 'cell.notMet'),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <RouterLink
      to="/cell"
      search={{ year, unit: row.unitId, period }}
      className={classes.square}
      data-standing={standing}
      data-shown={isShown || undefined}
      aria-label={words}
      title={words}
    >
      <span aria-hidden>
        {standing === 'full' && <IconCheck size={13} />}
        {standing === 'none' ? '–' : `${String(remarked)}/${String(due)}`}
      </span>
      <span className={classes.met} aria-hidden>
        {meetingId && <IconUsersGroup size={13} />}
        {late + missed > 0 && <b>{`+${String(late + missed)}`}</b>}
      </span>
    </RouterLink>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <Text component="ul" size="xs" c="dimmed" className={classes.legend}>
      {(['full', 'part', 'missing', 'none'] as const).map((standing) => (
        <li key={standing}>
          <span className={classes.swatch} data-standing={standing} aria-hidden />
          {t(`cell.standing.${standing}`)}
        </li>
      ))}
      <li>
        <IconUsersGroup size={14} aria-hidden /> {t('cell.met')}
      </li>
      <li>
        <b>+1</b> {t('cell.lateOrMissed')}
      </li>
    </Text>
  );
}
