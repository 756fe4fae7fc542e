import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconChecklist, IconGavel, IconMessagePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/types.js';
import { useMe } from '../../api/session.js';
import { today } from '../../format/dates.js';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';
import { CommandDialog, newId } from '../command-form/index.js';
import { keptText } from '../command-form/kept-text.js';
import { Composer } from './composer.js';
import { LeftText } from './left-text.js';
import { type AgendaItem, itemOf, type ItemRecord, type MeetingTold } from './meeting-data.js';
import classes from './room.module.css';
import { usePeople } from './room-people.js';
import { SaidLines } from './said-lines.js';

export const isAllowed = (actions: readonly Action[], command: string): boolean =>
  actions.some((one) => one.command === command && one.allowed);

interface AgendaPanelProps {
  id: string;
  told: MeetingTold;
  actions: readonly Action[];
  /** Who may be written down as speaking: those present. */
  speakers: readonly string[];
  /** Whether the meeting is going on, or its minutes are being written. */
  isLive: boolean;
}

/** The points of the agenda: who says what at each, what was gone through, what came of it. */
export function AgendaPanel({ id, told, actions, speakers, isLive }: AgendaPanelProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('room.agenda')} hint={told.theme}>
      <ol className={classes.items}>
        {told.agenda.map((item, index) => (
          <li key={item.key}>
            <Point
              id={id}
              item={item}
              number={index + 1}
              record={itemOf(told, item.key)}
              actions={actions}
              speakers={speakers}
              isLive={isLive}
            />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface PointProps {
  id: string;
  item: AgendaItem;
  number: number;
  record: ItemRecord;
  actions: readonly Action[];
  speakers: readonly string[];
  /** Whether the meeting is going on, or its minutes are being written. */
  isLive: boolean;
}

function Point({ id, item, number, record, actions, speakers, isLive }: PointProps) {
  const { t } = useTranslation();
  const words = useWords('meeting');
  const { nameOf } = usePeople();
  const me = useMe();
  // What was begun here stands open again when the page is.
  const [writing, setWriting] = useState(
    () => keptText(me.username, `meeting.${id}.discuss@${item.key}`).read() !== null,
  );
  const [dialog, setDialog] = useState<'concludeItem' | 'reviewContent' | null>(null);
  // The recorder writes for everybody; whoever is there, what they say themselves.
  const writable = isAllowed(actions, 'discuss')
    ? speakers
    : isLive && me.memberId !== null && speakers.includes(me.memberId)
      ? [me.memberId]
      : [];
  const maySpeak = writable.length > 0;
  const { reviewed, conclusion } = record;
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>
          {number}. {item.title}
        </Text>
        <Group gap={6} mt={4}>
          <Badge variant="light" color="gray" tt="none">
            {words.value('kind', item.kind)}
          </Badge>
          {reviewed !== undefined && (
            <Badge variant="light" color="teal" tt="none" leftSection={<IconChecklist size={13} />}>
              {reviewed === 'all'
                ? t('room.reviewedAll')
                : t('room.reviewedSome', { count: reviewed.length })}
            </Badge>
          )}
        </Group>
      </div>
      <SaidLines
        workflow="meeting"
        command="retractDiscussion"
        id={id}
        said={record.said}
        mayRetract={isAllowed(actions, 'retractDiscussion')}
      />
      {conclusion && (
        <Text size="sm">
          <b>{t('room.conclusion')}:</b>{' '}
          {conclusion.text ?? t('room.concludedBy', { name: conclusion.by })}
        </Text>
      )}
      <Group gap="xs" className="no-print">
        {maySpeak && !writing && (
          <Button
            variant="light"
            leftSection={<IconMessagePlus size={17} aria-hidden />}
            onClick={() => setWriting(true)}
          >
            {t('room.addSpeech')}
          </Button>
        )}
        {isAllowed(actions, 'concludeItem') && (
          <Button
            variant="default"
            leftSection={<IconGavel size={17} aria-hidden />}
            onClick={() => setDialog('concludeItem')}
          >
            {t(conclusion ? 'room.concludeAgain' : 'room.concludePoint')}
          </Button>
        )}
        {isAllowed(actions, 'reviewContent') && item.kind === 'study_follow' && (
          <Button
            variant="default"
            leftSection={<IconChecklist size={17} aria-hidden />}
            onClick={() => setDialog('reviewContent')}
          >
            {t('room.review')}
          </Button>
        )}
      </Group>
      {!maySpeak && <LeftText workflow="meeting" id={id} command="discuss" about={item.key} />}
      {maySpeak && writing && (
        <Composer
          workflow="meeting"
          id={id}
          command="discuss"
          about={item.key}
          label={t('room.whatWasSaid')}
          speakerLabel={t('room.whoSpeaks')}
          speakers={writable.map((value) => ({ value, label: nameOf(value) }))}
          inputOf={(text, speakerId) => ({ id: newId(), itemKey: item.key, speakerId, text })}
          submitLabel={t('room.record')}
        />
      )}
      {dialog && (
        <CommandDialog
          workflow="meeting"
          id={id}
          command={dialog}
          shared
          initial={{ itemKey: item.key, ...(dialog === 'reviewContent' && { on: today() }) }}
          fields={{
            itemKey: { hidden: true },
            memberIds: {
              kind: 'choices',
              options: speakers.map((value) => ({ value, label: nameOf(value) })),
            },
          }}
          close={() => setDialog(null)}
        />
      )}
    </Stack>
  );
}
