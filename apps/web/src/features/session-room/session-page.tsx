import { Button, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import { offeredQuery } from '../../api/instance-queries.js';
import type { Instance } from '../../api/instance-types.js';
import { useMe } from '../../api/session.js';
import type { HistoryItem } from '../../api/types.js';
import { today } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { UnitName } from '../../ui/names.js';
import { ActionButtons } from '../command-form/index.js';
import {
  AttendancePanel,
  entriesOf,
  isAllowed,
  LatestActs,
  MinutesPanel,
  peopleOf,
  PeopleContext,
  roomCounts,
  roomEventsQuery,
  RoomHead,
  roomPeopleQuery,
  roomRecordQuery,
  RoomSections,
  unitOfRoom,
  usePeople,
} from '../meeting-room/index.js';
import { ItemsPanel } from './items-panel.js';
import { RemediesPanel } from './remedies-panel.js';
import { sessionTold, type SessionState, type SessionTold } from './session-data.js';
import { useSessionOutline } from './use-session-outline.js';

const route = getRouteApi('/shell/session/$id');
const WORKFLOW = 'criticism-session';

/** A criticism session as a room: who is heard in which order, and nothing concluded unanswered. */
export function SessionPage() {
  const { id } = route.useParams();
  return <Session key={id} id={id} />;
}

function Session({ id }: { id: string }) {
  const record = useQuery(roomRecordQuery(WORKFLOW, id));
  const events = useQuery({ ...roomEventsQuery(WORKFLOW, id), enabled: record.isSuccess });
  const people = useQuery({ ...roomPeopleQuery(WORKFLOW, id), retry: false });
  const everybody = useMemo(
    () => peopleOf(people.data?.people ?? [], unitOfRoom(id)),
    [people.data, id],
  );
  const unbegun = isApiError(record.error) && record.error.code === 'NOT_FOUND';
  if (record.isError && !record.data && !unbegun)
    return <Failure error={record.error} retry={() => void record.refetch()} />;
  if (events.isError && !events.data)
    return <Failure error={events.error} retry={() => void events.refetch()} />;
  if (people.isPending || (!unbegun && (!record.data || !events.data)))
    return <Loading height={400} />;
  return (
    <PeopleContext value={everybody}>
      {record.data && events.data ? (
        <Room id={id} record={record.data} events={events.data} />
      ) : (
        <Unbegun id={id} />
      )}
    </PeopleContext>
  );
}

/** The usual subjects stand ready: the collective, its head, deputies, then everybody else. */
function usePlan(id: string) {
  const { all } = usePeople();
  const unitId = unitOfRoom(id);
  const head = all.find(({ office }) => office === 'secretary')?.memberId;
  const roleOf = (memberId: string, office: string | null) =>
    memberId === head ? 'head' : office === 'deputy' ? 'deputy' : 'member';
  const order = ['collective', 'head', 'deputy', 'member'];
  return {
    chairId: head ?? '',
    subjects: [
      { subjectId: unitId, role: 'collective' },
      ...all.map(({ memberId, office }) => ({
        subjectId: memberId,
        role: roleOf(memberId, office),
      })),
    ].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role)),
  };
}

function Unbegun({ id }: { id: string }) {
  const { t } = useTranslation();
  const offered = useQuery(offeredQuery(WORKFLOW, id));
  const plan = usePlan(id);
  if (offered.isError)
    return <Failure error={offered.error} retry={() => void offered.refetch()} />;
  if (!offered.data) return <Loading height={300} />;
  return (
    <>
      <RoomHead
        workflow={WORKFLOW}
        state={offered.data.state}
        title={t('session.title', { year: id.slice(-4) })}
        facts={[<UnitName key="unit" id={unitOfRoom(id)} />]}
      />
      <Panel title={t('record.notBegun')}>
        <ActionButtons
          workflow={WORKFLOW}
          id={id}
          actions={offered.data.actions}
          only={['plan']}
          unitId={unitOfRoom(id)}
          dialogs={{ plan: { initial: plan } }}
          nothing={<Empty title={t('record.nothing')} advice={t('record.nothingAdvice')} />}
        />
      </Panel>
    </>
  );
}

interface RoomProps {
  id: string;
  record: Instance;
  events: readonly HistoryItem[];
}

function Room({ id, record, events }: RoomProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const { all, nameOf } = usePeople();
  const told = useMemo(() => sessionTold(events), [events]);
  const data = record.data as unknown as SessionState;
  const heard = new Set((data.items ?? []).map(({ subjectId }) => subjectId));
  const listed = all.filter(
    ({ memberId, unitId }) => heard.has(memberId) || unitId === data.unitId,
  );
  const presences = new Map(entriesOf(record).map((one) => [one.memberId, one.presence]));
  const { voting } = roomCounts(listed, presences);
  const isSitting = presences.size > 0 || isAllowed(record.actions, 'recordAttendance');
  const standing = data.record?.minutes ?? 'none';
  const isOver = standing !== 'none' || told.lasted !== undefined;
  const outline = useSessionOutline(record, told);
  // Whoever has nothing to move on sees the room first.
  const hasStep = STEPS.some((step) => isAllowed(record.actions, step));
  const steps = (
    <Panel title={t('record.next')} className="no-print">
      <NextSteps id={id} record={record} told={told} />
    </Panel>
  );
  return (
    <>
      <RoomHead
        workflow={WORKFLOW}
        state={record.state}
        title={t('session.title', { year: data.year })}
        facts={[
          <UnitName key="unit" id={data.unitId} />,
          told.on && `${format.date(told.on)}, ${told.place ?? ''}`,
          data.chairId && t('room.chairIs', { name: nameOf(data.chairId) }),
          data.recorderId && t('session.recorderIs', { name: nameOf(data.recorderId) }),
          data.round > 1 && t('session.round', { round: data.round }),
          told.lasted && t('session.lasted', told.lasted),
          told.lasted?.short && t('session.short'),
        ]}
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
      <Stack gap="lg">
        {hasStep && steps}
        <RoomSections
          sections={[
            {
              key: 'items',
              column: 'main',
              content: <ItemsPanel id={id} record={record} told={told} ownId={me.memberId} />,
            },
            ...(isSitting
              ? [
                  {
                    key: 'attendance',
                    column: 'side' as const,
                    content: (
                      <AttendancePanel
                        workflow={WORKFLOW}
                        id={id}
                        record={record}
                        people={listed}
                        on={undefined}
                        wantsAll
                      />
                    ),
                  },
                ]
              : []),
            ...((data.remedies ?? []).length > 0
              ? [
                  {
                    key: 'remedies',
                    column: 'side' as const,
                    content: (
                      <RemediesPanel
                        id={id}
                        told={told}
                        remedies={data.remedies ?? []}
                        actions={record.actions}
                      />
                    ),
                  },
                ]
              : []),
            ...(isOver
              ? [
                  {
                    key: 'minutes',
                    column: 'main' as const,
                    content: (
                      <MinutesPanel
                        workflow={WORKFLOW}
                        id={id}
                        actions={record.actions}
                        minutes={told.minutes}
                        outline={outline}
                        standing={standing}
                        adopted={told.adopted}
                        voting={voting}
                      />
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

const STEPS = [
  ...['plan', 'sendMaterials', 'open', 'conclude', 'adjourn', 'resume'],
  ...['startTracking', 'orderRedo', 'close'],
];

function NextSteps({ id, record, told }: { id: string; record: Instance; told: SessionTold }) {
  const { t } = useTranslation();
  const plan = usePlan(id);
  const { all } = usePeople();
  const data = record.data as unknown as SessionState;
  const planned = (data.items ?? []).map(({ subjectId, role }) => ({ subjectId, role }));
  const clock = new Date().toLocaleTimeString('en-GB', {
    ...{ hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' },
  });
  const moment = { initial: { on: today(), at: clock } };
  const options = all.map(({ memberId, name }) => ({ value: memberId, label: name ?? memberId }));
  return (
    <ActionButtons
      workflow={WORKFLOW}
      id={id}
      actions={record.actions}
      only={STEPS}
      unitId={unitOfRoom(id)}
      data={record.data}
      dialog={{ initial: { on: today() } }}
      dialogs={{
        ...{ open: moment, conclude: moment, adjourn: moment, resume: moment },
        plan: {
          initial: {
            ...plan,
            ...(planned.length > 0 && { subjects: planned, chairId: data.chairId }),
            ...(data.recorderId && { recorderId: data.recorderId }),
            ...(told.on && { on: told.on, place: told.place }),
          },
          fields: { recorderId: { kind: 'choice', options } },
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
