import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetEvent } from '../../api/cycle-types.js';
import { daysBetween } from '../../format/days.js';
import { useFormat } from '../../format/use-format.js';
import { DelayBadge } from '../../ui/delay-badge.js';
import { EventLink } from '../../ui/event-link.js';

/** Events in order, each a link to where it stands. */
export function EventChain({ events }: { events: readonly SheetEvent[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.eventId}>
          <Group gap="xs">
            <EventLink event={event} />
            <DelayBadge days={daysBetween(event.on, event.recordedAt)} />
          </Group>
          <Text size="xs" c="dimmed">
            {t('yearSheet.recorded', {
              at: format.moment(event.recordedAt),
              position: event.position.replace(/^0+(?=.)/, ''),
            })}
          </Text>
        </li>
      ))}
    </ol>
  );
}
