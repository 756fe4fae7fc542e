import { Group, RingProgress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Book } from '../../api/book.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';
import classes from './my-book.module.css';

const LAST = 6;

/** How many of the year's meetings the person attended, and the last ones. */
export function MeetingsPanel({ meetings }: { meetings: NonNullable<Book['meetings']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('meeting');
  const { attended, expected, items = [] } = meetings;
  if (expected === 0) return null;
  const share = Math.round((attended / expected) * 100);
  return (
    <Panel title={t('book.meetings')}>
      <Group gap="md" wrap="nowrap" align="flex-start">
        <RingProgress
          size={84}
          thickness={9}
          roundCaps
          aria-hidden
          sections={[{ value: share, color: 'var(--guong-bar)' }]}
          label={
            <Text ta="center" size="sm" fw={700}>
              {share}%
            </Text>
          }
        />
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text size="sm" fw={600}>
            {t('book.attended', { attended, expected })}
          </Text>
          <ul className={classes.rows}>
            {[...items]
              .sort((a, b) => b.on.localeCompare(a.on))
              .slice(0, LAST)
              .map((meeting) => (
                <li key={meeting.id}>
                  <Link
                    to="/r/$workflow/$id"
                    params={{ workflow: 'meeting', id: meeting.id }}
                    size="sm"
                  >
                    {format.date(meeting.on)}
                    {meeting.kind && ` · ${words.value('kind', meeting.kind)}`}
                  </Link>
                  {meeting.attendance && (
                    <Text span size="xs" c="dimmed">
                      {` ${words.value('attendance', meeting.attendance)}`}
                    </Text>
                  )}
                </li>
              ))}
          </ul>
        </div>
      </Group>
    </Panel>
  );
}
