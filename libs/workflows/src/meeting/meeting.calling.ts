import { commandsOf, stateOf } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { rulesOf } from '../rules/index.js';
import * as input from './meeting.commands.js';
import type { MeetingFacts } from './meeting.events.js';
import * as guards from './meeting.guards.js';
import { officers } from './meeting.people.js';
import { type MeetingState, type MeetingStateName, ofMeeting } from './meeting.state.js';

const rules = rulesOf('year');
export const unit = stateOf<OrgUnitView>('organisation', 'unitId');
const CALLED = ['scheduled', 'materials_published', 'postponed'] as const;

/** Whole days from one ISO date to a later one. */
const daysBetween = (from: string, until: string): number =>
  (Date.parse(until) - Date.parse(from)) / 86_400_000;

const command = commandsOf<MeetingState, MeetingFacts, MeetingStateName>();

/** Before the meeting: called, prepared, put off, called off, opened. */
export const calling = {
  schedule: command({
    input: input.ScheduleMeeting,
    from: ['none', 'postponed'],
    by: officers,
    needs: { rules, unit },
    guards: [guards.unitIsOpen, guards.dayOfItsId, guards.agendaIsSet, guards.kindIsComplete],
    emits: ['MeetingScheduled'],
    decide({ state, input: given, needs }) {
      const { kind, studyRound, on, startsAt, place, theme, agenda } = given;
      const data = {
        ...ofMeeting(state),
        kind,
        ...(studyRound !== undefined && { studyRound }),
        on,
        startsAt,
        place,
        ...(theme !== undefined && { theme }),
        agenda: agenda.map(({ key, kind: itemKind, title, programmeId }) => ({
          key,
          kind: itemKind,
          title,
          ...(programmeId !== undefined && { programmeId }),
        })),
        quorum: needs.rules.meeting.quorum,
      };
      return [{ type: 'MeetingScheduled', data }];
    },
  }),
  publishMaterials: command({
    input: input.PublishMaterials,
    from: CALLED,
    by: officers,
    needs: { rules },
    guards: [guards.materialsAreNew],
    emits: ['MaterialsPublished'],
    decide({ state, input: { on, items }, needs }) {
      const daysBefore = daysBetween(on, state.on!);
      const data = {
        ...ofMeeting(state),
        on,
        count: items.length,
        daysBefore,
        late: daysBefore < needs.rules.meeting.materialsDays,
        items: items.map(({ key, title, documentNo }) => ({
          key,
          title,
          ...(documentNo !== undefined && { documentNo }),
        })),
      };
      return [{ type: 'MaterialsPublished', data }];
    },
  }),
  postpone: command({
    input: input.PostponeMeeting,
    from: CALLED,
    by: officers,
    guards: [guards.postponedToLater],
    emits: ['MeetingPostponed'],
    decide: ({ state, input: { to, startsAt } }) => [
      {
        type: 'MeetingPostponed',
        data: { ...ofMeeting(state), kind: state.kind!, from: state.on!, to, startsAt },
      },
    ],
  }),
  cancel: command({
    input: input.CancelMeeting,
    from: [...CALLED, 'open'],
    by: officers,
    emits: ['MeetingCancelled'],
    decide: ({ state, input: { reason, on } }) => [
      { type: 'MeetingCancelled', data: { ...ofMeeting(state), kind: state.kind!, reason, on } },
    ],
  }),
  open: command({
    input: input.OpenMeeting,
    from: CALLED,
    by: officers,
    guards: [guards.opensOnItsDay],
    emits: ['MeetingOpened'],
    decide: ({ state, input: { at, chairId, recorderId } }) => [
      {
        type: 'MeetingOpened',
        data: {
          ...ofMeeting(state),
          at,
          chairId,
          ...(recorderId !== undefined && { recorderId }),
        },
      },
    ],
  }),
};
