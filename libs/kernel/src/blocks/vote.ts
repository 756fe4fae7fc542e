import type { Needs } from '../need.js';
import type { Policy } from '../policy.js';
import type { BlockContext, FieldsHolding, Identity } from './block-context.js';
import type { InputClass } from '../workflow.js';

export type Threshold = 'more_than_half' | 'two_thirds' | 'four_fifths' | 'most_votes';
export type VoteOutcome = 'passed' | 'failed' | 'tied' | 'no_quorum';

/** How a vote is judged; part of the fact that opens it, so that a replay judges alike. */
export interface VoteRule {
  /** Share of the electorate whose ballots must come back, in percent. */
  readonly quorumPercent: number;
  /** What the winning option needs, of the whole electorate or of those who voted. */
  readonly threshold: Threshold;
  readonly of: 'electorate' | 'returned' | 'valid';
  /** Two options with equally many votes at the top. */
  readonly tie: 'failed' | 'chair_decides';
  readonly secret: boolean;
}

/** Totals only: nothing anywhere says who chose what, nor when a single ballot came. */
export interface Tally {
  issued: number;
  returned: number;
  valid: number;
  votes: readonly { option: string; count: number }[];
}

export interface Vote {
  readonly id: string;
  readonly options: readonly string[];
  /** Who may vote, frozen when the vote was opened. */
  readonly electorate: readonly string[];
  readonly rule: VoteRule;
  tally: Tally | undefined;
  outcome: VoteOutcome | undefined;
  /** The option with most votes; undefined: tied, or no votes. */
  winner: string | undefined;
}

export interface VoteNames {
  readonly opened: string;
  readonly tallied: string;
}

export type VoteFacts<N extends VoteNames, Of extends object> = Record<
  N['opened'],
  {
    data: Of & {
      voteId: string;
      options: readonly string[];
      electorate: readonly string[];
      rule: VoteRule;
      on: string;
    };
  }
> &
  Record<
    N['tallied'],
    {
      data: Of & {
        voteId: string;
        electorate: number;
        tally: Tally;
        outcome: VoteOutcome;
        winner?: string;
        tellers: readonly string[];
        on: string;
      };
    }
  >;

export interface OpenVote {
  voteId: string;
  options: string[];
  on: string;
}
export interface RecordTally extends Tally {
  voteId: string;
  votes: { option: string; count: number }[];
  /** Who counted; a secret ballot needs two. */
  tellers: string[];
  on: string;
}

export interface VoteSpec<State, StateName, N, Of> {
  readonly names: N;
  readonly list: FieldsHolding<State, Vote[]>;
  readonly identity: Identity<State, Of>;
  readonly inputs: { readonly open: InputClass<OpenVote>; readonly tally: InputClass<RecordTally> };
  readonly openIn: readonly StateName[];
  readonly tallyIn: readonly StateName[];
  readonly openBy: Policy<keyof State & string>;
  readonly tallyBy: Policy<keyof State & string>;
  /** Who may vote now: from the attendance, a council's list or the like. */
  electorate(context: BlockContext<State, OpenVote>): readonly string[];
  rule(context: BlockContext<State, OpenVote>): VoteRule;
  /** Needs that `electorate` and `rule` read. */
  readonly needs?: Needs;
}

const reaches = (count: number, total: number, threshold: Threshold): boolean => {
  switch (threshold) {
    case 'more_than_half':
      return 2 * count > total;
    case 'two_thirds':
      return 3 * count >= 2 * total;
    case 'four_fifths':
      return 5 * count >= 4 * total;
    case 'most_votes':
      return count > 0;
  }
};

/** Judges totals by a rule: quorum first, then a tie, then the threshold of the winner. */
export function judgeVote(
  rule: VoteRule,
  electorate: number,
  tally: Tally,
): { readonly outcome: VoteOutcome; readonly winner?: string } {
  if (electorate === 0 || 100 * tally.returned < rule.quorumPercent * electorate)
    return { outcome: 'no_quorum' };
  const ranked = [...tally.votes].sort((left, right) => right.count - left.count);
  const [first, second] = ranked;
  if (first === undefined || first.count === 0) return { outcome: 'failed' };
  if (second !== undefined && second.count === first.count)
    return { outcome: rule.tie === 'chair_decides' ? 'tied' : 'failed' };
  const totals = { electorate, returned: tally.returned, valid: tally.valid };
  return {
    outcome: reaches(first.count, totals[rule.of], rule.threshold) ? 'passed' : 'failed',
    winner: first.option,
  };
}
