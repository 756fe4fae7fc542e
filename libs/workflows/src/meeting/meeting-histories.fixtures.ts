import type { OldFact } from '#libs/kernel/testing';
import type { MeetingFacts } from './meeting.events.js';
import { call, of, on } from './meeting.fixtures.js';

const gathering = { ...of, kind: 'regular' as const };

export const scheduled = (
  fields: Partial<MeetingFacts['MeetingScheduled']['data']> = {},
): OldFact => ({
  type: 'MeetingScheduled',
  data: { ...gathering, ...call(), quorum: [1, 2], ...fields },
});
const materials: OldFact = {
  type: 'MaterialsPublished',
  data: {
    ...of,
    on: '2026-03-01',
    count: 1,
    daysBefore: 2,
    late: false,
    items: [{ key: 'm1', title: 'Chuyên đề quý I' }],
  },
};
const postponed: OldFact = {
  type: 'MeetingPostponed',
  data: { ...of, kind: 'regular', from: on, to: '2026-03-05', startsAt: '19:00' },
};
const opened: OldFact = {
  type: 'MeetingOpened',
  data: { ...of, at: '2026-03-03T00:30:00Z', chairId: 'ha', recorderId: 'khai' },
};

const entries = [
  { memberId: 'ha', presence: 'present', votes: true },
  { memberId: 'khai', presence: 'present', votes: true },
  { memberId: 'mai', presence: 'present', votes: false },
  { memberId: 'lan', presence: 'excused', votes: true },
  { memberId: 'nghi', presence: 'exempt', votes: true },
];
export const counts = {
  listed: 5,
  expected: 4,
  present: 3,
  excused: 1,
  unexcused: 0,
  electorate: 3,
  voting: 2,
};
export const attended: OldFact = {
  type: 'AttendanceRecorded',
  data: {
    ...gathering,
    entries,
    counts,
    quorate: true,
    on,
    byKind: { official: 2, probationary: 1, temporary: 1 },
    temporary: ['sau'],
    guests: ['tam'],
  },
};
export const tooFew: OldFact = {
  ...attended,
  data: { ...attended.data, quorate: false },
};
const held: OldFact = {
  type: 'MeetingHeld',
  data: { ...gathering, on, minutes: 95, short: false },
};
const drafted: OldFact = {
  type: 'MinutesDrafted',
  data: { ...gathering, on, recorderId: 'khai' },
  sealed: { minutes: { of: 'khai', value: 'Biên bản' } },
};
const read: OldFact = { type: 'MinutesRead', data: { ...gathering, on } };
const adopted: OldFact = {
  type: 'MinutesAdopted',
  data: { ...gathering, on, votes: { for: 2, against: 0, abstained: 0 } },
};
const scored: OldFact = {
  type: 'MeetingScored',
  data: { ...of, kind: 'regular', points: 92, level: 'good', on },
};
const reported: OldFact = { type: 'MeetingReported', data: { ...of, to: 'anbinh', on } };

const UNTIL_OPEN = [scheduled(), opened];
export const UNTIL_HELD = [...UNTIL_OPEN, attended, held];
const UNTIL_ADOPTED = [...UNTIL_HELD, drafted, read, adopted];

/** Facts that lead to each state. */
export const HISTORIES = {
  none: [],
  scheduled: [scheduled()],
  materials_published: [scheduled(), materials],
  postponed: [scheduled(), postponed],
  cancelled: [
    scheduled(),
    { type: 'MeetingCancelled', data: { ...of, kind: 'regular', reason: 'emergency', on } },
  ],
  open: UNTIL_OPEN,
  held: UNTIL_HELD,
  minutes_draft: [...UNTIL_HELD, drafted],
  minutes_read: [...UNTIL_HELD, drafted, read],
  adopted: UNTIL_ADOPTED,
  scored: [...UNTIL_ADOPTED, scored],
  reported: [...UNTIL_ADOPTED, scored, reported],
  filed: [...UNTIL_ADOPTED, scored, reported, { type: 'MeetingFiled', data: { ...of, on } }],
} satisfies Record<string, OldFact[]>;

/** Under way, with the list read out. */
export const LIVE: OldFact[] = [...HISTORIES.open, attended];
