import { guard } from '../guard.js';
import { reason } from '../reason.js';
import type { BlockContext } from './block-context.js';
import type { OpenVote, RecordTally, Vote } from './vote.js';

export const votesOf = (state: object, list: string): Vote[] =>
  (state as Record<string, Vote[]>)[list]!;

export const openable = <State>(
  list: string,
  electorate: (context: BlockContext<State, OpenVote>) => readonly string[],
) =>
  guard<BlockContext<State, OpenVote>>(
    ['VOTE_TWICE', 'OPTIONS_MISSING', 'ELECTORATE_EMPTY'],
    (context) => {
      const { input, state } = context;
      return [
        ...(votesOf(state, list).some(({ id }) => id === input.voteId)
          ? [reason('VOTE_TWICE', { id: input.voteId }, 'voteId')]
          : []),
        ...(new Set(input.options).size < 2 || new Set(input.options).size < input.options.length
          ? [reason('OPTIONS_MISSING', undefined, 'options')]
          : []),
        ...(electorate(context).length === 0 ? [reason('ELECTORATE_EMPTY')] : []),
      ];
    },
  );

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

/** A tally that cannot be is refused; one that reached no quorum is a fact. */
export const countable = (list: string) =>
  guard<BlockContext<object, RecordTally>>(
    ['VOTE_UNKNOWN', 'VOTE_CLOSED', 'TALLY_IMPOSSIBLE', 'OPTION_UNKNOWN', 'TELLERS_MISSING'],
    ({ state, input }) => {
      const vote = votesOf(state, list).find(({ id }) => id === input.voteId);
      if (vote === undefined) return [reason('VOTE_UNKNOWN', { id: input.voteId }, 'voteId')];
      if (vote.tally !== undefined) return [reason('VOTE_CLOSED', { id: input.voteId }, 'voteId')];
      const { issued, returned, valid, votes } = input;
      const sum = votes.reduce((total, { count }) => total + count, 0);
      const possible =
        [issued, returned, valid, ...votes.map(({ count }) => count)].every(isCount) &&
        issued <= vote.electorate.length &&
        returned <= issued &&
        valid <= returned &&
        sum === valid &&
        new Set(votes.map(({ option }) => option)).size === votes.length;
      const tellers = new Set(input.tellers).size;
      return [
        ...(possible
          ? []
          : [reason('TALLY_IMPOSSIBLE', { electorate: vote.electorate.length }, 'votes')]),
        ...votes.flatMap(({ option }, index) =>
          vote.options.includes(option)
            ? []
            : [reason('OPTION_UNKNOWN', { option }, `votes[${index}].option`)],
        ),
        ...(tellers < (vote.rule.secret ? 2 : 1)
          ? [reason('TELLERS_MISSING', undefined, 'tellers')]
          : []),
      ];
    },
  );
