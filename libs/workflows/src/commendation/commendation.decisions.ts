import { commandsOf } from '#libs/kernel';
import * as input from './commendation.commands.js';
import { citedRatings, decidingLevel } from './commendation.eligibility.js';
import type { CommendationFacts } from './commendation.events.js';
import * as guards from './commendation.guards.js';
import * as need from './commendation.needs.js';
import * as policies from './commendation.policies.js';
import {
  type CommendationState,
  type CommendationStateName,
  ofAward,
} from './commendation.state.js';

const command = commandsOf<CommendationState, CommendationFacts, CommendationStateName>();
const { rules, deciding, aboveDeciding, ratings, record } = need;

/** The decision and what follows it, revocation included. */
export const decisionAndAfter = {
  decide: command({
    input: input.DecideAward,
    from: ['appraised', 'council_voted'],
    by: policies.decider,
    needs: { rules, deciding, aboveDeciding, ratings, record },
    guards: [
      guards.isQualified,
      guards.noDisciplinePending,
      guards.levelStillDecides,
      guards.claimIsHeld,
      guards.ratingsQualify,
      guards.councilApproved,
    ],
    emits: ['AwardDecided'],
    decide({ state, input: { decisionNo, on }, needs }) {
      const { subjectKind, subjectId, fromYear, toYear } = state;
      const honoured = {
        ...{ subjectKind: subjectKind!, subjectId: subjectId! },
        ...{ fromYear: fromYear!, toYear: toYear! },
      };
      const data = {
        ...ofAward(state),
        level: decidingLevel(needs.deciding, needs.aboveDeciding)!,
        decisionNo,
        on,
        // Cited anew: a rating may have been changed since the dossier was complete.
        ratings: citedRatings(honoured, needs.ratings),
      };
      return [{ type: 'AwardDecided', data }];
    },
  }),
  reject: command({
    input: input.RejectAward,
    from: ['nominated', 'dossier_complete', 'appraised', 'council_voted'],
    by: policies.decider,
    emits: ['AwardRejected'],
    decide: ({ state, input: { reason, on } }) => [
      { type: 'AwardRejected', data: { ...ofAward(state), reason, on } },
    ],
  }),
  publish: command({
    input: input.PublishAward,
    from: ['decided', 'upheld'],
    by: policies.publisher,
    guards: [guards.notYetPublished, guards.afterDecision],
    emits: ['AwardPublished'],
    decide: ({ state, input: { channel, on, legalBasis } }) => [
      {
        type: 'AwardPublished',
        data: { ...ofAward(state), channel, on, ...(legalBasis !== undefined && { legalBasis }) },
      },
    ],
  }),
  present: command({
    input: input.PresentAward,
    from: ['published', 'upheld'],
    by: policies.publisher,
    guards: [guards.mayBePresented, guards.afterDecision],
    emits: ['AwardPresented'],
    decide: ({ state, input: { on } }) => [
      { type: 'AwardPresented', data: { ...ofAward(state), on } },
    ],
  }),
  proposeRevocation: command({
    input: input.ProposeRevocation,
    from: ['decided', 'published', 'presented', 'upheld'],
    by: policies.accuser,
    guards: [guards.afterDecision],
    emits: ['RevocationProposed'],
    decide: ({ state, input: { ground, on } }) => [
      { type: 'RevocationProposed', data: { ...ofAward(state), ground, on } },
    ],
  }),
  revoke: command({
    input: input.RevokeAward,
    from: ['revocation_proposed'],
    by: policies.revoker,
    guards: [guards.groundIsProposed, guards.afterDecision],
    emits: ['AwardRevoked'],
    decide: ({ state, input: { ground, decisionNo, on } }) => [
      {
        type: 'AwardRevoked',
        data: { ...ofAward(state), level: state.level!, ground, decisionNo, on },
      },
    ],
  }),
  refuseRevocation: command({
    input: input.RefuseRevocation,
    from: ['revocation_proposed'],
    by: policies.revoker,
    emits: ['RevocationRefused'],
    decide: ({ state, input: { on } }) => [
      { type: 'RevocationRefused', data: { ...ofAward(state), ground: state.ground!, on } },
    ],
  }),
};
