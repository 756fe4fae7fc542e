import type { FactSpecs } from '#libs/kernel';
import { discussions, gathering, issues, resolutions } from './meeting.blocks.js';
import type { MeetingFacts } from './meeting.events.js';
import type { MeetingState, MeetingStateName } from './meeting.state.js';

/** What each stored fact does; replay runs only this. */
export const meetingFacts: FactSpecs<MeetingState, MeetingFacts, MeetingStateName> = {
  ...gathering.facts,
  ...resolutions.facts,
  ...issues.facts,
  ...discussions.facts,
  MeetingScheduled: {
    to: 'scheduled',
    apply(state, data) {
      state.kind = data.kind;
      state.studyRound = data.studyRound;
      state.on = data.on;
      state.agenda = data.agenda;
      state.quorum = data.quorum;
    },
  },
  MaterialsPublished: {
    to: 'materials_published',
    apply: (state, { items }) => void state.materials.push(...items.map(({ key }) => key)),
  },
  MeetingPostponed: { to: 'postponed', apply: (state, { to }) => void (state.on = to) },
  MeetingCancelled: { to: 'cancelled', apply: () => undefined },
  MeetingOpened: {
    to: 'open',
    apply(state, { at, chairId, recorderId }) {
      state.openedAt = at;
      state.chairId = chairId;
      state.recorderId = recorderId;
    },
  },
  AttendanceRecorded: {
    apply(state, { entries, counts, quorate, temporary, guests }) {
      state.record.attendance = { entries, counts, quorate };
      state.others = [...temporary, ...guests];
    },
  },
  DiscussionRecorded: {
    apply: (state, { id, speakerId }) => void state.discussion.push({ id, authorId: speakerId }),
  },
  AgendaItemConcluded: { apply: () => undefined },
  RegisteredContentReviewed: { apply: () => undefined },
  MeritNoted: {
    apply: (state, { id, subjectId }) => void state.merits.push({ id, subjectId }),
  },
  MeetingHeld: { to: 'held', apply: (state) => void (state.held = true) },
  MeetingScored: { to: 'scored', apply: () => undefined },
  MeetingReported: { to: 'reported', apply: () => undefined },
  MeetingFiled: { to: 'filed', apply: () => undefined },
};
