import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarDue } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useWords } from '../../ui/words.js';
import { CommandDialog, type CommandDialogProps } from './command-dialog.js';
import { LeftBehind, useIsBegun } from './left-behind.js';
import { WhyNot } from './why-not.js';

/** What a page adds to the dialog of one command. */
export type CommandRoom = Omit<CommandDialogProps, 'workflow' | 'id' | 'command' | 'close'>;

export interface ActionButtonsProps {
  workflow: string;
  id: string;
  actions: readonly Action[];
  /** Only these commands, in this order; default: all, as declared. */
  only?: readonly string[];
  /** Commands that the page offers elsewhere. */
  except?: readonly string[];
  /** What the page adds to every dialog, or to that of one command. */
  dialog?: CommandRoom;
  dialogs?: Readonly<Record<string, CommandRoom>>;
  unitId?: string | undefined;
  /** The record's data: fields that name one of its lines become choices among them. */
  data?: Record<string, unknown>;
  /** Shown where nothing can be done. */
  nothing?: ReactNode;
  /** Whether to say why the other commands are not possible; default: yes. */
  explain?: boolean;
}

/** Orders the due first, then as declared. */
const byDue = (a: Action, b: Action): number => (a.due ?? '9999').localeCompare(b.due ?? '9999');

/** What can be done with a record as buttons with due dates; below, why the rest is not. */
export function ActionButtons(props: ActionButtonsProps) {
  const { workflow, id, actions, only, except = [], unitId, nothing, explain = true } = props;
  const words = useWords(workflow);
  const format = useFormat();
  const { t } = useTranslation();
  const isBegun = useIsBegun(workflow, id);
  const [open, setOpen] = useState<string | null>(null);
  const shown = (only ?? actions.map(({ command }) => command)).flatMap((name) => {
    const action = actions.find(({ command }) => command === name);
    return action && !except.includes(name) ? [action] : [];
  });
  const allowed = shown.filter((action) => action.allowed);
  if (!only) allowed.sort(byDue);
  const room = open === null ? {} : { ...props.dialog, ...props.dialogs?.[open] };
  return (
    <Stack gap="sm">
      {allowed.length === 0 && nothing}
      {allowed.length > 0 && (
        <Group gap="xs" role="group" aria-label={t('common.actions')}>
          {allowed.map((action, index) => (
            <Button
              key={action.command}
              variant={index === 0 ? 'filled' : 'default'}
              onClick={() => setOpen(action.command)}
              h="auto"
              mih={42}
              // The marks above and below Vietnamese letters need their room.
              styles={{ label: { overflow: 'visible', lineHeight: 1.45 } }}
              py={6}
            >
              <Stack gap={0} align="flex-start">
                <span>{words.command(action.command)}</span>
                {isBegun(action.command) && (
                  <Text span size="xs" fw={400} c="inherit">
                    {t('record.begun')}
                  </Text>
                )}
                {action.due && (
                  <Text span size="xs" fw={400} c="inherit">
                    <IconCalendarDue
                      size={13}
                      aria-hidden
                      style={{ verticalAlign: '-2px', marginRight: 4 }}
                    />
                    {t('record.dueBy', { on: format.date(action.due) })}
                  </Text>
                )}
              </Stack>
            </Button>
          ))}
        </Group>
      )}
      <LeftBehind workflow={workflow} id={id} actions={shown.filter((one) => !one.allowed)} />
      {explain && <WhyNot workflow={workflow} actions={shown.filter((one) => !one.allowed)} />}
      {open !== null && (
        <CommandDialog
          workflow={workflow}
          id={id}
          command={open}
          unitId={unitId}
          data={props.data}
          {...room}
          close={() => setOpen(null)}
        />
      )}
    </Stack>
  );
}
