import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { today } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { CommandDialog } from '../command-form/index.js';
import type { Said } from './meeting-data.js';
import classes from './room.module.css';
import { usePeople } from './room-people.js';

interface SaidLinesProps {
  workflow: string;
  /** The command that takes words back. */
  command: string;
  /** What else is to be said of a line. */
  noteOf?: (one: Said) => string;
  id: string;
  said: readonly Said[];
  mayRetract: boolean;
}

/** What was said at a point, in order; one's own words may be taken back. */
export function SaidLines(props: SaidLinesProps) {
  const { workflow, command, id, said, mayRetract, noteOf } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const { nameOf } = usePeople();
  const [retracting, setRetracting] = useState<string | null>(null);
  if (said.length === 0) return null;
  return (
    <>
      <ul className={classes.said}>
        {said.map((one) => (
          <li key={one.id}>
            <Text size="sm">
              <b>{nameOf(one.speakerId)}:</b>{' '}
              <Text
                span
                fz="inherit"
                td={one.retracted === undefined ? undefined : 'line-through'}
                c={one.text === undefined ? 'dimmed' : undefined}
                style={{ whiteSpace: 'pre-wrap' }}
              >
                {one.text ?? t('room.sealed')}
              </Text>
            </Text>
            <Group gap="xs">
              <Text size="xs" c="dimmed">
                {noteOf && `${noteOf(one)} · `}
                {format.moment(one.at).slice(-5)} · {t('room.writtenBy', { name: one.writerName })}
                {one.retracted !== undefined && ` · ${t('room.takenBack')} ${one.retracted}`}
              </Text>
              {mayRetract && one.speakerId === me.memberId && one.retracted === undefined && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  className="no-print"
                  onClick={() => setRetracting(one.id)}
                >
                  {t('room.takeBack')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {retracting && (
        <CommandDialog
          workflow={workflow}
          id={id}
          command={command}
          shared
          initial={{ id: retracting, on: today() }}
          fields={{ id: { hidden: true }, on: { hidden: true } }}
          close={() => setRetracting(null)}
        />
      )}
    </>
  );
}
