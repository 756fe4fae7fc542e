import { commandsOf, dayOf, quorateIn } from '#libs/kernel';
import { OnDayInput } from '../blocks/index.js';
import { rulesOf } from '../rules/index.js';
import { gathering } from './meeting.blocks.js';
import { unit } from './meeting.calling.js';
import * as input from './meeting.commands.js';
import type { MeetingFacts } from './meeting.events.js';
import * as guards from './meeting.guards.js';
import { chair, officers } from './meeting.people.js';
import {
  type MeetingState,
  type MeetingStateName,
  ofGathering,
  ofMeeting,
} from './meeting.state.js';

const rules = rulesOf('year');
const MINUTE = 60_000;

const command = commandsOf<MeetingState, MeetingFacts, MeetingStateName>();

/** The end of the meeting and what comes of it: minutes, score, report to the level above. */
export const closing = {
  close: command({
    input: input.CloseMeeting,
    from: ['open'],
    by: chair,
    needs: { rules },
    guards: [quorateIn('record'), guards.endsAfterItBegan],
    emits: ['MeetingHeld'],
    decide({ state, input: { at }, needs }) {
      const minutes = Math.floor((Date.parse(at) - Date.parse(state.openedAt!)) / MINUTE);
      const data = {
        ...ofGathering(state),
        on: dayOf(state.openedAt!),
        minutes,
        short: minutes < needs.rules.meeting.minutes[state.kind!],
      };
      return [{ type: 'MeetingHeld', data }];
    },
  }),
  draftMinutes: gathering.commands.draft,
  readMinutes: gathering.commands.read,
  adoptMinutes: gathering.commands.adopt,
  score: command({
    input: input.ScoreMeeting,
    from: ['adopted'],
    by: officers,
    emits: ['MeetingScored'],
    decide: ({ state, input: { points, level, on } }) => [
      {
        type: 'MeetingScored',
        data: { ...ofMeeting(state), kind: state.kind!, points, level, on },
      },
    ],
  }),
  report: command({
    input: input.ReportMeeting,
    from: ['adopted', 'scored'],
    by: officers,
    needs: { unit },
    guards: [guards.isReportedToParent],
    emits: ['MeetingReported'],
    decide: ({ state, input: { to, on } }) => [
      { type: 'MeetingReported', data: { ...ofMeeting(state), to, on } },
    ],
  }),
  file: command({
    input: OnDayInput,
    from: ['reported'],
    by: officers,
    guards: [guards.nothingIsOpen],
    emits: ['MeetingFiled'],
    decide: ({ state, input: { on } }) => [
      { type: 'MeetingFiled', data: { ...ofMeeting(state), on } },
    ],
  }),
};
