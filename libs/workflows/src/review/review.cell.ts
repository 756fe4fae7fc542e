import { any, commandsOf, dayOf, system } from '#libs/kernel';
import * as input from './review.commands.js';
import { cell, disputes } from './review.disputes.js';
import type { RemarkText, ReviewFacts, ReviewView } from './review.events.js';
import * as guards from './review.guards.js';
import { begun, dueOf, meetingNamed, OWED, previousReview } from './review.needs.js';
import { daysLate } from './review.period.js';
import { ofReview, type ReviewState, type ReviewStateName } from './review.state.js';

const owed = [guards.registrationInForce, guards.periodOfCadence] as const;

const command = commandsOf<ReviewState, ReviewFacts, ReviewStateName>();

const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Whether the very words of the period before were pasted. */
const isRepeated = (text: string, previous: ReviewView | undefined): boolean =>
  previous?.remark !== undefined && folded(previous.remark.text) === folded(text);

/** What the cell committee does, and the engine for it. */
export const decidedByCell = {
  open: command({
    input: input.OpenReview,
    from: ['due'],
    by: any(system, cell),
    task: false,
    needs: OWED,
    guards: [guards.notYetOpened, ...owed, guards.unitOfMember],
    emits: ['ReviewOpened'],
    decide: ({ state, input: given, needs }) => [
      {
        type: 'ReviewOpened',
        data: {
          ...begun(state, given, needs),
          cadence: state.cadence,
          due: dueOf(state, needs.rules),
        },
      },
    ],
  }),
  remark: command({
    input: input.RemarkDeeds,
    from: ['due', 'self_reported', 'missed'],
    by: cell,
    needs: { ...OWED, previous: previousReview, meeting: meetingNamed },
    guards: [
      ...owed,
      guards.periodHasBegun,
      guards.unitOfMember,
      guards.everyDeedOnce,
      guards.remarkSaysSomething,
      guards.meetingWasHeld,
    ],
    emits: ['DeedRemarked'],
    decide({ state, input: given, needs, now }) {
      const due = dueOf(state, needs.rules);
      const direction = given.nextDirection?.trim() ? given.nextDirection : undefined;
      const lateDays = daysLate(due, now);
      const value: RemarkText = {
        text: given.text,
        ...(direction !== undefined && { nextDirection: direction }),
      };
      const data = {
        ...begun(state, given, needs),
        deeds: given.deeds.map(({ key, mark }) => ({ key, mark })),
        merit: given.merit ?? 'none',
        hasDirection: direction !== undefined,
        ...(given.meetingId !== undefined && { meetingId: given.meetingId }),
        on: given.on,
        due,
        late: lateDays > 0,
        lateDays,
        ...(isRepeated(given.text, needs.previous) && { repeated: true as const }),
      };
      return [{ type: 'DeedRemarked', data, sealed: { remark: { of: state.memberId, value } } }];
    },
  }),
  resolve: command({
    input: input.ResolveDispute,
    from: ['disputed'],
    by: disputes.commands.decide.by,
    guards: [guards.correctionsFit],
    emits: ['DisputeResolved'],
    decide({ state, input: { on, outcome, text, documentNo, deeds } }) {
      const { by } = state.dispute!;
      const data = {
        ...ofReview(state),
        by,
        outcome,
        on,
        ...(documentNo !== undefined && { documentNo }),
        ...(deeds?.length && { deeds: deeds.map(({ key, mark }) => ({ key, mark })) }),
      };
      return [{ type: 'DisputeResolved', data, sealed: { text: { of: by, value: text } } }];
    },
  }),
  miss: command({
    input: input.MissReview,
    from: ['due', 'self_reported'],
    by: system,
    needs: OWED,
    guards: [...owed, guards.graceIsOver],
    emits: ['ReviewMissed'],
    decide: ({ state, input: { on }, needs, occurredAt }) => [
      {
        type: 'ReviewMissed',
        data: {
          ...begun(state, {}, needs),
          on: on ?? dayOf(occurredAt),
          due: dueOf(state, needs.rules),
        },
      },
    ],
  }),
};
