import { type Attendee, dayOf, guard, precondition, reason } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type * as inputs from './meeting.commands.js';
import { dayInId, type MeetingState } from './meeting.state.js';

interface At<Input> {
  state: Readonly<MeetingState>;
  input: Input;
}

export const unitIsOpen = precondition<{ needs: { unit: OrgUnitView | undefined } }>(
  ['UNIT_UNKNOWN', 'UNIT_CLOSED'],
  ({ needs: { unit } }) => {
    if (unit === undefined) return [reason('UNIT_UNKNOWN')];
    return unit.closedOn === undefined ? [] : [reason('UNIT_CLOSED')];
  },
);

/** The id names the day for which the meeting was first called. */
export const dayOfItsId = guard<At<inputs.ScheduleMeeting>>(
  'MEETING_DAY_MISMATCH',
  ({ state, input }) =>
    state.on === undefined && input.on !== dayInId(state)
      ? [reason('MEETING_DAY_MISMATCH', { day: dayInId(state) }, 'on')]
      : [],
);

export const agendaIsSet = guard<At<inputs.ScheduleMeeting>>(
  ['AGENDA_MISSING', 'AGENDA_TWICE'],
  ({ input: { agenda } }) => {
    if (agenda.length === 0) return [reason('AGENDA_MISSING', undefined, 'agenda')];
    const keys = agenda.map(({ key }) => key);
    return keys.flatMap((key, index) =>
      keys.indexOf(key) === index ? [] : [reason('AGENDA_TWICE', { key }, `agenda[${index}].key`)],
    );
  },
);

/** What a meeting of its kind must name. */
export const kindIsComplete = guard<At<inputs.ScheduleMeeting>>(
  ['MEETING_THEME_MISSING', 'STUDY_ROUND_MISSING'],
  ({ input: { kind, theme, studyRound } }) => [
    ...((kind === 'thematic' || kind === 'combined') && !theme?.trim()
      ? [reason('MEETING_THEME_MISSING', undefined, 'theme')]
      : []),
    ...(kind === 'study' && studyRound === undefined
      ? [reason('STUDY_ROUND_MISSING', undefined, 'studyRound')]
      : []),
  ],
);

export const materialsAreNew = guard<At<inputs.PublishMaterials>>(
  ['MATERIALS_MISSING', 'MATERIAL_TWICE', 'MATERIALS_AFTER_MEETING'],
  ({ state, input: { items, on } }) => {
    const keys = [...state.materials, ...items.map(({ key }) => key)];
    const known = state.materials.length;
    return [
      ...(items.length === 0 ? [reason('MATERIALS_MISSING', undefined, 'items')] : []),
      ...items.flatMap(({ key }, index) =>
        keys.indexOf(key) === known + index
          ? []
          : [reason('MATERIAL_TWICE', { key }, `items[${index}].key`)],
      ),
      ...(on > state.on! ? [reason('MATERIALS_AFTER_MEETING', undefined, 'on')] : []),
    ];
  },
);

export const postponedToLater = guard<At<inputs.PostponeMeeting>>(
  'DATE_ORDER',
  ({ state, input }) => (input.to > state.on! ? [] : [reason('DATE_ORDER', undefined, 'to')]),
);

interface Timed extends At<{ at: string }> {
  now: string;
}
const isAfter = (left: string, right: string): boolean => Date.parse(left) > Date.parse(right);

/** Opened on its day; on another it must be put off first, so that those called know. */
export const opensOnItsDay = guard<Timed>(
  ['NOT_ON_MEETING_DAY', 'TIME_IN_FUTURE'],
  ({ state, input: { at }, now }) => [
    ...(dayOf(at) === state.on ? [] : [reason('NOT_ON_MEETING_DAY', { day: state.on! }, 'at')]),
    ...(isAfter(at, now) ? [reason('TIME_IN_FUTURE', undefined, 'at')] : []),
  ],
);

export const endsAfterItBegan = guard<Timed>(
  ['CLOSED_BEFORE_OPENED', 'TIME_IN_FUTURE'],
  ({ state, input: { at }, now }) => [
    ...(isAfter(at, state.openedAt!) ? [] : [reason('CLOSED_BEFORE_OPENED', undefined, 'at')]),
    ...(isAfter(at, now) ? [reason('TIME_IN_FUTURE', undefined, 'at')] : []),
  ],
);

interface Attending extends At<inputs.RecordMeetingAttendance> {
  needs: { attendees: ReadonlyMap<string, Attendee & Pick<MembershipView, 'exempt'>> };
}

/** Whoever is not exempt by decision is not left out of the count. */
export const onlyTheExempt = guard<Attending>('NOT_EXEMPT', ({ input, needs }) =>
  input.entries.flatMap(({ memberId, presence }, index) =>
    presence === 'exempt' && needs.attendees.get(memberId)?.exempt !== true
      ? [reason('NOT_EXEMPT', undefined, `entries[${index}].presence`)]
      : [],
  ),
);

/** Temporary members and guests are members, of another unit, and named once. */
export const othersAreElsewhere = guard<Attending>(
  ['OTHER_UNKNOWN', 'OTHER_OF_UNIT', 'OTHER_TWICE'],
  ({ state, input, needs }) => {
    const temporary = input.temporary ?? [];
    const ids = [...temporary, ...(input.guests ?? [])];
    return ids.flatMap((id, index) => {
      const path =
        index < temporary.length ? `temporary[${index}]` : `guests[${index - temporary.length}]`;
      const person = needs.attendees.get(id);
      if (!person?.active) return [reason('OTHER_UNKNOWN', undefined, path)];
      if (person.unitId === state.unitId) return [reason('OTHER_OF_UNIT', undefined, path)];
      return ids.indexOf(id) === index ? [] : [reason('OTHER_TWICE', undefined, path)];
    });
  },
);

export const isReportedToParent = guard<
  At<inputs.ReportMeeting> & { needs: { unit: OrgUnitView | undefined } }
>('NOT_PARENT_UNIT', ({ input, needs }) =>
  needs.unit?.parentId === input.to ? [] : [reason('NOT_PARENT_UNIT', undefined, 'to')],
);

export const nothingIsOpen = precondition<{ state: Readonly<MeetingState> }>(
  'ISSUES_OPEN',
  ({ state }) => {
    const open = state.issues.filter(({ status }) => status !== 'done').length;
    return open === 0 ? [] : [reason('ISSUES_OPEN', { open })];
  },
);
