import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RATINGS, type Rating, type RatingItem } from '../../api/cycle-types.js';
import { useWords } from '../../ui/words.js';
import { type Change, keyOf, standingOf } from './sheet-values.js';
import classes from './year-sheet.module.css';

const REASONS = ['cap', 'facts', 'unit_rating', 'discipline', 'error'] as const;

interface DecisionLinesProps {
  rows: readonly RatingItem[];
  changes: Readonly<Record<string, Change>>;
  change: (key: string, next: Change) => void;
}

/** Every line of the list with the rating it gets; one that differs asks why. */
export function DecisionLines({ rows, changes, change }: DecisionLinesProps) {
  const { t } = useTranslation();
  const words = useWords('rating-list');
  return (
    <ul className={classes.lines} aria-label={t('yearSheet.lines')}>
      {rows.map((row) => {
        const key = keyOf(row);
        const standing = standingOf(row);
        const now = changes[key]?.rating ?? standing ?? 'good';
        const differs = now !== standing;
        const name = row.name ?? row.subjectId;
        // Nobody is raised to the best who was not proposed for it.
        const open = RATINGS.filter((rating) => rating !== 'excellent' || standing === 'excellent');
        return (
          <li
            key={key}
            className={`${classes.line ?? ''} ${differs ? (classes.changed ?? '') : ''}`}
          >
            <div>
              <Text size="sm" fw={600}>
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {row.unitName}
              </Text>
            </div>
            <NativeSelect
              size="xs"
              aria-label={t('yearSheet.ratingOf', { name })}
              value={now}
              data={open.map((rating) => ({
                value: rating,
                label: t(`yearSheet.short.${rating}`),
              }))}
              onChange={(event) => {
                const rating = event.currentTarget.value as Rating;
                change(key, { rating, reason: changes[key]?.reason ?? '' });
              }}
            />
            {differs ? (
              <NativeSelect
                size="xs"
                aria-label={t('yearSheet.reasonOf', { name })}
                value={changes[key]?.reason ?? ''}
                data={[
                  { value: '', label: t('yearSheet.why') },
                  ...REASONS.map((code) => ({ value: code, label: words.value('reason', code) })),
                ]}
                onChange={(event) =>
                  change(key, { rating: now, reason: event.currentTarget.value })
                }
              />
            ) : (
              <span />
            )}
          </li>
        );
      })}
    </ul>
  );
}
