import { Blockquote, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link as RouterLink } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Book, BookPeriod } from '../../api/book.js';
import { today } from '../../format/dates.js';
import { Panel } from '../../ui/panel.js';
import { stateLook } from '../../ui/state-badge.js';
import { useWords } from '../../ui/words.js';
import classes from './my-book.module.css';
import { hasBegun, isCurrent } from './next-step.js';
import { periodsOf, usePeriodName } from './period-name.js';

/** The periods of the year at a glance: each with its state as a mark and a word. */
export function PeriodsPanel({ book }: { book: Book }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const known = new Map(book.periods.map((one) => [one.period, one]));
  const cadence = book.cadence ?? (book.periods[0]?.period.includes('q') ? 'quarterly' : 'monthly');
  // Of a period that has not begun, or passed long ago without a word, there is nothing to say.
  const begun = (period: string) => {
    const found = known.get(period);
    return found?.state === 'due' && !isCurrent(period, today()) ? undefined : found;
  };
  const last = [...book.periods].reverse().find((one) => one.nextDirection);
  return (
    <Panel title={t('book.periods')} hint={t('book.periodsHint')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: cadence === 'quarterly' ? 2 : 3, xs: 4, md: 6 }} spacing={8}>
          {periodsOf(book.year, cadence).map((period) => (
            <PeriodCell
              key={period}
              name={periodName(period)}
              period={begun(period)}
              isPast={hasBegun(period, today())}
            />
          ))}
        </SimpleGrid>
        {last && (
          <Blockquote
            p="sm"
            color="son"
            cite={t('book.directionOf', { period: periodName(last.period) })}
          >
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {last.nextDirection}
            </Text>
          </Blockquote>
        )}
      </Stack>
    </Panel>
  );
}

interface PeriodCellProps {
  name: string;
  period: BookPeriod | undefined;
  isPast: boolean;
}

function PeriodCell({ name, period, isPast }: PeriodCellProps) {
  const { t } = useTranslation();
  const words = useWords('review');
  if (!period) {
    return (
      <div className={classes.period} data-empty>
        <Text size="xs" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {t(isPast ? 'book.noWord' : 'book.notYet')}
        </Text>
      </div>
    );
  }
  const { icon: Icon, color } = stateLook(period.state);
  return (
    <RouterLink
      to="/r/$workflow/$id"
      params={{ workflow: 'review', id: period.id }}
      className={classes.period}
    >
      <Text size="xs" fw={600}>
        {name}
      </Text>
      <span className={classes.mark} style={{ color: `var(--mantine-color-${color}-light-color)` }}>
        <Icon size={15} aria-hidden />
        <Text span size="xs">
          {words.state(period.state)}
          {period.late ? ` · ${t('book.late')}` : ''}
        </Text>
      </span>
      {period.merit === 'notable' && (
        <Text size="xs" c="var(--guong-good)">
          {t('book.merit')}
        </Text>
      )}
    </RouterLink>
  );
}
