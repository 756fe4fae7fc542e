import { type DeadlineFact, dayOf } from '#libs/kernel';
import type { ProjectedEvent } from '#libs/projections';
import {
  type ClassificationFacts,
  type CommendationFacts,
  type CriticismSessionFacts,
  type InspectionFacts,
  type RatingListFacts,
  rulePack,
  RULE_PACKS,
} from '#libs/workflows';
import {
  clear,
  findingId,
  type FindingRows,
  type Need,
  note,
  noteOf,
  type Proof,
  raise,
} from './finding-rows.js';

type Facts = CriticismSessionFacts &
  ClassificationFacts &
  RatingListFacts &
  CommendationFacts &
  InspectionFacts;
type Event<Type extends keyof Facts> = ProjectedEvent<Facts, Type>;
type Passed = Proof & {
  readonly data: DeadlineFact;
  readonly workflow: string;
  readonly occurredAt: string;
};

const overdueId = (stream: string, key: string): string => findingId('REMEDY_OVERDUE', stream, key);
const noticeId = (stream: string): string => findingId('NO_NOTICE', stream);
const tallyId = (stream: string): string => `tally:${stream}`;
const capId = ({ unitId, year }: { unitId: string; year: number }): string =>
  findingId('CAP_EXCEEDED', unitId, year);
const inspectedId = (inspectionId: string, id: string): string =>
  findingId('INSPECTION', inspectionId, id);

/** A limit passed: of a remedy, or of telling somebody their rating. */
function passed(event: Passed, rows: FindingRows): void {
  const { data, workflow, stream } = event;
  const { unitId, memberId, key, due } = data;
  if (unitId === undefined) return;
  const about = { unitId, memberId, year: Number(due.slice(0, 4)), on: dayOf(event.occurredAt) };
  if (workflow === 'criticism-session' && key !== undefined)
    raise(rows, overdueId(stream, key), 'REMEDY_OVERDUE', event, about);
  if (workflow === 'classification' && data.deadline === 'notice')
    raise(rows, noticeId(stream), 'NO_NOTICE', event, about);
}

const judged = (event: Event<'RatingsDecided' | 'RatingsAmended'>, rows: FindingRows): void => {
  const { unitId, year, on, cap } = event.data;
  if (cap.excellent > cap.allowed)
    raise(rows, capId(event.data), 'CAP_EXCEEDED', event, { unitId, year, on });
  else clear(rows, capId(event.data), event, on);
};

/** Whether the rules of the year ask for a final rating in every year honoured. */
const restsOnRatings = (award: Event<'AwardDecided'>['data']): boolean => {
  const { track, form, occasion, subjectKind, period } = award;
  const rules = rulePack(RULE_PACKS, { year: period.toYear })?.commendation.awards ?? [];
  return rules.some(
    (rule) =>
      rule.rating !== undefined &&
      rule.track === track &&
      rule.form === form &&
      rule.occasions.includes(occasion) &&
      rule.subjects.includes(subjectKind),
  );
};

/** Rules on sessions, ratings, awards; and what inspections themselves raise. */
export const yearEndRules = {
  SessionConcluded(event: Event<'SessionConcluded'>, rows: FindingRows): void {
    const { unitId, year, round, on, unanswered } = event.data;
    if (unanswered.length === 0) return;
    const id = findingId('PROMPT_UNANSWERED', unitId, year, round);
    raise(rows, id, 'PROMPT_UNANSWERED', event, { unitId, year, on });
  },
  DeadlinePassed: passed,
  RemedyVerified(event: Event<'RemedyVerified'>, rows: FindingRows): void {
    const { id, done, on } = event.data;
    if (done) clear(rows, overdueId(event.stream, id), event, on);
  },
  BallotTallied: (event: Event<'BallotTallied'>, rows: FindingRows): void =>
    note(rows, tallyId(event.stream), 'tallied'),
  RatingDecided(event: Event<'RatingDecided'>, rows: FindingRows): void {
    const { subjectKind, memberId, unitId, year, on } = event.data;
    if (subjectKind !== 'member' || noteOf(rows, tallyId(event.stream)) !== '') return;
    if (rulePack(RULE_PACKS, { year })?.classification.ballot !== true) return;
    const id = findingId('NO_TALLY', event.stream);
    raise(rows, id, 'NO_TALLY', event, { unitId, memberId, year, on });
  },
  RatingNotified: (event: Event<'RatingNotified'>, rows: FindingRows): void =>
    clear(rows, noticeId(event.stream), event, event.data.on),
  RatingsDecided: judged,
  RatingsAmended: judged,
  AwardDecided(event: Event<'AwardDecided'>, rows: FindingRows): void {
    const { awardId, unitId, memberId, period, ratings, on } = event.data;
    if (!restsOnRatings(event.data)) return;
    if (ratings.length > period.toYear - period.fromYear) return;
    const id = findingId('AWARD_BASIS_MISSING', awardId);
    const year = Number(on.slice(0, 4));
    raise(rows, id, 'AWARD_BASIS_MISSING', event, { unitId, memberId, year, on });
  },
  FindingRaised(event: Event<'FindingRaised'>, rows: FindingRows): void {
    const { inspectionId, id, ruleId, subjectKind, subjectId, unitId, year, on } = event.data;
    const memberId = subjectKind === 'member' ? subjectId : undefined;
    raise(rows, inspectedId(inspectionId, id), ruleId, event, {
      ...{ memberId, year, on, source: 'inspection' },
      unitId: subjectKind === 'unit' ? subjectId : unitId,
    });
  },
  FindingRetracted: (event: Event<'FindingRetracted'>, rows: FindingRows): void =>
    clear(rows, inspectedId(event.data.inspectionId, event.data.of), event, event.data.on),
};

const readTally = ({ stream }: Proof, need: Need): void => need.finding_note(tallyId(stream));
const readCap = (event: Event<'RatingsDecided' | 'RatingsAmended'>, need: Need): void =>
  need.finding_line(capId(event.data));

export const yearEndRuleReads = {
  RemedyVerified: ({ stream, data }: Event<'RemedyVerified'>, need: Need): void =>
    need.finding_line(overdueId(stream, data.id)),
  RatingDecided: readTally,
  RatingNotified: ({ stream }: Proof, need: Need): void => need.finding_line(noticeId(stream)),
  RatingsDecided: readCap,
  RatingsAmended: readCap,
  FindingRetracted: ({ data }: Event<'FindingRetracted'>, need: Need): void =>
    need.finding_line(inspectedId(data.inspectionId, data.of)),
};
