import { Button, Group, Modal, MultiSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { today } from '../../format/dates.js';
import { useWords } from '../../ui/words.js';
import { CommandFailure, useCommand } from '../command-form/index.js';
import { keptText } from '../command-form/kept-text.js';
import type { MeetingVote } from './meeting-data.js';
import { usePeople } from './room-people.js';

interface Totals {
  votes: Record<string, number>;
  invalid: number;
  tellers: string[];
}

interface TallyDialogProps {
  id: string;
  vote: MeetingVote;
  title: string;
  /** How many with a vote are present: as many papers, or hands, were given out. */
  voting: number;
  close: () => void;
}

/** The totals of a vote. Nobody is asked who chose what. */
export function TallyDialog({ id, vote, title, voting, close }: TallyDialogProps) {
  const { t } = useTranslation();
  const words = useWords('meeting');
  const me = useMe();
  const { all } = usePeople();
  const phone = useMediaQuery('(max-width: 48em)');
  const kept = keptText<Totals>(me.username, `meeting.${id}.tallyVote@${vote.voteId}`);
  const [totals, setTotals] = useState<Totals>(
    () =>
      kept.read()?.values ?? {
        votes: {},
        invalid: 0,
        tellers: me.memberId ? [me.memberId] : [],
      },
  );
  const order = useCommand('meeting', id, () => kept.forget());
  const write = (next: Totals) => {
    setTotals(next);
    kept.keep(next);
  };
  const votes = vote.options.map((option) => ({ option, count: totals.votes[option] ?? 0 }));
  const valid = votes.reduce((sum, { count }) => sum + count, 0);
  const returned = valid + totals.invalid;
  const send = () =>
    order.mutate(
      {
        command: 'tallyVote',
        input: {
          ...{ voteId: vote.voteId, issued: Math.max(voting, returned), returned, valid, votes },
          ...{ tellers: totals.tellers, on: today() },
        },
        expectedRevision: null,
      },
      { onSuccess: close },
    );
  return (
    <Modal
      opened
      onClose={close}
      fullScreen={phone}
      title={<Text fw={700}>{t('room.totalsOf', { title })}</Text>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        aria-label={t('room.enterTotals')}
        onSubmit={(event) => {
          event.preventDefault();
          if (!order.isPending) send();
        }}
      >
        <Stack gap="md">
          {[...vote.options, 'invalid'].map((option) => (
            <NumberInput
              key={option}
              label={option === 'invalid' ? t('room.invalid') : words.value('option', option)}
              value={option === 'invalid' ? totals.invalid : (totals.votes[option] ?? 0)}
              onChange={(value) => {
                const count = Number(value) || 0;
                write(
                  option === 'invalid'
                    ? { ...totals, invalid: count }
                    : { ...totals, votes: { ...totals.votes, [option]: count } },
                );
              }}
              min={0}
              allowDecimal={false}
              allowNegative={false}
              inputMode="numeric"
            />
          ))}
          <MultiSelect
            label={t('room.tellers')}
            data={all.map(({ memberId, name }) => ({ value: memberId, label: name ?? memberId }))}
            value={totals.tellers}
            onChange={(tellers) => write({ ...totals, tellers })}
          />
          <Text size="sm" role="status" c={returned > voting ? 'var(--guong-bad)' : 'dimmed'}>
            {t('room.returned', { returned, voting })}
          </Text>
          {order.isError && <CommandFailure error={order.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={order.isPending}>
              {t('room.recordTotals')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
