import type { FactSpecs } from '../workflow.js';
import { blockCommand, type BlockContext } from './block-context.js';
import {
  judgeVote,
  type OpenVote,
  type Tally,
  type VoteFacts,
  type VoteNames,
  type VoteOutcome,
  type VoteRule,
  type VoteSpec,
} from './vote.js';
import { countable, openable, votesOf } from './vote.guards.js';

interface OpenedData {
  voteId: string;
  options: readonly string[];
  electorate: readonly string[];
  rule: VoteRule;
}
interface TalliedData {
  voteId: string;
  tally: Tally;
  outcome: VoteOutcome;
  winner?: string;
}

/** What each fact does to the list of votes. */
const voteFacts = (names: VoteNames, list: string) => ({
  [names.opened]: {
    apply: (state: object, { voteId, options, electorate, rule }: OpenedData) =>
      void votesOf(state, list).push({
        id: voteId,
        options,
        electorate,
        rule,
        tally: undefined,
        outcome: undefined,
        winner: undefined,
      }),
  },
  [names.tallied]: {
    apply(state: object, { voteId, tally, outcome, winner }: TalliedData) {
      const found = votesOf(state, list).find(({ id }) => id === voteId)!;
      found.tally = tally;
      found.outcome = outcome;
      found.winner = winner;
    },
  },
});

/**
 * A vote with a frozen electorate. Expands into an opening and a tally; a secret ballot keeps
 * totals only, and nobody votes for another.
 */
export const vote =
  <State extends object, StateName extends string>() =>
  <const N extends VoteNames, Of extends object>(spec: VoteSpec<State, StateName, N, Of>) => {
    type Facts = VoteFacts<N, Of>;
    const { names, list, identity } = spec;
    const facts = voteFacts(names, list) as unknown as FactSpecs<State, Facts, StateName>;
    const command = blockCommand<State, Facts, StateName>();
    const open = command(
      spec.inputs.open,
      spec.openIn,
      spec.openBy,
      [openable(list, (context: BlockContext<State, OpenVote>) => spec.electorate(context))],
      names.opened,
      (context) => ({
        data: {
          ...identity(context.state),
          voteId: context.input.voteId,
          options: [...context.input.options],
          electorate: [...new Set(spec.electorate(context))],
          rule: spec.rule(context),
          on: context.input.on,
        },
      }),
      { personal: true, ...(spec.needs && { needs: spec.needs }) },
    );
    const tally = command(
      spec.inputs.tally,
      spec.tallyIn,
      spec.tallyBy,
      [countable(list)],
      names.tallied,
      ({ state, input }) => {
        const { electorate, rule } = votesOf(state, list).find(({ id }) => id === input.voteId)!;
        const votes = input.votes.map(({ option, count }) => ({ option, count }));
        const { issued, returned, valid } = input;
        const counted = { issued, returned, valid, votes };
        return {
          data: {
            ...identity(state),
            voteId: input.voteId,
            electorate: electorate.length,
            tally: counted,
            ...judgeVote(rule, electorate.length, counted),
            tellers: [...input.tellers],
            on: input.on,
          },
        };
      },
      { personal: true },
    );
    return { facts, commands: { open, tally } };
  };
