import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FigureEvent } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { DelayBadge } from '../../ui/delay-badge.js';
import { Link } from '../../ui/link.js';
import { useEventName } from '../../ui/event-name.js';
import { daysBetween } from '../../format/days.js';

/** One event behind a figure. */
export function FigureEventLine({ event }: { event: FigureEvent }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useEventName();
  const sign = event.contribution > 0 ? '+' : '';
  return (
    <li style={{ padding: '12px 0', borderBottom: '1px solid var(--guong-line)' }}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} size="sm">
            {nameOf(event.type)}
          </Text>
          <Text size="sm" component="div">
            {event.memberId && (
              <>
                <Link to="/members/$memberId" params={{ memberId: event.memberId }} size="sm">
                  {event.memberName ?? event.memberId}
                </Link>
                {' · '}
              </>
            )}
            <Link to="/units/$unitId" params={{ unitId: event.unitId }} size="sm" c="dimmed">
              {event.unitName}
            </Link>
          </Text>
          <Group gap="xs" mt={2}>
            <Text size="xs" c="dimmed">
              {t('events.times', {
                occurred: format.date(event.occurredAt),
                recorded: format.moment(event.recordedAt),
              })}
            </Text>
            <DelayBadge days={daysBetween(event.occurredAt, event.recordedAt)} />
          </Group>
        </div>
        <div style={{ textAlign: 'right', flex: 'none' }}>
          <Badge variant="light" color={event.contribution < 0 ? 'orange' : 'teal'}>
            {sign}
            {format.count(event.contribution)}
          </Badge>
          <Text size="xs" c="dimmed" mt={4}>
            {t('events.position', { position: event.position })}
          </Text>
        </div>
      </Group>
    </li>
  );
}
