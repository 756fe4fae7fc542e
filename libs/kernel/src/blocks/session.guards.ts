import { guard, precondition } from '../guard.js';
import { reason } from '../reason.js';
import type { BlockContext } from './block-context.js';
import type { AdoptMinutes, Attendee, RecordAttendance, SessionRecord } from './session.js';

export const recordOf = (state: object, field: string): SessionRecord =>
  (state as Record<string, SessionRecord>)[field]!;

type Attending = BlockContext<object, RecordAttendance> & {
  readonly needs: { readonly attendees?: ReadonlyMap<string, Attendee> };
};

/** Everybody once, and only people of the unit. */
export const everybodyBelongs = <State>(unit: (state: Readonly<State>) => string | undefined) =>
  guard<Attending>(
    ['ATTENDEE_TWICE', 'ATTENDEE_UNKNOWN', 'ATTENDEES_MISSING'],
    ({ state, input, needs }) => {
      const ids = input.entries.map(({ memberId }) => memberId);
      const unitId = unit(state as Readonly<State>);
      if (ids.length === 0) return [reason('ATTENDEES_MISSING', undefined, 'entries')];
      return ids.flatMap((memberId, index) => {
        const path = `entries[${index}].memberId`;
        if (ids.indexOf(memberId) !== index) return [reason('ATTENDEE_TWICE', undefined, path)];
        const person = needs.attendees?.get(memberId);
        const belongs = person?.active && (unitId === undefined || person.unitId === unitId);
        return belongs ? [] : [reason('ATTENDEE_UNKNOWN', undefined, path)];
      });
    },
  );

/** Nothing is resolved by too few. */
export const quorateIn = (field: string) =>
  precondition<BlockContext<object, object>>(
    ['ATTENDANCE_MISSING', 'QUORUM_MISSING'],
    ({ state }) => {
      const { attendance } = recordOf(state, field);
      if (attendance === undefined) return [reason('ATTENDANCE_MISSING')];
      const { voting, electorate } = attendance.counts;
      return attendance.quorate ? [] : [reason('QUORUM_MISSING', { voting, electorate })];
    },
  );

export const minutesAre = (
  field: string,
  wanted: 'drafted' | 'read',
  code: 'MINUTES_MISSING' | 'MINUTES_NOT_READ',
) =>
  precondition<BlockContext<object, object>>(code, ({ state }) => {
    const { minutes } = recordOf(state, field);
    return minutes === wanted || (wanted === 'drafted' && minutes === 'read') ? [] : [reason(code)];
  });

/** Adopted by more than half of those present with a vote, who each vote once. */
export const adoptedByMajority = (field: string) =>
  guard<BlockContext<object, AdoptMinutes>>(
    ['VOTES_GT_PRESENT', 'MAJORITY_MISSING'],
    ({ state, input }) => {
      const voting = recordOf(state, field).attendance?.counts.voting ?? 0;
      const cast = input.for + input.against + input.abstained;
      if (cast > voting) return [reason('VOTES_GT_PRESENT', { present: voting }, 'for')];
      return 2 * input.for > voting ? [] : [reason('MAJORITY_MISSING', { present: voting }, 'for')];
    },
  );
