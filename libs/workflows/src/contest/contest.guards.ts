import { everybodyIn, guard, precondition, reason } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { PlanView } from '../programme/programme.events.js';
import type { AnnounceContest, JudgeContest, ScoreEntry, SubmitEntry } from './contest.commands.js';
import type { ContestState } from './contest.state.js';

interface Announced {
  input: AnnounceContest;
  needs: { unit: OrgUnitView | undefined; programme: PlanView | undefined };
}

export const unitIsOpen = guard<Announced>(
  ['UNIT_UNKNOWN', 'UNIT_CLOSED'],
  ({ needs: { unit } }) => {
    if (unit === undefined) return [reason('UNIT_UNKNOWN', undefined, 'unitId')];
    return unit.closedOn === undefined ? [] : [reason('UNIT_CLOSED', undefined, 'unitId')];
  },
);

export const programmeIsKnown = guard<Announced>(
  'PROGRAMME_UNKNOWN',
  ({ input: { programmeId }, needs: { programme } }) =>
    programmeId === undefined || programme !== undefined
      ? []
      : [reason('PROGRAMME_UNKNOWN', { id: programmeId }, 'programmeId')],
);

/** Entries are taken from the announcement on. */
export const endsAfterAnnouncement = guard<Announced>('DATE_ORDER', ({ input: { on, until } }) =>
  until < on ? [reason('DATE_ORDER', undefined, 'until')] : [],
);

export const judgesAreDistinct = guard<Announced>('JUDGE_TWICE', ({ input: { judges } }) =>
  judges.flatMap((judge, index) =>
    judges.indexOf(judge) === index ? [] : [reason('JUDGE_TWICE', undefined, `judges[${index}]`)],
  ),
);

/** Steps come one after another. */
export const notBeforeAnnouncement = guard<{
  input: { on: string };
  state: Readonly<ContestState>;
}>('DATE_ORDER', ({ input, state: { announcedOn, closedOn } }) =>
  input.on < (closedOn ?? announcedOn!) ? [reason('DATE_ORDER', undefined, 'on')] : [],
);

interface Entering {
  input: SubmitEntry;
  state: Readonly<ContestState>;
  actor: Actor;
  needs: { member: MembershipView | undefined; unit: OrgUnitView | undefined };
}

/** Whoever enters exists: an active member, an open unit. */
export const entrantIsKnown = guard<Entering>(
  'ENTRANT_UNKNOWN',
  ({ input: { subjectKind }, needs: { member, unit } }) => {
    const known = subjectKind === 'member' ? member?.active : unit !== undefined && !unit.closedOn;
    return known ? [] : [reason('ENTRANT_UNKNOWN', undefined, 'subjectId')];
  },
);

/** Nobody judges what they entered, for themselves or for their unit. */
export const entrantIsNoJudge = guard<Entering>(
  'JUDGE_IS_ENTRANT',
  ({ input: { subjectId }, state: { judges }, actor }) =>
    [subjectId, ...everybodyIn(actor)].some((who) => judges.includes(who))
      ? [reason('JUDGE_IS_ENTRANT', undefined, 'subjectId')]
      : [],
);

/** Nobody gives out the prizes of a contest they entered. */
export const holderIsNoEntrant = precondition<{ state: Readonly<ContestState>; actor: Actor }>(
  'IS_SUBJECT',
  ({ state: { entries }, actor }) =>
    entries.some(({ subjectId }) => everybodyIn(actor).includes(subjectId))
      ? [reason('IS_SUBJECT', { field: 'subjectId' })]
      : [],
);

/** One entry each, by the last day. */
export const entryFits = guard<Entering>(
  ['ENTRY_TWICE', 'ENTRANT_TWICE', 'ENTRY_TOO_LATE'],
  ({ input: { entryId, subjectId, on }, state: { entries, until } }) => [
    ...(entries.some((entry) => entry.entryId === entryId)
      ? [reason('ENTRY_TWICE', { id: entryId }, 'entryId')]
      : []),
    ...(entries.some((entry) => entry.subjectId === subjectId)
      ? [reason('ENTRANT_TWICE', undefined, 'subjectId')]
      : []),
    ...(on > until! ? [reason('ENTRY_TOO_LATE', { until: until! }, 'on')] : []),
  ],
);

/** Only judges named in the announcement give points. */
export const isJudge = precondition<{ state: Readonly<ContestState>; actor: Actor }>(
  'NOT_JUDGE',
  ({ state: { judges }, actor }) => (judges.includes(actor.id) ? [] : [reason('NOT_JUDGE')]),
);

/** Each judge once for each entry. */
export const notYetScored = guard<{
  input: ScoreEntry;
  state: Readonly<ContestState>;
  actor: Actor;
}>(['CONTEST_ENTRY_UNKNOWN', 'ALREADY_SCORED'], ({ input: { entryId: id }, state, actor }) => {
  const entry = state.entries.find(({ entryId }) => entryId === id);
  if (entry === undefined) return [reason('CONTEST_ENTRY_UNKNOWN', { id }, 'entryId')];
  return entry.scores.some(({ judgeId }) => judgeId === actor.id)
    ? [reason('ALREADY_SCORED', { id }, 'entryId')]
    : [];
});

/** No entry is left without points; a judge who drops out does not hold up the rest. */
export const everyEntryScored = precondition<{ state: Readonly<ContestState> }>(
  'SCORES_MISSING',
  ({ state: { entries } }) => {
    const missing = entries.filter(({ scores }) => scores.length === 0);
    return missing.length === 0 ? [] : [reason('SCORES_MISSING', { count: missing.length })];
  },
);

/** Prizes go to entries, one each. */
export const prizesFit = guard<{ input: JudgeContest; state: Readonly<ContestState> }>(
  ['CONTEST_ENTRY_UNKNOWN', 'PRIZE_TWICE'],
  ({ input: { prizes }, state: { entries } }) =>
    prizes.flatMap(({ entryId: id }, index) => {
      const path = `prizes[${index}].entryId`;
      if (!entries.some(({ entryId }) => entryId === id))
        return [reason('CONTEST_ENTRY_UNKNOWN', { id }, path)];
      return prizes.findIndex(({ entryId }) => entryId === id) === index
        ? []
        : [reason('PRIZE_TWICE', { id }, path)];
    }),
);
