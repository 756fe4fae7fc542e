import { Button, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import type { Instance } from '../../api/instance-types.js';
import { useMe } from '../../api/session.js';
import type { HistoryItem } from '../../api/types.js';
import { today } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { UnitName } from '../../ui/names.js';
import { Panel } from '../../ui/panel.js';
import { Failure, Loading } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import { ActionButtons } from '../command-form/index.js';
import { BeginRecord } from '../instance/index.js';
import { AgendaPanel, isAllowed } from './agenda-panel.js';
import { roomCounts } from './attendance-counts.js';
import { AttendancePanel } from './attendance-panel.js';
import { LatestActs } from './latest-acts.js';
import { meetingTold, type MeetingTold } from './meeting-data.js';
import { MinutesPanel } from './minutes-panel.js';
import { type Issue, OutcomesPanel } from './outcomes-panel.js';
import { RoomHead } from './room-head.js';
import { peopleOf, PeopleContext, usePeople } from './room-people.js';
import { roomEventsQuery, roomPeopleQuery, roomRecordQuery, unitOfRoom } from './room-queries.js';
import { RoomSections } from './room-sections.js';
import { entriesOf } from './use-attendance.js';
import { useOutline } from './use-outline.js';
import { VotesPanel } from './votes-panel.js';

const route = getRouteApi('/shell/meeting/$id');

/** A meeting as a room: whoever is in it sees what the others do, and all may write at once. */
export function MeetingPage() {
  const { id } = route.useParams();
  return <Meeting key={id} id={id} />;
}

function Meeting({ id }: { id: string }) {
  const record = useQuery(roomRecordQuery('meeting', id));
  const events = useQuery({ ...roomEventsQuery('meeting', id), enabled: record.isSuccess });
  const people = useQuery({ ...roomPeopleQuery('meeting', id), retry: false });
  const everybody = useMemo(() => peopleOf(people.data?.people ?? []), [people.data]);
  if (record.isError && !record.data) {
    if (isApiError(record.error) && record.error.code === 'NOT_FOUND')
      return <BeginRecord workflow="meeting" id={id} />;
    return <Failure error={record.error} retry={() => void record.refetch()} />;
  }
  if (events.isError && !events.data)
    return <Failure error={events.error} retry={() => void events.refetch()} />;
  if (!record.data || !events.data || people.isPending) return <Loading height={400} />;
  return (
    <PeopleContext value={everybody}>
      <Room id={id} record={record.data} events={events.data} />
    </PeopleContext>
  );
}

interface RoomProps {
  id: string;
  record: Instance;
  events: readonly HistoryItem[];
}

interface MeetingData {
  chairId?: string;
  issues?: Issue[];
  record?: { minutes: string };
}

/** What moves the meeting on; all else is done where it stands. */
const STEPS = ['schedule', 'publishMaterials', 'open', 'close', 'postpone', 'cancel'];

function Room({ id, record, events }: RoomProps) {
  const { t } = useTranslation();
  const told = useMemo(() => meetingTold(events), [events]);
  const { all } = usePeople();
  const unitId = unitOfRoom(id);
  const { state, actions } = record;
  const data = record.data as MeetingData;
  const own = all.filter((one) => one.unitId === unitId);
  const presences = new Map(entriesOf(record).map((one) => [one.memberId, one.presence]));
  const present = [...presences].filter(([, one]) => one === 'present').map(([who]) => who);
  const { voting } = roomCounts(all, presences);
  const began = !['scheduled', 'materials_published', 'postponed', 'cancelled'].includes(state);
  const attendance = (
    <AttendancePanel
      workflow="meeting"
      id={id}
      record={record}
      people={own.length > 0 ? own : all}
      on={told.on}
      quorum={told.quorum}
      besides={() => ({
        ...(told.temporary.length > 0 && { temporary: told.temporary }),
        ...(told.guests.length > 0 && { guests: told.guests }),
      })}
    />
  );
  const outline = useOutline(record, told);
  // Whoever has nothing to move on sees the room first.
  const hasStep = STEPS.some((step) => isAllowed(actions, step));
  const steps = (
    <Panel title={t('record.next')} className="no-print">
      <NextSteps id={id} record={record} told={told} />
    </Panel>
  );
  return (
    <>
      <MeetingHead id={id} record={record} told={told} />
      <Stack gap="lg">
        {hasStep && steps}
        <RoomSections
          sections={[
            ...(began || isAllowed(actions, 'recordAttendance')
              ? [{ key: 'attendance', column: 'side' as const, content: attendance }]
              : []),
            {
              key: 'agenda',
              column: 'main',
              content: (
                <AgendaPanel
                  id={id}
                  told={told}
                  actions={actions}
                  speakers={[...present, ...told.temporary, ...told.guests]}
                  isLive={['open', 'held', 'minutes_draft'].includes(state)}
                />
              ),
            },
            ...(began
              ? [
                  {
                    key: 'outcomes',
                    column: 'main' as const,
                    content: (
                      <Stack gap="lg">
                        <VotesPanel id={id} told={told} actions={actions} voting={voting} />
                        <OutcomesPanel
                          id={id}
                          unitId={unitId}
                          told={told}
                          issues={data.issues ?? []}
                          actions={actions}
                        />
                      </Stack>
                    ),
                  },
                  {
                    key: 'minutes',
                    column: 'main' as const,
                    content: (
                      <MinutesPanel
                        workflow="meeting"
                        id={id}
                        actions={actions}
                        minutes={told.minutes}
                        outline={outline}
                        standing={data.record?.minutes ?? 'none'}
                        adopted={told.adopted}
                        voting={voting}
                        after={['score', 'report', 'file']}
                      >
                        <Score told={told} />
                      </MinutesPanel>
                    ),
                  },
                ]
              : []),
            { key: 'latest', column: 'side', content: <LatestActs events={events} /> },
          ]}
        />
        {!hasStep && steps}
      </Stack>
    </>
  );
}

function MeetingHead({ id, record, told }: { id: string; record: Instance; told: MeetingTold }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('meeting');
  const { nameOf } = usePeople();
  const { chairId } = record.data as MeetingData;
  const facts = [
    <UnitName key="unit" id={unitOfRoom(id)} />,
    told.startsAt && `${told.startsAt}, ${told.place ?? ''}`,
    chairId && t('room.chairIs', { name: nameOf(chairId) }),
    told.lasted && t('cell.lasted', { minutes: told.lasted.minutes }),
    told.lasted?.short && t('cell.short'),
  ];
  return (
    <>
      <RoomHead
        workflow="meeting"
        state={record.state}
        title={t('room.meetingOf', {
          kind: words.value('kind', told.kind ?? 'regular'),
          on: format.date(told.on),
        })}
        facts={facts}
        aside={
          <Button
            variant="default"
            className="no-print"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
            visibleFrom="sm"
          >
            {t('common.print')}
          </Button>
        }
      />
      {told.materials.length > 0 && (
        <Text size="sm" mb="md">
          {t('room.materials')}:{' '}
          {told.materials
            .map(({ title, documentNo }) => [title, documentNo && `(${documentNo})`].join(' '))
            .join('; ')}
        </Text>
      )}
    </>
  );
}

function NextSteps({ id, record, told }: { id: string; record: Instance; told: MeetingTold }) {
  const { t } = useTranslation();
  const me = useMe();
  const { all } = usePeople();
  // The moment at which a dialog opens; rounded down, for nothing is opened in the future.
  const now = new Date().toISOString().replace(/:\d\d\.\d+Z$/, ':00Z');
  const chair = all.find(({ office }) => office === 'secretary')?.memberId ?? me.memberId ?? '';
  const people = all.map(({ memberId, name }) => ({ value: memberId, label: name ?? memberId }));
  return (
    <ActionButtons
      workflow="meeting"
      id={id}
      actions={record.actions}
      only={STEPS}
      unitId={unitOfRoom(id)}
      data={record.data}
      dialog={{ shared: true }}
      dialogs={{
        open: {
          initial: { at: now, chairId: chair },
          fields: {
            chairId: { kind: 'choice', options: people },
            recorderId: { kind: 'choice', options: people },
          },
        },
        close: { initial: { at: now } },
        publishMaterials: { initial: { on: today() } },
        cancel: { initial: { on: today() } },
        schedule: {
          initial: {
            ...{ kind: told.kind, on: told.on, startsAt: told.startsAt, place: told.place },
            agenda: told.agenda,
          },
        },
      }}
      nothing={
        <Text size="sm" c="dimmed">
          {t('room.noStep')}
        </Text>
      }
    />
  );
}

function Score({ told }: { told: MeetingTold }) {
  const { t } = useTranslation();
  const words = useWords('meeting');
  if (!told.score) return null;
  return (
    <Text size="sm" fw={600}>
      {t('room.scored', {
        points: told.score.points,
        level: words.value('level', told.score.level),
      })}
    </Text>
  );
}
