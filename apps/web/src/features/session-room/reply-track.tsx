import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import type { Action } from '../../api/types.js';
import { today } from '../../format/dates.js';
import { CommandFailure, useCommand } from '../command-form/index.js';
import { Composer, isAllowed } from '../meeting-room/index.js';
import type { Asked } from './asked.js';
import type { Item, SessionState } from './session-data.js';
import classes from './session-room.module.css';

interface ReplyTrackProps {
  id: string;
  item: Item;
  data: SessionState;
  actions: readonly Action[];
  ask: (asked: Asked) => void;
}

/** The right of reply: offered, then used or given up; before that nothing is concluded. */
export function ReplyTrack({ id, item, data, actions, ask }: ReplyTrackProps) {
  const { t } = useTranslation();
  const me = useMe();
  const { subjectId, offered, reply } = item;
  const voice = item.role === 'collective' ? data.headId : subjectId;
  const isVoice = voice !== undefined && voice === me.memberId;
  const isRecorder = data.recorderId !== undefined && data.recorderId === me.memberId;
  const order = useCommand('criticism-session', id);
  const say = (command: string) =>
    order.mutate({ command, input: { subjectId, on: today() }, expectedRevision: null });
  const steps = [
    { key: 'offered', done: offered },
    { key: 'replied', done: reply !== undefined },
  ] as const;
  return (
    <section className={classes.reply} aria-label={t('session.rightOfReply')}>
      <Stack gap="sm">
        <Text fw={600} size="sm">
          {t('session.rightOfReply')}
        </Text>
        <ol className={classes.steps}>
          {steps.map(({ key, done }) => (
            <li key={key} data-done={done || undefined}>
              {done ? (
                <IconCircleCheck size={17} aria-hidden />
              ) : (
                <IconCircleDashed size={17} aria-hidden />
              )}
              {done && key === 'replied'
                ? t(`session.replyIs.${reply ?? 'none'}`)
                : t(`session.step.${key}.${done ? 'done' : 'due'}`)}
            </li>
          ))}
        </ol>
        {order.isError && <CommandFailure error={order.error} />}
        <Group gap="xs" className="no-print">
          {!offered && isAllowed(actions, 'offerResponse') && (
            <Button variant="light" loading={order.isPending} onClick={() => say('offerResponse')}>
              {t('session.offer')}
            </Button>
          )}
          {offered && reply === undefined && isVoice && (
            <Button
              variant="default"
              loading={order.isPending}
              onClick={() => say('waiveResponse')}
            >
              {t('session.waive')}
            </Button>
          )}
          {offered && reply === undefined && !isVoice && isRecorder && (
            <Button
              variant="default"
              onClick={() => ask({ command: 'waiveResponse', initial: { onTheirWord: true } })}
            >
              {t('session.waivedByWord')}
            </Button>
          )}
        </Group>
        {offered && isVoice && (
          <Composer
            workflow="criticism-session"
            id={id}
            command="recordResponse"
            about={subjectId}
            label={t('session.reply')}
            inputOf={(text) => ({ subjectId, text, on: today() })}
            submitLabel={t('session.recordReply')}
            minRows={3}
          />
        )}
      </Stack>
    </section>
  );
}
