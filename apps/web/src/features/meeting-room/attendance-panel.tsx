import { Button, Group, Text } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instance } from '../../api/instance-types.js';
import { Panel } from '../../ui/panel.js';
import { CommandFailure } from '../command-form/index.js';
import {
  isQuorate,
  PRESENCES,
  type Presence,
  roomCounts,
  type RoomCounts,
} from './attendance-counts.js';
import classes from './room.module.css';
import type { PersonInRoom } from './room-queries.js';
import { useAttendance } from './use-attendance.js';

interface AttendancePanelProps {
  workflow: string;
  id: string;
  record: Instance;
  /** Who is on the list. */
  people: readonly PersonInRoom[];
  on: string | undefined;
  /** Share and whole of those with a vote who must be there; undefined: as the server says. */
  quorum?: readonly [number, number] | undefined;
  /** Nothing is recorded before everybody is on the list. */
  wantsAll?: boolean;
  besides?: () => Record<string, unknown>;
}

const NOTHING = () => ({});

/** Who is there: one tap a person, counted at once, recorded by itself; several may tap at once. */
export function AttendancePanel(props: AttendancePanelProps) {
  const { workflow, id, record, people, on, quorum, wantsAll = false, besides = NOTHING } = props;
  const { t } = useTranslation();
  const list = useAttendance(record, {
    ...{ workflow, id, on, besides },
    ...(wantsAll && { complete: people.map(({ memberId }) => memberId) }),
  });
  const may = record.actions.some((one) => one.command === 'recordAttendance' && one.allowed);
  const counts = roomCounts(people, list.presences);
  const unmarked = people.filter(({ memberId }) => !list.presences.has(memberId));
  const said = (record.data as { record?: { attendance?: { quorate: boolean } } }).record;
  const quorate = quorum ? isQuorate(counts, quorum) : said?.attendance?.quorate;
  return (
    <Panel
      title={t('room.attendance')}
      aside={
        may &&
        unmarked.length > 0 && (
          <Button
            variant="light"
            className="no-print"
            leftSection={<IconChecks size={18} aria-hidden />}
            onClick={() =>
              list.tap(
                ...unmarked.map(
                  ({ memberId, exempt }) => [memberId, exempt ? 'exempt' : 'present'] as const,
                ),
              )
            }
          >
            {t('room.restPresent', { count: unmarked.length })}
          </Button>
        )
      }
    >
      <Counts counts={counts} quorate={quorate} />
      {list.error !== null && (
        <>
          <CommandFailure error={list.error} />
          <Group>
            <Button size="xs" variant="default" onClick={list.retry}>
              {t('common.retry')}
            </Button>
          </Group>
        </>
      )}
      <ul className={classes.people}>
        {people.map((person) => (
          <Person
            key={person.memberId}
            person={person}
            presence={list.presences.get(person.memberId)}
            mark={may ? (presence) => list.tap([person.memberId, presence]) : undefined}
          />
        ))}
      </ul>
      <Text size="xs" c="dimmed" role="status" mih={18}>
        {list.pending &&
          (wantsAll && unmarked.length > 0
            ? t('room.notAllMarked', { count: unmarked.length })
            : t('room.recording'))}
      </Text>
    </Panel>
  );
}

function Counts({ counts, quorate }: { counts: RoomCounts; quorate: boolean | undefined }) {
  const { t } = useTranslation();
  const { present, expected, excused, unexcused, voting, electorate, listed } = counts;
  return (
    <div className={classes.counts} aria-live="polite">
      <div>
        <b>
          {present}/{expected}
        </b>
        <span>{t('room.present')}</span>
      </div>
      <div>
        <b>{excused}</b>
        <span>{t('room.excused')}</span>
      </div>
      <div>
        <b>{unexcused}</b>
        <span>{t('room.unexcused')}</span>
      </div>
      <div data-good={listed > 0 ? String(quorate === true) : undefined}>
        <b>
          {voting}/{electorate}
        </b>
        <span>
          {listed === 0 || quorate === undefined
            ? t('room.voters')
            : t(quorate ? 'room.quorate' : 'room.notQuorate')}
        </span>
      </div>
    </div>
  );
}

interface PersonProps {
  person: PersonInRoom;
  presence: Presence | undefined;
  /** undefined: the reader may only look. */
  mark: ((presence: Presence) => void) | undefined;
}

function Person({ person, presence, mark }: PersonProps) {
  const { t, i18n } = useTranslation();
  const name = useId();
  const { memberId, office, status, exempt } = person;
  const shown = person.name ?? memberId;
  const officeKey = `office.${office ?? ''}`;
  const note = [
    office && i18n.exists(officeKey) && t(officeKey),
    status === 'probationary' && t('memberStatus.probationary'),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <li data-presence={presence}>
      <div className={classes.person}>
        <Text size="sm" fw={600} id={name}>
          {shown}
        </Text>
        {note && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </div>
      {mark ? (
        <div role="radiogroup" aria-labelledby={name} className={classes.pills}>
          {PRESENCES.filter((one) => one !== 'exempt' || exempt || presence === 'exempt').map(
            (one) => (
              <label key={one} data-presence={one}>
                <input
                  type="radio"
                  name={name}
                  checked={presence === one}
                  onChange={() => mark(one)}
                />
                <span>{t(`room.presence.${one}`)}</span>
              </label>
            ),
          )}
        </div>
      ) : (
        <Text size="sm" c={presence ? undefined : 'dimmed'}>
          {presence ? t(`room.presence.${presence}`) : t('room.notMarked')}
        </Text>
      )}
    </li>
  );
}
