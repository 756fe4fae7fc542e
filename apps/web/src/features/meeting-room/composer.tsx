import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandFailure, useCommand } from '../command-form/index.js';
import classes from './room.module.css';
import { useKeptText } from './use-kept-text.js';

interface ComposerProps {
  workflow: string;
  id: string;
  command: string;
  /** Tells this text apart from others of the same command. */
  about: string;
  label: string;
  speakers?: readonly { value: string; label: string }[];
  speakerLabel?: string;
  /** The input for a text, and whose it is. */
  inputOf: (text: string, speakerId: string) => Record<string, unknown>;
  submitLabel: string;
  minRows?: number;
  /** Fields beside the text. */
  children?: React.ReactNode;
}

/**
 * A place to write where several people write at once: what others record meanwhile is no conflict,
 * and what is typed stays until it has been recorded.
 */
export function Composer(props: ComposerProps) {
  const { workflow, id, command, about, speakers, inputOf } = props;
  const { t } = useTranslation();
  const [speaker, setSpeaker] = useState('');
  const kept = useKeptText(`${workflow}.${id}.${command}@${about}`);
  const sent = useRef('');
  // Forgotten on acceptance, whether this is still on screen or not; what was typed since stays.
  const order = useCommand(workflow, id, () => kept.taken(sent.current));
  const chosen = speakers?.some(({ value }) => value === speaker) ? speaker : '';
  const isReady = kept.text.trim() !== '' && (!speakers || chosen !== '');
  const send = () => {
    sent.current = kept.text;
    const input = inputOf(kept.text.trim(), chosen);
    order.mutate({ command, input, expectedRevision: null });
  };
  return (
    <form
      className={classes.composer}
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !order.isPending) send();
      }}
    >
      <Stack gap={8}>
        {speakers && (
          <NativeSelect
            label={props.speakerLabel}
            value={chosen}
            onChange={(event) => setSpeaker(event.currentTarget.value)}
            data={[{ value: '', label: t('common.choose') }, ...speakers]}
          />
        )}
        <Textarea
          label={props.label}
          value={kept.text}
          onChange={(event) => kept.write(event.currentTarget.value)}
          autosize
          minRows={props.minRows ?? 2}
          maxRows={14}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isReady) send();
          }}
        />
        {props.children}
        {order.isError && <CommandFailure error={order.error} />}
        <Group justify="space-between" gap="xs">
          <Text size="xs" c="dimmed" role="status">
            {kept.text.trim() !== '' && t('room.kept')}
          </Text>
          <Button
            type="submit"
            loading={order.isPending}
            disabled={!isReady}
            leftSection={<IconSend size={16} aria-hidden />}
          >
            {props.submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
