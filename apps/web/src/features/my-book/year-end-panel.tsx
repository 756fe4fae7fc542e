import { Group, Stack, Text } from '@mantine/core';
import { IconMedal } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Book } from '../../api/book.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { StateBadge } from '../../ui/state-badge.js';
import { useWords } from '../../ui/words.js';
import classes from './my-book.module.css';

/** Self-review and rating of the year, each a link to its record. */
export function YearEndPanel({ book }: { book: Book }) {
  const { t } = useTranslation();
  const words = useWords('classification');
  const { selfReview, rating } = book;
  if (!selfReview && !rating) return null;
  return (
    <Panel title={t('book.yearEnd')}>
      <Stack gap="xs">
        {selfReview && (
          <Link
            to="/r/$workflow/$id"
            params={{ workflow: 'criticism-session', id: selfReview.id }}
            size="sm"
          >
            {t('book.selfReview', { version: selfReview.version })}
          </Link>
        )}
        {rating && (
          <Group gap="xs">
            <Link
              to="/r/$workflow/$id"
              params={{ workflow: 'classification', id: rating.id }}
              size="sm"
              fw={600}
            >
              {rating.rating ? words.value('rating', rating.rating) : words.name}
            </Link>
            <StateBadge workflow="classification" state={rating.state} size="sm" />
          </Group>
        )}
      </Stack>
    </Panel>
  );
}

/** Awards of the year, each a link to its record. */
export function AwardsPanel({ awards }: { awards: Book['awards'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('commendation');
  if (awards.length === 0) return null;
  return (
    <Panel title={t('book.awards')}>
      <ul className={classes.rows}>
        {awards.map((award) => (
          <li key={award.id}>
            <Group gap="xs">
              <IconMedal size={18} color="var(--mantine-color-vang-6)" aria-hidden />
              <Link
                to="/r/$workflow/$id"
                params={{ workflow: 'commendation', id: award.id }}
                size="sm"
                fw={600}
              >
                {words.value('form', award.form)}
              </Link>
              {award.state && <StateBadge workflow="commendation" state={award.state} size="sm" />}
              <Text span size="xs" c="dimmed">
                {[award.decisionNo, award.on && format.date(award.on)].filter(Boolean).join(' · ')}
              </Text>
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
