import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import type { Action } from '../../api/types.js';
import { today } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';
import { CommandDialog } from '../command-form/index.js';
import { isAllowed, usePeople } from '../meeting-room/index.js';
import type { Remedy, SessionTold } from './session-data.js';
import classes from './session-room.module.css';

interface RemediesPanelProps {
  id: string;
  told: SessionTold;
  remedies: readonly Remedy[];
  actions: readonly Action[];
}

type Asked = { command: string; initial: Record<string, unknown> } | null;

/** What everybody owes after the session: measure, owner, due date, how it stands. */
export function RemediesPanel({ id, told, remedies, actions }: RemediesPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const words = useWords('criticism-session');
  const { nameOf } = usePeople();
  const [asked, setAsked] = useState<Asked>(null);
  if (remedies.length === 0) return null;
  const commandsFor = ({ status, ownerId }: Remedy): string[] => {
    if (status === 'open' && ownerId === me.memberId) return ['reportRemedy'];
    return status === 'reported' ? ['verifyRemedy'] : [];
  };
  return (
    <Panel title={t('session.remedies')}>
      {remedies.map((remedy) => {
        const { id: key, ownerId, due, status } = remedy;
        const isLate = status === 'open' && due < today();
        return (
          <div key={key} className={classes.shortcoming}>
            <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
              <div style={{ minWidth: 0 }}>
                <Text size="sm">{told.remedyTexts.get(key) ?? t('room.sealed')}</Text>
                <Text size="xs" c="dimmed">
                  <b>{nameOf(ownerId)}</b> · {t('record.dueBy', { on: format.date(due) })}
                </Text>
              </div>
              <Badge
                variant="light"
                tt="none"
                style={{ flex: 'none' }}
                color={isLate ? 'red' : status === 'done' ? 'green' : 'orange'}
              >
                {isLate ? t('cell.late') : words.value('status', status)}
              </Badge>
            </Group>
            <Group gap="xs" mt={4} className="no-print">
              {commandsFor(remedy)
                .filter((command) => isAllowed(actions, command))
                .map((command) => (
                  <Button
                    key={command}
                    size="xs"
                    variant="light"
                    onClick={() =>
                      setAsked({
                        command,
                        initial: {
                          id: key,
                          on: today(),
                          ...(command === 'verifyRemedy' && { done: true }),
                        },
                      })
                    }
                  >
                    {words.command(command)}
                  </Button>
                ))}
            </Group>
          </div>
        );
      })}
      {asked && (
        <CommandDialog
          workflow="criticism-session"
          id={id}
          command={asked.command}
          shared
          initial={asked.initial}
          fields={{ id: { hidden: true }, on: { hidden: true } }}
          close={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}
