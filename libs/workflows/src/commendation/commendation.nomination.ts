import { commandsOf } from '#libs/kernel';
import { citedRatings } from './commendation.eligibility.js';
import * as input from './commendation.commands.js';
import { council } from './commendation.council.js';
import type { CommendationFacts, OfAward } from './commendation.events.js';
import * as guards from './commendation.guards.js';
import * as need from './commendation.needs.js';
import * as nomination from './commendation.nomination-guards.js';
import * as policies from './commendation.policies.js';
import {
  type CommendationState,
  type CommendationStateName,
  ofAward,
} from './commendation.state.js';

const command = commandsOf<CommendationState, CommendationFacts, CommendationStateName>();
const { rules, membership, unit, deciding, aboveDeciding, ratings, record } = need;

const identityOf = (awardId: string, given: input.Nominate): OfAward => ({
  awardId,
  subjectKind: given.subjectKind,
  subjectId: given.subjectId,
  ...(given.subjectKind === 'member' && { memberId: given.subjectId }),
  unitId: given.unitId,
  decidedAt: given.decidedAt,
  track: given.track,
  form: given.form,
  period: { fromYear: given.period.fromYear, toYear: given.period.toYear },
  occasion: given.occasion,
  ...(given.contestId !== undefined && { contestId: given.contestId }),
});

/** What leads to a decision: nomination, dossier, appraisal, the council's vote. */
export const beforeDecision = {
  nominate: command({
    input: input.Nominate,
    from: ['none'],
    by: policies.nominator,
    needs: { rules, membership, unit, deciding, aboveDeciding },
    guards: [
      nomination.nomineeBelongs,
      nomination.levelMayDecide,
      nomination.periodFits,
      nomination.detailsFit,
    ],
    emits: ['Nominated'],
    decide: ({ state, input: given }) => [
      {
        type: 'Nominated',
        data: {
          ...identityOf(state.awardId, given),
          ...(given.achievement !== undefined && { achievement: given.achievement }),
          claim: nomination.claimOf(given),
          procedure: given.procedure ?? 'full',
          pendingDiscipline: given.pendingDiscipline === true,
          ...(given.badgeYears !== undefined && { badgeYears: given.badgeYears }),
          on: given.on,
        },
      },
    ],
  }),
  completeDossier: command({
    input: input.CompleteDossier,
    from: ['nominated', 'dossier_complete'],
    by: policies.reporter,
    needs: { rules, deciding, aboveDeciding, ratings, record },
    guards: [
      guards.levelStillDecides,
      guards.claimIsHeld,
      guards.ratingsQualify,
      guards.templateFits,
    ],
    emits: ['DossierCompleted'],
    decide({ state, input: { reportText, on }, needs, actor }) {
      const { subjectKind, subjectId, fromYear, toYear, memberId } = state;
      const years = { fromYear: fromYear!, toYear: toYear! };
      const inPeriod = ({ on: day }: { on: string }) => {
        const year = Number(day.slice(0, 4));
        return years.fromYear <= year && year <= years.toYear;
      };
      const honoured = { subjectKind: subjectKind!, subjectId: subjectId!, ...years };
      const data = {
        ...ofAward(state),
        template: guards.templateFor(state),
        merits: needs.record!.merits.filter(inPeriod).map((merit) => ({ ...merit })),
        ratings: citedRatings(honoured, needs.ratings),
        on,
      };
      const report = { of: memberId ?? actor.id, value: reportText };
      return [{ type: 'DossierCompleted', data, sealed: { report } }];
    },
  }),
  appraise: command({
    input: input.AppraiseAward,
    from: ['dossier_complete', 'appraised'],
    by: policies.appraiser,
    emits: ['AwardAppraised'],
    decide: ({ state, input: { verdict, text, pendingDiscipline, on }, actor }) => [
      {
        type: 'AwardAppraised',
        data: {
          ...ofAward(state),
          verdict,
          pendingDiscipline: pendingDiscipline ?? state.pendingDiscipline,
          on,
        },
        sealed: { text: { of: state.memberId ?? actor.id, value: text } },
      },
    ],
  }),
  ...council.commands,
};
