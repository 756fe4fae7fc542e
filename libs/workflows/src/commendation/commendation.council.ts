import { vote } from '#libs/kernel';
import { VOTE_INPUTS } from '../blocks/index.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { RulePack } from '../rules/index.js';
import { COUNCIL_NAMES } from './commendation.events.js';
import {
  isQualified,
  lineOf,
  noDisciplinePending,
  optionsAreVerdicts,
  tellersAreNotHonoured,
} from './commendation.guards.js';
import * as need from './commendation.needs.js';
import * as policies from './commendation.policies.js';
import {
  type CommendationState,
  type CommendationStateName,
  ofAward,
} from './commendation.state.js';

const COUNCIL_OFFICES = ['secretary', 'deputy', 'committee'];

/** The committee of the deciding level on that day, without the nominee. */
export const councilOf = (
  unit: OrgUnitView | undefined,
  on: string,
  nomineeId: string | undefined,
): readonly string[] => [
  ...new Set(
    (unit?.officers ?? [])
      .filter(
        ({ office, from, to, memberId }) =>
          COUNCIL_OFFICES.includes(office) &&
          from <= on &&
          (to === undefined || to > on) &&
          memberId !== nomineeId,
      )
      .map(({ memberId }) => memberId),
  ),
];

interface CouncilNeeds {
  rules: RulePack;
  deciding: OrgUnitView | undefined;
  aboveDeciding: OrgUnitView | undefined;
}

const block = vote<CommendationState, CommendationStateName>()({
  names: COUNCIL_NAMES,
  list: 'votes',
  identity: ofAward,
  inputs: VOTE_INPUTS,
  openIn: ['appraised', 'council_voted'],
  tallyIn: ['appraised', 'council_voted'],
  openBy: policies.decider,
  tallyBy: policies.decider,
  needs: { rules: need.rules, deciding: need.deciding, aboveDeciding: need.aboveDeciding },
  electorate: ({ state, needs, input }) =>
    councilOf((needs as CouncilNeeds).deciding, input.on, state.memberId),
  // Of all members of the council: those absent are asked in writing, silence does not approve.
  rule: ({ state, needs }) => ({
    quorumPercent: 50,
    threshold: lineOf({ state, needs: needs as CouncilNeeds })?.council ?? 'more_than_half',
    of: 'electorate',
    tie: 'failed',
    secret: true,
  }),
});

/** The council's secret ballot: totals only. */
export const council = {
  facts: {
    CouncilVoteOpened: block.facts.CouncilVoteOpened,
    CouncilVoted: { ...block.facts.CouncilVoted, to: 'council_voted' },
  },
  commands: {
    openCouncilVote: {
      ...block.commands.open,
      guards: [
        isQualified,
        noDisciplinePending,
        ...(block.commands.open.guards ?? []),
        optionsAreVerdicts,
      ],
    },
    tallyCouncilVote: {
      ...block.commands.tally,
      guards: [...(block.commands.tally.guards ?? []), tellersAreNotHonoured],
    },
  },
} as const;
