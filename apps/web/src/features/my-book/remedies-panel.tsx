import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BookRemedy, BookShortcoming } from '../../api/book.js';
import { today } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';
import classes from './my-book.module.css';

interface RemediesPanelProps {
  shortcomings: readonly BookShortcoming[];
  remedies: readonly BookRemedy[];
}

function Remedy({ remedy }: { remedy: BookRemedy }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('criticism-session');
  const done = remedy.status !== 'open';
  const late = !done && Boolean(remedy.due && remedy.due < today());
  return (
    <Group gap="xs" wrap="wrap">
      <Link
        to="/r/$workflow/$id"
        params={{ workflow: 'criticism-session', id: remedy.sessionId }}
        size="sm"
      >
        {remedy.measure || t('book.remedy')}
      </Link>
      <Badge size="sm" variant="light" color={late ? 'red' : done ? 'green' : 'orange'} tt="none">
        {late ? t('book.late') : words.value('status', remedy.status)}
      </Badge>
      {remedy.due && (
        <Text span size="xs" c="dimmed">
          {t('record.dueBy', { on: format.date(remedy.due) })}
        </Text>
      )}
    </Group>
  );
}

/** What was found wanting, and what was promised about it by when. */
export function RemediesPanel({ shortcomings, remedies }: RemediesPanelProps) {
  const { t } = useTranslation();
  const words = useWords('criticism-session');
  if (shortcomings.length === 0 && remedies.length === 0) return null;
  const named = new Set(shortcomings.map(({ id }) => id));
  const others = remedies.filter((one) => !named.has(one.shortcomingId ?? ''));
  return (
    <Panel title={t('book.remedies')}>
      <ul className={classes.rows}>
        {shortcomings.map((one) => (
          <li key={one.id}>
            <Stack gap={4}>
              <Text size="sm" fw={600}>
                {one.text || (one.area ? words.value('area', one.area) : t('book.shortcoming'))}
              </Text>
              <Text size="xs" c="dimmed">
                {[
                  one.text && one.area && words.value('area', one.area),
                  one.severity && words.value('severity', one.severity),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              {remedies
                .filter(({ shortcomingId }) => shortcomingId === one.id)
                .map((remedy) => (
                  <Remedy key={remedy.id} remedy={remedy} />
                ))}
            </Stack>
          </li>
        ))}
        {others.map((remedy) => (
          <li key={remedy.id}>
            <Remedy remedy={remedy} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
