import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheckbox } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/types.js';
import { today } from '../../format/dates.js';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';
import { CommandDialog, newId } from '../command-form/index.js';
import { isAllowed } from './agenda-panel.js';
import type { MeetingTold, MeetingVote } from './meeting-data.js';
import classes from './room.module.css';
import { TallyDialog } from './tally-dialog.js';

const OPTIONS = ['agree', 'disagree', 'no_opinion'];

interface VotesPanelProps {
  id: string;
  told: MeetingTold;
  actions: readonly Action[];
  /** How many with a vote are present. */
  voting: number;
}

/** What is put to the vote; only totals are ever entered. */
export function VotesPanel({ id, told, actions, voting }: VotesPanelProps) {
  const { t } = useTranslation();
  const [opening, setOpening] = useState<string | null>(null);
  const [counting, setCounting] = useState<MeetingVote | null>(null);
  const titles = new Map(told.agenda.map(({ key, title }) => [key, title]));
  const mayOpen = isAllowed(actions, 'openVote');
  if (told.votes.length === 0 && !mayOpen) return null;
  return (
    <Panel
      title={t('room.votes')}
      aside={
        mayOpen && (
          <Button
            variant="default"
            className="no-print"
            leftSection={<IconCheckbox size={17} aria-hidden />}
            onClick={() => setOpening(newId())}
          >
            {t('room.openVote')}
          </Button>
        )
      }
    >
      {told.votes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('room.noVotes')}
        </Text>
      )}
      <ul className={classes.items}>
        {told.votes.map((vote) => (
          <li key={vote.voteId}>
            <VoteLine vote={vote} title={titles.get(vote.itemKey) ?? ''} />
            {vote.outcome === undefined && isAllowed(actions, 'tallyVote') && (
              <Button mt={8} onClick={() => setCounting(vote)} className="no-print">
                {t('room.enterTotals')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {opening && (
        <CommandDialog
          workflow="meeting"
          id={id}
          command="openVote"
          shared
          initial={{ voteId: opening, options: OPTIONS, on: today() }}
          fields={{
            voteId: { hidden: true },
            options: { hidden: true },
            on: { hidden: true },
            itemKey: {
              kind: 'choice',
              options: told.agenda.map(({ key, title }) => ({ value: key, label: title })),
            },
          }}
          close={() => setOpening(null)}
        />
      )}
      {counting && (
        <TallyDialog
          id={id}
          vote={counting}
          title={titles.get(counting.itemKey) ?? ''}
          voting={voting}
          close={() => setCounting(null)}
        />
      )}
    </Panel>
  );
}

function VoteLine({ vote, title }: { vote: MeetingVote; title: string }) {
  const { t } = useTranslation();
  const words = useWords('meeting');
  const { outcome, tally } = vote;
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Badge
          variant="light"
          tt="none"
          style={{ flex: 'none' }}
          color={outcome === undefined ? 'blue' : outcome === 'passed' ? 'green' : 'red'}
        >
          {outcome === undefined ? t('room.voting') : words.value('outcome', outcome)}
        </Badge>
      </Group>
      {tally && (
        <Text size="sm">
          {tally.votes
            .map(({ option, count }) => `${words.value('option', option)}: ${String(count)}`)
            .join(' · ')}
        </Text>
      )}
    </Stack>
  );
}
