import { above, any, commandsOf, holds, is, not, stateOf, system } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { PlanView } from '../programme/programme.events.js';
import * as input from './contest.commands.js';
import type { ContestFacts } from './contest.events.js';
import * as guards from './contest.guards.js';
import { nominated, ranked } from './contest.ranking.js';
import { type ContestState, type ContestStateName, ofContest } from './contest.state.js';

/** The unit that holds the contest, or one above it. */
const holder = any(
  system,
  holds('secretary', 'unitId'),
  holds('deputy', 'unitId'),
  holds('committee', 'unitId'),
  above('secretary', 'unitId'),
  above('committee', 'unitId'),
);
/** A member for themselves, a unit through its secretary; or whoever holds the contest. */
const entrant = any(
  is('subjectId'),
  holds('secretary', 'subjectId'),
  holds('deputy', 'subjectId'),
  holder,
);
/** Anybody the state names; a guard asks for it. */
const namedJudge = not(system);

const command = commandsOf<ContestState, ContestFacts, ContestStateName>();

/** A contest from its announcement to its prizes. */
export const contestHeld = {
  announce: command({
    input: input.AnnounceContest,
    from: ['none'],
    by: holder,
    needs: {
      unit: stateOf<OrgUnitView>('organisation', 'unitId'),
      programme: stateOf<PlanView>('programme', 'programmeId'),
    },
    guards: [
      guards.unitIsOpen,
      guards.programmeIsKnown,
      guards.endsAfterAnnouncement,
      guards.judgesAreDistinct,
    ],
    emits: ['ContestAnnounced'],
    decide({ id, input: { unitId, title, theme, programmeId, on, until, judges } }) {
      const of = { contestId: id, unitId, year: Number(on.slice(0, 4)) };
      const data = { ...of, title, theme, ...(programmeId && { programmeId }), on, until, judges };
      return [{ type: 'ContestAnnounced', data: { ...data, judges: [...judges] } }];
    },
  }),
  open: command({
    input: input.OpenContest,
    from: ['announced'],
    by: holder,
    guards: [guards.notBeforeAnnouncement],
    emits: ['ContestOpened'],
    decide: ({ state, input: { on } }) => [
      { type: 'ContestOpened', data: { ...ofContest(state), on } },
    ],
  }),
  submitEntry: command({
    input: input.SubmitEntry,
    from: ['open'],
    by: entrant,
    commutative: true,
    needs: {
      member: stateOf<MembershipView>('membership', ({ input: given }) =>
        given['subjectKind'] === 'member' ? String(given['subjectId']) : undefined,
      ),
      unit: stateOf<OrgUnitView>('organisation', ({ input: given }) =>
        given['subjectKind'] === 'unit' ? String(given['subjectId']) : undefined,
      ),
    },
    guards: [
      guards.entrantIsKnown,
      guards.entrantIsNoJudge,
      guards.entryFits,
      guards.notBeforeAnnouncement,
    ],
    emits: ['EntrySubmitted'],
    decide({ state, input: { entryId, subjectKind, subjectId, work, on }, needs, actor }) {
      const isMember = subjectKind === 'member';
      const subjectUnitId = isMember ? needs.member!.unitId! : subjectId;
      const of = isMember ? subjectId : (actor.onBehalfOf ?? actor.id);
      const data = { ...ofContest(state), entryId, subjectKind, subjectId, subjectUnitId, on };
      return [{ type: 'EntrySubmitted', data, sealed: { work: { of, value: work } } }];
    },
  }),
  close: command({
    input: input.CloseContest,
    from: ['open'],
    by: holder,
    guards: [guards.notBeforeAnnouncement],
    emits: ['ContestClosed'],
    decide: ({ state, input: { on } }) => [
      { type: 'ContestClosed', data: { ...ofContest(state), on, entries: state.entries.length } },
    ],
  }),
  scoreEntry: command({
    input: input.ScoreEntry,
    from: ['closed'],
    by: namedJudge,
    personal: true,
    commutative: true,
    guards: [guards.isJudge, guards.notYetScored],
    emits: ['EntryScored'],
    decide: ({ state, input: { entryId, points }, actor }) => [
      { type: 'EntryScored', data: { ...ofContest(state), entryId, points, judgeId: actor.id } },
    ],
  }),
  judge: command({
    input: input.JudgeContest,
    from: ['closed'],
    by: holder,
    guards: [
      guards.holderIsNoEntrant,
      guards.everyEntryScored,
      guards.prizesFit,
      guards.notBeforeAnnouncement,
    ],
    emits: ['ContestJudged'],
    decide: ({ state, input: { prizes, on } }) => [
      {
        type: 'ContestJudged',
        data: { ...ofContest(state), on, results: ranked(state.entries, prizes) },
      },
    ],
  }),
  award: command({
    input: input.AwardContest,
    from: ['judged'],
    by: holder,
    guards: [guards.holderIsNoEntrant, guards.notBeforeAnnouncement],
    emits: ['ContestAwarded'],
    decide({ state, input: { decisionNo, on } }) {
      const nominations = nominated(state);
      const awards = nominations.map(({ awardId }) => awardId);
      const data = { ...ofContest(state), decisionNo, on, awards, nominations };
      return [{ type: 'ContestAwarded', data }];
    },
  }),
};
