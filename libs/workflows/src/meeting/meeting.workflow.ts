import { above, any, defineWorkflow, holds } from '#libs/kernel';
import { FOLLOWED_UP } from './meeting.blocks.js';
import { calling } from './meeting.calling.js';
import { closing } from './meeting.closing.js';
import { MEETING_ID } from './meeting.commands.js';
import type { MeetingFacts } from './meeting.events.js';
import { meetingFacts } from './meeting.facts.js';
import { outcomes } from './meeting.outcomes.js';
import { inTheRoom } from './meeting.room.js';
import { MEETING_STATES, meetingStart, type MeetingState } from './meeting.state.js';

/** A gathering of the cell: regular, thematic, both in one, or for study (domain brief, 3I). */
export const meeting = defineWorkflow<MeetingState, MeetingFacts>()({
  name: 'meeting',
  version: 1,
  stream: 'meeting',
  idPattern: MEETING_ID,
  start: meetingStart,
  states: MEETING_STATES,
  facts: meetingFacts,
  commands: () => ({ ...calling, ...inTheRoom, ...outcomes, ...closing }),

  deadlines: {
    draft: {
      whileIn: ['held'],
      due: { after: 'P3D', calendar: 'working' },
      command: 'draftMinutes',
    },
    minutes: {
      whileIn: ['minutes_draft', 'minutes_read'],
      due: { after: 'P5D', calendar: 'working' },
      remind: ['-P2D'],
      command: 'adoptMinutes',
    },
    report: {
      whileIn: ['adopted', 'scored'],
      due: { after: 'P5D', calendar: 'working' },
      remind: ['-P1D'],
      command: 'report',
    },
    issue: {
      whileIn: FOLLOWED_UP,
      each: ({ issues }) =>
        issues.filter(({ status }) => status === 'open').map(({ id, due }) => ({ key: id, due })),
      key: 'id',
      remind: ['-P3D', '-P1D'],
      escalate: ['P7D'],
      command: 'reportIssue',
      extendBy: any(holds('secretary', 'unitId'), above('secretary', 'unitId')),
    },
  },
});
