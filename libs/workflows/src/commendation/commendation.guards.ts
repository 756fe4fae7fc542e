import { guard, precondition, reason } from '#libs/kernel';
import type { AchievementRecordView } from '../achievement-record/achievement-record.events.js';
import type { ClassificationView } from '../classification/classification.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { AwardRule, RulePack } from '../rules/index.js';
import { decidingLevel, ratingReasons, ruleFor } from './commendation.eligibility.js';
import type { Ground, Template } from './commendation.events.js';
import type { CommendationState } from './commendation.state.js';

interface OfState {
  state: Readonly<CommendationState>;
}
type WithRules = OfState & {
  needs: {
    rules: RulePack;
    deciding: OrgUnitView | undefined;
    aboveDeciding: OrgUnitView | undefined;
  };
};

/** The line of the rule pack under which the award was nominated, judged as units stand today. */
export const lineOf = ({ state, needs }: WithRules): AwardRule | undefined => {
  const { subjectKind, track, form, occasion } = state;
  return ruleFor(
    needs.rules.commendation,
    { subjectKind: subjectKind!, track: track!, form: form!, occasion: occasion! },
    decidingLevel(needs.deciding, needs.aboveDeciding),
  );
};

/** The level that is to decide may still do so: units change, and with them their level. */
export const levelStillDecides = precondition<WithRules>('WRONG_LEVEL', (context) =>
  lineOf(context) === undefined ? [reason('WRONG_LEVEL')] : [],
);

/** A periodic award rests on final ratings of every year, each good enough. */
export const ratingsQualify = precondition<
  WithRules & { needs: { ratings: ReadonlyMap<string, ClassificationView> } }
>(['RATING_MISSING', 'RATING_NOT_FINAL', 'RATING_NOT_EXCELLENT', 'RATING_NOT_GOOD'], (context) => {
  const { subjectKind, subjectId, fromYear, toYear } = context.state;
  return ratingReasons(
    lineOf(context)?.rating,
    { subjectKind: subjectKind!, subjectId: subjectId!, fromYear: fromYear!, toYear: toYear! },
    context.needs.ratings,
  );
});

/** Of several nominations for one achievement and form only the oldest that stands goes on. */
export const claimIsHeld = precondition<
  OfState & { needs: { record: AchievementRecordView | undefined } }
>(['CLAIM_PENDING', 'ACHIEVEMENT_TWICE'], ({ state, needs: { record } }) => {
  const holders = record?.claims[state.claim!] ?? [];
  if (!holders.includes(state.awardId)) return [reason('CLAIM_PENDING')];
  return holders[0] === state.awardId
    ? []
    : [reason('ACHIEVEMENT_TWICE', { awardId: holders[0]! })];
});

/** Individuals and collectives report by templates of their own. */
export const templateFits = guard<OfState & { input: { template?: Template } }>(
  'TEMPLATE_MISMATCH',
  ({ state, input: { template } }) =>
    template === undefined || template === templateFor(state)
      ? []
      : [reason('TEMPLATE_MISMATCH', undefined, 'template')],
);
export const templateFor = ({ subjectKind }: CommendationState): Template =>
  subjectKind === 'unit' ? 'collective' : 'individual';

export const isQualified = precondition<OfState>('NOT_QUALIFIED', ({ state }) =>
  state.verdict === 'qualified' ? [] : [reason('NOT_QUALIFIED')],
);

/** Nobody is honoured while discipline or a denunciation is pending. */
export const noDisciplinePending = precondition<OfState>('DISCIPLINE_PENDING', ({ state }) =>
  state.pendingDiscipline ? [reason('DISCIPLINE_PENDING')] : [],
);

export const COUNCIL_OPTIONS = ['approve', 'reject'] as const;

export const optionsAreVerdicts = guard<{ input: { options: readonly string[] } }>(
  'COUNCIL_OPTIONS',
  ({ input: { options } }) =>
    options.length === COUNCIL_OPTIONS.length &&
    COUNCIL_OPTIONS.every((option) => options.includes(option))
      ? []
      : [reason('COUNCIL_OPTIONS', undefined, 'options')],
);

/** The nominee does not count the ballots about them. */
export const tellersAreNotHonoured = guard<OfState & { input: { tellers: readonly string[] } }>(
  'IS_SUBJECT',
  ({ state: { memberId }, input: { tellers } }) =>
    tellers.flatMap((teller, index) =>
      teller === memberId ? [reason('IS_SUBJECT', { field: 'memberId' }, `tellers[${index}]`)] : [],
    ),
);

/** Where the pack asks for the council, its last vote approved with the share asked for. */
export const councilApproved = precondition<WithRules>(
  ['COUNCIL_VOTE_MISSING', 'COUNCIL_NOT_APPROVED'],
  (context) => {
    const line = lineOf(context);
    const exempt = context.state.procedure === 'simplified' && line?.simplified;
    if (line?.council === undefined || exempt) return [];
    const last = context.state.votes.filter(({ tally }) => tally !== undefined).at(-1);
    if (last === undefined) return [reason('COUNCIL_VOTE_MISSING')];
    return last.outcome === 'passed' && last.winner === 'approve'
      ? []
      : [reason('COUNCIL_NOT_APPROVED')];
  },
);

/** Nothing about an award comes before the award. */
export const afterDecision = guard<OfState & { input: { on: string } }>(
  'BEFORE_DECISION',
  ({ state, input: { on } }) =>
    state.decidedOn !== undefined && on < state.decidedOn
      ? [reason('BEFORE_DECISION', { decided: state.decidedOn }, 'on')]
      : [],
);

export const notYetPublished = precondition<OfState>('ALREADY_PUBLISHED', ({ state }) =>
  state.publishedOn === undefined ? [] : [reason('ALREADY_PUBLISHED')],
);

/** Presented once, and only what was made public. */
export const mayBePresented = precondition<OfState>(
  ['NOT_PUBLISHED', 'ALREADY_PRESENTED'],
  ({ state }) => {
    if (state.publishedOn === undefined) return [reason('NOT_PUBLISHED')];
    return state.presentedOn === undefined ? [] : [reason('ALREADY_PRESENTED')];
  },
);

/** Revoked on the ground that was proposed and heard, not on another. */
export const groundIsProposed = guard<OfState & { input: { ground: Ground } }>(
  'GROUND_MISMATCH',
  ({ state, input: { ground } }) =>
    ground === state.ground ? [] : [reason('GROUND_MISMATCH', undefined, 'ground')],
);
