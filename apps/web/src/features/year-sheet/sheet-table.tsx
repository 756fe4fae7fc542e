import { Checkbox, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RatingItem } from '../../api/cycle-types.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { SortHeader, useSorting } from '../../ui/sorting.js';
import { StateBadge } from '../../ui/state-badge.js';
import rows from '../unit/rows.module.css';
import { RatingBadge } from './rating-badge.js';
import { keyOf, ratingIdOf, standingOf } from './sheet-values.js';
import classes from './year-sheet.module.css';

const ORDER = ['excellent', 'good', 'completed', 'not_completed'];
const rank = (row: RatingItem): number => {
  const at = ORDER.indexOf(standingOf(row) ?? '');
  return at < 0 ? ORDER.length : at;
};
const nameOf = ({ name, subjectId }: RatingItem): string => name ?? subjectId;
const byName = (a: RatingItem, b: RatingItem): number => nameOf(a).localeCompare(nameOf(b), 'vi');

const COMPARISONS = {
  name: byName,
  unit: (a: RatingItem, b: RatingItem) =>
    (a.unitName ?? '').localeCompare(b.unitName ?? '', 'vi', { numeric: true }) || byName(a, b),
  standing: (a: RatingItem, b: RatingItem) => rank(a) - rank(b) || byName(a, b),
  reviews: (a: RatingItem, b: RatingItem) => (a.reviews ?? -1) - (b.reviews ?? -1),
  unremedied: (a: RatingItem, b: RatingItem) => (a.unremedied ?? 0) - (b.unremedied ?? 0),
};

interface SheetTableProps {
  rows: readonly RatingItem[];
  /** Lines that can be chosen; absent: none can. */
  choice?: {
    may: (row: RatingItem) => boolean;
    chosen: ReadonlySet<string>;
    toggle: (key: string) => void;
  };
}

/** The sheet: each subject from its own word to the decision, beside what it rests on. */
export function SheetTable({ rows: given, choice }: SheetTableProps) {
  const { t } = useTranslation();
  const { sorted, sort, toggle } = useSorting(given, 'standing', 'asc', COMPARISONS);
  const head = { sort, toggle };
  return (
    <Table className={`${rows.rows ?? ''} ${classes.sheet ?? ''}`} verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          {choice && (
            <Table.Th scope="col" className="no-print" aria-label={t('yearSheet.choose')} />
          )}
          <SortHeader {...head} name="name" label={t('yearSheet.subject')} />
          <SortHeader {...head} name="unit" label={t('member.unit')} />
          <Table.Th scope="col">{t('yearSheet.self')}</Table.Th>
          <SortHeader {...head} name="standing" label={t('yearSheet.proposed')} />
          <Table.Th scope="col">{t('yearSheet.appraised')}</Table.Th>
          <Table.Th scope="col">{t('yearSheet.decided')}</Table.Th>
          <SortHeader {...head} name="reviews" label={t('yearSheet.reviews')} right />
          <SortHeader {...head} name="unremedied" label={t('yearSheet.unremedied')} right />
          <Table.Th scope="col">{t('registrations.state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((row) => (
          <Line key={keyOf(row)} row={row} {...(choice && { choice })} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Line({ row, choice }: { row: RatingItem; choice?: SheetTableProps['choice'] }) {
  const { t } = useTranslation();
  const key = keyOf(row);
  return (
    <Table.Tr>
      {choice && (
        <Table.Td className="no-print">
          {choice.may(row) && (
            <Checkbox
              checked={choice.chosen.has(key)}
              onChange={() => choice.toggle(key)}
              aria-label={t('yearSheet.chooseOne', { name: nameOf(row) })}
            />
          )}
        </Table.Td>
      )}
      <Table.Td data-main>
        <Subject row={row} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {row.unitName ?? row.unitId}
        </Text>
      </Table.Td>
      <Table.Td data-label={t('yearSheet.self')}>
        <RatingBadge rating={row.selfRating} />
      </Table.Td>
      <Table.Td data-label={t('yearSheet.proposed')}>
        <RatingBadge rating={row.proposed} />
      </Table.Td>
      <Table.Td data-label={t('yearSheet.appraised')}>
        <RatingBadge rating={row.appraised} />
      </Table.Td>
      <Table.Td data-label={t('yearSheet.decided')}>
        <RatingBadge rating={row.decided} />
      </Table.Td>
      <Table.Td ta="right" data-label={t('yearSheet.reviews')}>
        <Reviews row={row} />
      </Table.Td>
      <Table.Td ta="right" data-label={t('yearSheet.unremedied')}>
        <Text span size="sm" {...((row.unremedied ?? 0) > 0 && { c: 'var(--guong-bad)', fw: 700 })}>
          {row.unremedied ?? '—'}
        </Text>
      </Table.Td>
      <Table.Td>
        <Link
          to="/r/$workflow/$id"
          params={{ workflow: 'classification', id: ratingIdOf(row) }}
          aria-label={t('yearSheet.openOf', { name: nameOf(row) })}
        >
          <StateBadge workflow="classification" state={row.state} size="sm" />
        </Link>
      </Table.Td>
    </Table.Tr>
  );
}

/** A member's name leads to what the rating rests on. */
function Subject({ row }: { row: RatingItem }) {
  if (row.subjectKind === 'unit')
    return (
      <Link to="/units/$unitId" params={{ unitId: row.subjectId }} size="sm" fw={600}>
        {nameOf(row)}
      </Link>
    );
  return (
    <Link
      to="/members/$memberId/year-sheet"
      params={{ memberId: row.subjectId }}
      search={{ year: row.year }}
      size="sm"
      fw={600}
    >
      {nameOf(row)}
    </Link>
  );
}

/** Periods remarked on, of those due. */
function Reviews({ row: { reviews, reviewsDue } }: { row: RatingItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (reviews === null) return <>—</>;
  const due = reviewsDue ?? 0;
  const behind = reviews < due;
  return (
    <Text span size="sm" className="nowrap" {...(behind && { c: 'var(--guong-warn)', fw: 600 })}>
      {t('yearSheet.of', { count: reviews, part: format.count(reviews), of: format.count(due) })}
    </Text>
  );
}
