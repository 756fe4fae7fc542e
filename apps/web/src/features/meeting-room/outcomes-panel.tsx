import { Badge, Button, Group, Text } from '@mantine/core';
import { IconMedal, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import type { Action } from '../../api/types.js';
import { today } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';
import { CommandDialog } from '../command-form/index.js';
import { isAllowed } from './agenda-panel.js';
import type { MeetingTold } from './meeting-data.js';
import classes from './room.module.css';
import { usePeople } from './room-people.js';

export interface Issue {
  id: string;
  ownerId: string;
  due: string;
  status: string;
}

type Asked = { command: string; initial: Record<string, unknown> } | null;

interface OutcomesPanelProps {
  id: string;
  unitId: string;
  told: MeetingTold;
  issues: readonly Issue[];
  actions: readonly Action[];
}

const HIDDEN = { hidden: true };

/** What the meeting laid on whom by when, and whose merit it noted. */
export function OutcomesPanel({ id, unitId, told, issues, actions }: OutcomesPanelProps) {
  const { t } = useTranslation();
  const { all, nameOf } = usePeople();
  const [asked, setAsked] = useState<Asked>(null);
  const people = all
    .filter((one) => one.unitId === unitId)
    .map(({ memberId, name }) => ({ value: memberId, label: name ?? memberId }));
  const mayAssign = isAllowed(actions, 'assignIssue');
  const mayNote = isAllowed(actions, 'noteMerit');
  return (
    <Panel title={t('room.outcomes')}>
      <Group gap="xs" className="no-print">
        {mayAssign && (
          <Button
            variant="default"
            leftSection={<IconUserCheck size={17} aria-hidden />}
            onClick={() => setAsked({ command: 'assignIssue', initial: { on: today() } })}
          >
            {t('room.assign')}
          </Button>
        )}
        {mayNote && (
          <Button
            variant="default"
            leftSection={<IconMedal size={17} aria-hidden />}
            onClick={() =>
              setAsked({ command: 'noteMerit', initial: { subjectKind: 'member', on: today() } })
            }
          >
            {t('room.noteMerit')}
          </Button>
        )}
      </Group>
      {issues.length + told.merits.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('room.noOutcomes')}
        </Text>
      )}
      <ul className={classes.items}>
        {issues.map((issue) => (
          <IssueLine
            key={issue.id}
            issue={issue}
            text={told.issueTexts.get(issue.id)}
            actions={actions}
            ask={setAsked}
          />
        ))}
        {told.merits.map((merit) => (
          <li key={merit.id}>
            <Text size="sm">
              <IconMedal size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
              <b>{merit.subjectKind === 'unit' ? t('room.theCell') : nameOf(merit.subjectId)}</b>
              {': '}
              {merit.text ?? t('room.sealed')}
            </Text>
          </li>
        ))}
      </ul>
      {asked && (
        <CommandDialog
          workflow="meeting"
          id={id}
          command={asked.command}
          shared
          unitId={unitId}
          initial={asked.initial}
          fields={{
            on: HIDDEN,
            basis: HIDDEN,
            deedKey: HIDDEN,
            subjectKind: HIDDEN,
            ownerId: { kind: 'choice', options: people },
            subjectId: { kind: 'choice', options: people },
            ...(asked.initial['id'] !== undefined && { id: HIDDEN }),
          }}
          close={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}

interface IssueLineProps {
  issue: Issue;
  text: string | undefined;
  actions: readonly Action[];
  ask: (asked: Asked) => void;
}

function IssueLine({ issue, text, actions, ask }: IssueLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const words = useWords('meeting');
  const { nameOf } = usePeople();
  const { id, ownerId, due, status } = issue;
  const isLate = status === 'open' && due < today();
  const initial = { id, on: today() };
  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {text ?? t('room.sealed')}
          </Text>
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
      <Group gap="xs" mt={6} className="no-print">
        {status === 'open' && ownerId === me.memberId && isAllowed(actions, 'reportIssue') && (
          <Button
            size="xs"
            variant="light"
            onClick={() => ask({ command: 'reportIssue', initial })}
          >
            {words.command('reportIssue')}
          </Button>
        )}
        {status === 'reported' && isAllowed(actions, 'verifyIssue') && (
          <Button
            size="xs"
            variant="light"
            onClick={() => ask({ command: 'verifyIssue', initial: { ...initial, done: true } })}
          >
            {words.command('verifyIssue')}
          </Button>
        )}
      </Group>
    </li>
  );
}
