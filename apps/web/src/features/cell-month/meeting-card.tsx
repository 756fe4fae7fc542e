import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarPlus, IconDoorEnter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offeredQuery } from '../../api/instance-queries.js';
import { today } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { DateField } from '../../ui/date-field.js';
import { LinkButton } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { StateBadge } from '../../ui/state-badge.js';
import { useWords } from '../../ui/words.js';
import { CommandDialog } from '../command-form/index.js';
import type { MeetingItem } from './cell-month-api.js';
import classes from './cell-month.module.css';
import {
  commonDay,
  dayToMeet,
  isInPeriod,
  lastDayOf,
  meetingIdFor,
  monthsOf,
} from './cell-period.js';

interface MeetingCardProps {
  unitId: string;
  year: number;
  period: string;
  meetings: readonly MeetingItem[];
}

/** The meetings of the period, or how to call one. */
export function MeetingCard({ unitId, year, period, meetings }: MeetingCardProps) {
  const { t } = useTranslation();
  const here = meetings.filter(({ on, unitId: of }) => of === unitId && isInPeriod(on, period));
  const lacks = !here.some(({ state }) => state !== 'cancelled');
  return (
    <Panel title={t('cell.meeting')}>
      {here.length > 0 && (
        <ul className={classes.rows}>
          {here.map((meeting) => (
            <MeetingLine key={meeting.meetingId} meeting={meeting} />
          ))}
        </ul>
      )}
      <CallMeeting
        key={period}
        unitId={unitId}
        year={year}
        period={period}
        meetings={meetings}
        isFirst={lacks}
      />
    </Panel>
  );
}

function MeetingLine({ meeting }: { meeting: MeetingItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('meeting');
  const { meetingId, on, startsAt, kind, state, present, expected, minutes, short } = meeting;
  const isOn = ['scheduled', 'materials_published', 'open'].includes(state);
  return (
    <li>
      <Group justify="space-between" gap="sm">
        <Stack gap={2} style={{ minWidth: 0, flex: '1 1 200px' }}>
          <Text fw={600}>
            {format.date(on)} {startsAt} · {words.value('kind', kind)}
          </Text>
          <Group gap="xs">
            <StateBadge workflow="meeting" state={state} size="sm" />
            <Text span size="sm" c="dimmed">
              {[
                expected > 0 && t('cell.came', { present, expected }),
                minutes !== null && t('cell.lasted', { minutes }),
                short && t('cell.short'),
                meeting.contentReviewed && t('cell.contentReviewed'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Group>
        </Stack>
        <LinkButton
          to="/meeting/$id"
          params={{ id: meetingId }}
          variant={isOn ? 'filled' : 'default'}
          leftSection={<IconDoorEnter size={18} aria-hidden />}
        >
          {t(isOn ? 'cell.enter' : 'cell.look')}
        </LinkButton>
      </Group>
    </li>
  );
}

interface CallMeetingProps extends MeetingCardProps {
  /** Nothing is called for this period yet. */
  isFirst: boolean;
}

/** A day, then the form with a usual agenda in it; only for whoever may call the cell together. */
function CallMeeting({ unitId, year, period, meetings, isFirst }: CallMeetingProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const months = monthsOf(period);
  const now = today();
  const month = months.find((one) => isInPeriod(now, period) && one === Number(now.slice(5, 7)));
  const [on, setOn] = useState(() =>
    dayToMeet(year, month ?? months[0] ?? 1, commonDay(meetings), now),
  );
  // The id of the meeting asked for: once it is called, the next free id is another.
  const [asked, setAsked] = useState<string | null>(null);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(on);
  const taken = meetings.map(({ meetingId }) => meetingId);
  const id = meetingIdFor(unitId, isDay ? on : `${period.slice(0, 4)}-01-01`, taken);
  const offered = useQuery({ ...offeredQuery('meeting', id), retry: false });
  const initial = useMemo(
    () => ({
      kind: 'regular',
      on,
      startsAt: usualHour(meetings),
      agenda: (['study_follow', 'news', 'work'] as const).map((kind, index) => ({
        key: `k${String(index + 1)}`,
        kind,
        title: t(`cell.agenda.${kind}`),
      })),
    }),
    [on, meetings, t],
  );
  const may = offered.data?.actions.some((one) => one.command === 'schedule' && one.allowed);
  // Of a period that is over nothing more is called, unless it had no meeting at all.
  const isOver = !isFirst && now > lastDayOf(period);
  // A form that is open stays, whatever may be called next.
  if (asked === null && (!may || isOver)) {
    return isFirst ? (
      <Text size="sm" c="dimmed">
        {t('cell.noMeeting')}
      </Text>
    ) : null;
  }
  return (
    <>
      {isFirst && <Text size="sm">{t('cell.noMeetingYet')}</Text>}
      <Group align="flex-end" gap="sm" className="no-print">
        <DateField label={t('cell.day')} value={on} onChange={setOn} maw={190} />
        <Button
          leftSection={<IconCalendarPlus size={18} aria-hidden />}
          variant={isFirst ? 'filled' : 'default'}
          disabled={!isDay}
          onClick={() => setAsked(id)}
        >
          {t(isFirst ? 'cell.call' : 'cell.callAnother')}
        </Button>
      </Group>
      {asked !== null && (
        <CommandDialog
          workflow="meeting"
          id={asked}
          command="schedule"
          unitId={unitId}
          initial={initial}
          fields={FIELDS}
          close={() => setAsked(null)}
          onDone={() => void navigate({ to: '/meeting/$id', params: { id: asked } })}
        />
      )}
    </>
  );
}

const FIELDS = { on: { hidden: true }, 'agenda.programmeId': { hidden: true } } as const;

/** The hour of the last meeting, or half past seven in the evening, after work. */
const usualHour = (meetings: readonly MeetingItem[]): string =>
  meetings.at(-1)?.startsAt ?? '19:30';
