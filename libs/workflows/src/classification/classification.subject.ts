import { commandsOf, not, is } from '#libs/kernel';
import * as comments from './classification.comment-guards.js';
import * as input from './classification.commands.js';
import { ballot } from './classification.blocks.js';
import type { ClassificationFacts, OfRating } from './classification.events.js';
import * as guards from './classification.guards.js';
import { countedIn, membership, rules, session } from './classification.needs.js';
import * as policies from './classification.policies.js';
import {
  type ClassificationState,
  type ClassificationStateName,
  ofRating,
} from './classification.state.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';

const command = commandsOf<ClassificationState, ClassificationFacts, ClassificationStateName>();

/** Identity of the first fact: where the subject counts, and who decides there. */
const placed = (state: Readonly<ClassificationState>, unit: OrgUnitView | undefined): OfRating =>
  state.listId !== undefined
    ? ofRating(state)
    : ofRating({
        ...state,
        unitId: unit!.unitId,
        // Nobody stands above the top: its committee decides itself.
        listId: `${unit!.parentId ?? unit!.unitId}-${state.year}`,
      });

/** What comes before a proposal: the subject's own word, comments, the ballot. */
export const beforeProposal = {
  selfRate: command({
    input: input.SelfRate,
    from: ['open', 'self_rated', 'not_rated'],
    by: policies.subject,
    personal: true,
    needs: { rules, membership, countedIn },
    guards: [guards.subjectIsRated],
    emits: ['SelfRated'],
    decide: ({ state, input: { rating, score, text }, needs, actor }) => [
      {
        type: 'SelfRated',
        data: {
          ...placed(state, needs.countedIn),
          rating,
          ...(score !== undefined && { score }),
          by: actor.id,
        },
        sealed: { ...(text !== undefined && { text: { of: actor.id, value: text } }) },
      },
    ],
  }),
  comment: command({
    input: input.CommentOnRating,
    from: ['self_rated', 'commented'],
    by: not(is('memberId')),
    personal: true,
    commutative: true,
    needs: { session },
    guards: [comments.satInSession, comments.commentsOnce],
    emits: ['ParticipantCommented'],
    decide: ({ state, input: { id, text }, actor }) => [
      {
        type: 'ParticipantCommented',
        data: { ...ofRating(state), id, authorId: actor.id },
        sealed: { text: { of: actor.id, value: text } },
      },
    ],
  }),
  openBallot: {
    ...ballot.commands.open,
    guards: [...(ballot.commands.open.guards ?? []), guards.optionsAreRatings],
  },
  tallyBallot: {
    ...ballot.commands.tally,
    guards: [...(ballot.commands.tally.guards ?? []), guards.tellersVote],
  },
  markNotRated: command({
    input: input.MarkNotRated,
    from: ['open', 'self_rated', 'commented', 'balloted', 'proposed'],
    by: policies.cellOrSystem,
    needs: { rules, membership, countedIn },
    guards: [guards.unitFits],
    emits: ['NotRated'],
    decide: ({ state, input: { reason, on }, needs }) => [
      { type: 'NotRated', data: { ...placed(state, needs.countedIn), reason, on } },
    ],
  }),
};
