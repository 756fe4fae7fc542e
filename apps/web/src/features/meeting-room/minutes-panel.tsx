import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconFileText, IconWand } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../format/dates.js';
import type { Action } from '../../api/types.js';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';
import { ActionButtons, CommandFailure, useCommand } from '../command-form/index.js';
import { isAllowed } from './agenda-panel.js';
import { LeftText } from './left-text.js';
import classes from './room.module.css';
import { useKeptText } from './use-kept-text.js';

interface MinutesPanelProps {
  workflow: string;
  id: string;
  actions: readonly Action[];
  /** As drafted last, if this reader may read it. */
  minutes: string | undefined;
  /** What was recorded, as a text to begin with. */
  outline: () => string;
  /** How far the minutes are: none, drafted, read, adopted. */
  standing: string;
  adopted: { for: number; against: number; abstained: number } | undefined;
  /** How many with a vote are present. */
  voting: number;
  /** What comes after the minutes. */
  after?: readonly string[];
  children?: ReactNode;
}

/** Minutes: drafted from what was recorded, read aloud, adopted by those present. */
export function MinutesPanel(props: MinutesPanelProps) {
  const { workflow, id, actions, minutes, standing, adopted, voting, after = [] } = props;
  const { t } = useTranslation();
  const words = useWords(workflow);
  const [rewriting, setRewriting] = useState(false);
  const mayDraft = isAllowed(actions, 'draftMinutes');
  const isWriting = mayDraft && (standing === 'none' || rewriting);
  const next = [...(standing === 'none' ? [] : ['readMinutes', 'adoptMinutes']), ...after];
  return (
    <Panel
      title={t('room.minutes')}
      hint={t(`room.minutesAre.${standing}`)}
      aside={
        mayDraft &&
        !isWriting && (
          <Button
            variant="default"
            className="no-print"
            leftSection={<IconFileText size={17} aria-hidden />}
            onClick={() => setRewriting(true)}
          >
            {t('room.redraft')}
          </Button>
        )
      }
    >
      <Stack gap="md">
        {isWriting ? (
          <Draft {...props} done={() => setRewriting(false)} />
        ) : (
          minutes !== undefined && <div className={classes.minutes}>{minutes}</div>
        )}
        {standing !== 'none' && minutes === undefined && !isWriting && (
          <Text size="sm" c="dimmed">
            {t('room.sealed')}
          </Text>
        )}
        {!mayDraft && <LeftText workflow={workflow} id={id} command="draftMinutes" about="room" />}
        {adopted && (
          <Text size="sm" fw={600}>
            {t('room.adoptedBy', { ...adopted })}
          </Text>
        )}
        {props.children}
        <ActionButtons
          workflow={workflow}
          id={id}
          actions={actions}
          only={next}
          explain={false}
          dialog={{ shared: true }}
          dialogs={{
            readMinutes: { initial: { on: today() } },
            adoptMinutes: {
              initial: { on: today(), for: String(voting), against: '0', abstained: '0' },
            },
            score: { initial: { on: today() } },
            report: { initial: { on: today() } },
            file: { initial: { on: today() } },
          }}
          nothing={
            standing === 'none' && !mayDraft ? (
              <Text size="sm" c="dimmed">
                {t('room.minutesLater', { command: words.command('draftMinutes') })}
              </Text>
            ) : null
          }
        />
      </Stack>
    </Panel>
  );
}

function Draft({ workflow, id, minutes, outline, done }: MinutesPanelProps & { done: () => void }) {
  const { t } = useTranslation();
  const kept = useKeptText(`${workflow}.${id}.draftMinutes@room`, minutes ?? '');
  const sent = useRef('');
  const order = useCommand(workflow, id, () => kept.taken(sent.current));
  const send = () => {
    sent.current = kept.text;
    const input = { text: kept.text.trim(), on: today() };
    order.mutate({ command: 'draftMinutes', input, expectedRevision: null }, { onSuccess: done });
  };
  return (
    <form
      className="no-print"
      aria-label={t('room.minutes')}
      onSubmit={(event) => {
        event.preventDefault();
        if (kept.text.trim() !== '' && !order.isPending) send();
      }}
    >
      <Stack gap="sm">
        <Group>
          <Button
            variant="light"
            leftSection={<IconWand size={17} aria-hidden />}
            // What is already typed stays above.
            onClick={() => kept.write([kept.text.trim(), outline()].filter(Boolean).join('\n\n'))}
          >
            {t('room.fromRecord')}
          </Button>
        </Group>
        <Textarea
          label={t('room.minutesText')}
          value={kept.text}
          onChange={(event) => kept.write(event.currentTarget.value)}
          autosize
          minRows={8}
          maxRows={28}
        />
        {order.isError && <CommandFailure error={order.error} />}
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {kept.text.trim() !== '' && t('room.kept')}
          </Text>
          <Button type="submit" loading={order.isPending} disabled={kept.text.trim() === ''}>
            {t('room.saveMinutes')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
