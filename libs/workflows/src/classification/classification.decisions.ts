import { addDays, commandsOf, dayOf, system } from '#libs/kernel';
import * as input from './classification.commands.js';
import { basisOf, capWith } from './classification.basis.js';
import type { ClassificationFacts } from './classification.events.js';
import * as guards from './classification.guards.js';
import * as merit from './classification.merit-guards.js';
import * as need from './classification.needs.js';
import * as notice from './classification.notice-guards.js';
import * as policies from './classification.policies.js';
import {
  type ClassificationState,
  type ClassificationStateName,
  ofRating,
} from './classification.state.js';

const command = commandsOf<ClassificationState, ClassificationFacts, ClassificationStateName>();
const winnerOf = (state: ClassificationState) => guards.lastBallot(state)?.winner;

/** Proposal, appraisal, decision of the deciding body, notice. */
export const decidedByLevels = {
  propose: command({
    input: input.ProposeRating,
    from: ['self_rated', 'commented', 'balloted', 'proposed'],
    by: policies.proposer,
    needs: {
      rules: need.rules,
      membership: need.membership,
      unit: need.unit,
      session: need.session,
      earlierSession: need.earlierSession,
      registration: need.registration,
      reviews: need.reviews,
      list: need.list,
      listBelow: need.listBelow,
      ratingsOfMembers: need.ratingsOfMembers,
    },
    guards: [
      guards.sessionIsConcluded,
      guards.collectiveComesLast,
      guards.ballotIsTallied,
      merit.pointsSuffice,
      merit.tasksSuffice,
      merit.excellenceIsEarned,
      guards.differenceHasReason(winnerOf),
    ],
    emits: ['RatingProposed'],
    decide({ state, input: { rating, score, reason, tasks, disciplined }, needs, actor }) {
      const winner = winnerOf(state) as typeof rating | undefined;
      const data = {
        ...ofRating(state),
        rating,
        ...(score !== undefined && { score }),
        basis: basisOf(state, needs),
        ...(tasks && {
          tasks: {
            total: tasks.total,
            done: tasks.done,
            onTime: tasks.onTime,
            beyond: tasks.beyond,
          },
        }),
        disciplined: disciplined === true,
        ...(winner !== undefined && { ballot: winner }),
        cap: capWith(state, rating, needs),
      };
      const of = state.memberId ?? actor.id;
      return [
        {
          type: 'RatingProposed',
          data,
          sealed: { ...(reason !== undefined && { text: { of, value: reason } }) },
        },
      ];
    },
  }),
  appraise: command({
    input: input.AppraiseRating,
    from: ['proposed', 'appraised'],
    by: policies.appraiser,
    guards: [guards.notRaisedToExcellent, guards.differenceHasReason(({ proposed }) => proposed)],
    emits: ['RatingAppraised'],
    decide: ({ state, input: { rating, score, reason }, actor }) => [
      {
        type: 'RatingAppraised',
        data: {
          ...ofRating(state),
          rating,
          proposed: state.proposed!,
          ...(score !== undefined && { score }),
        },
        sealed: {
          ...(reason !== undefined && { text: { of: state.memberId ?? actor.id, value: reason } }),
        },
      },
    ],
  }),
  recordDecision: command({
    input: input.RecordRatingDecision,
    from: ['proposed', 'appraised', 'annulled'],
    by: system,
    emits: ['RatingDecided'],
    decide({ state, input: { rating, decisionNo, on, decidedBy, reason } }) {
      const previous = state.annulled ? state.annulledRating : state.proposed;
      const data = {
        ...ofRating(state),
        rating,
        ...(previous !== undefined && previous !== rating && { previous }),
        decisionNo,
        on,
        ...(decidedBy !== undefined && { decidedBy }),
        ...(reason !== undefined && { reason }),
      };
      return [{ type: 'RatingDecided', data }];
    },
  }),
  notify: command({
    input: input.NotifyRating,
    from: ['decided'],
    by: policies.levelOrSystem,
    needs: { rules: need.rules },
    guards: [notice.noticeFollows],
    emits: ['RatingNotified'],
    decide: ({ state, input: { on }, needs }) => [
      {
        type: 'RatingNotified',
        data: {
          ...ofRating(state),
          rating: state.rating!,
          on,
          complaintUntil: addDays(on, needs.rules.classification.complaintDays),
        },
      },
    ],
  }),
  finalise: command({
    input: input.FinaliseRating,
    from: ['notified'],
    by: system,
    guards: [notice.windowIsOver],
    emits: ['RatingFinalised'],
    decide: ({ state, input: { on }, occurredAt }) => [
      {
        type: 'RatingFinalised',
        data: { ...ofRating(state), rating: state.rating!, on: on ?? dayOf(occurredAt) },
      },
    ],
  }),
};
