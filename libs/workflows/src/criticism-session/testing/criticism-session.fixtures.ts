import type { AttendanceEntry } from '#libs/kernel';
import { countAttendance } from '#libs/kernel';
import type { OldFact, Plain } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, memberView, rulesIn, unitView } from '../../testing/index.js';
import type { ConcludeItem } from '../criticism-item.commands.js';
import { criticismSession } from '../criticism-session.workflow.js';

const of = { unitId: 'kp4', year: 2026, round: 1 };
export const DAY = '2026-12-05';

/** Hà is secretary and chair, Lộc her deputy, Bình keeps the minutes; Khải and Lan are members. */
export const SUBJECTS = [
  { subjectId: 'kp4', role: 'collective' },
  { subjectId: 'ha', role: 'head' },
  { subjectId: 'loc', role: 'deputy' },
  { subjectId: 'khai', role: 'member' },
  { subjectId: 'lan', role: 'member' },
] as const;
export const plan = {
  on: DAY,
  chairId: 'ha',
  recorderId: 'binh',
  place: 'Nhà văn hóa Khu phố 4',
  subjects: [...SUBJECTS],
};

/** Everybody of the cell: ten official members, of whom eight are there. */
export const ENTRIES: AttendanceEntry[] = [
  ...['ha', 'loc', 'khai', 'lan', 'binh', 'd1', 'd2', 'd3'].map((memberId) => ({
    memberId,
    presence: 'present' as const,
  })),
  { memberId: 'd4', presence: 'excused' },
  { memberId: 'd5', presence: 'unexcused' },
];
export const attendees = new Map(
  [...ENTRIES.map(({ memberId }) => memberId), 'tam'].map((memberId) => [
    memberId,
    memberView({ memberId, unitId: memberId === 'tam' ? 'anbinh' : 'kp4' }),
  ]),
);
export const attendance = (entries = ENTRIES): OldFact => ({
  type: 'SessionAttendanceRecorded',
  data: { ...of, ...countAttendance(entries, attendees, [2, 3]), on: DAY },
});

const fact = (type: string, data: object, sealed?: OldFact['sealed']): OldFact => ({
  type,
  data: { ...of, ...data },
  ...(sealed && { sealed }),
});
const word = (who: string) => ({ text: { of: who, value: 'lời' } });

export const planned = fact('SessionPlanned', plan);
export const prompted = fact(
  'PromptIssued',
  { id: 'p1', subjectId: 'lan', area: 'people', on: '2026-11-10' },
  word('lan'),
);
export const answered = fact('PromptAnswered', { id: 'p1', subjectId: 'lan', on: '2026-11-20' });
export const reviewed = (subjectId: string): OldFact =>
  fact('SelfReviewFiled', {
    subjectId,
    kind: subjectId === 'kp4' ? '01' : '2a',
    version: 1,
    on: '2026-11-25',
  });
export const sent = fact('MaterialsSent', { on: '2026-11-28', daysBefore: 7 });
export const opened = fact('SessionOpened', { on: DAY, at: '07:30' });
export const item = (subjectId: string): OldFact =>
  fact('ItemOpened', { subjectId, role: 'member', on: DAY });
export const said = (id: string, subjectId: string, speakerId: string): OldFact =>
  fact('CriticismRecorded', { id, subjectId, speakerId, area: 'unity', on: DAY }, word(speakerId));
export const offered = (subjectId: string): OldFact =>
  fact('ResponseOffered', { subjectId, on: DAY });
export const replied = (subjectId: string): OldFact =>
  fact('ResponseRecorded', { subjectId, on: DAY }, word(subjectId));
export const reserved = fact(
  'OpinionReserved',
  { id: 'o1', subjectId: 'lan', authorId: 'lan', on: DAY },
  word('lan'),
);
export const shortcoming = (id: string, subjectId: string): OldFact =>
  fact('ShortcomingRecorded', { id, subjectId, area: 'people', severity: 'minor', on: DAY });
export const remedy = (id: string, ownerId: string, basis: string): OldFact =>
  fact('RemedyAssigned', { id, ownerId, due: '2027-03-31', on: DAY, basis }, word(ownerId));

/** An item from opening to conclusion, without anything found. */
export const settled = (subjectId: string): OldFact[] => [
  item(subjectId),
  offered(subjectId),
  replied(subjectId),
  fact('ItemConcluded', { subjectId, role: 'member', reply: 'recorded', on: DAY }),
  ...(subjectId === 'kp4' ? [fact('CollectiveDone', { on: DAY })] : []),
];
const PREPARED = [planned, ...SUBJECTS.map(({ subjectId }) => reviewed(subjectId)), sent];
const OPEN = [...PREPARED, opened, attendance()];
const COLLECTIVE = [...OPEN, ...settled('kp4')];
/** Up to Lan's item, which is open and was offered nothing yet. */
export const LAN_OPEN = [
  ...COLLECTIVE,
  ...settled('ha'),
  ...settled('loc'),
  ...settled('khai'),
  item('lan'),
  said('c1', 'lan', 'loc'),
];
const INDIVIDUALS = [
  ...LAN_OPEN,
  offered('lan'),
  replied('lan'),
  fact('ItemConcluded', { subjectId: 'lan', role: 'member', reply: 'recorded', on: DAY }),
  shortcoming('2026-s1', 'lan'),
  remedy('r1', 'lan', '2026-s1'),
  fact('IndividualsDone', { on: DAY }),
];
const CONCLUDED = [
  ...INDIVIDUALS,
  fact('SessionConcluded', { on: DAY, at: '16:30', shortcomings: [], deferred: [] }),
];
const ADOPTED = [
  ...CONCLUDED,
  fact('SessionMinutesDrafted', { on: DAY, recorderId: 'binh' }),
  fact('SessionMinutesRead', { on: DAY }),
  fact('SessionMinutesAdopted', { on: DAY, votes: { for: 8, against: 0, abstained: 0 } }),
];
const TRACKING = [...ADOPTED, fact('TrackingStarted', { on: DAY })];
export const verified = fact('RemedyVerified', { id: 'r1', ownerId: 'lan', done: true, on: DAY });
const REDO = [...TRACKING, fact('RedoOrdered', { reason: 'perfunctory', on: '2026-12-20' })];

/** Facts that lead to each state. */
export const HISTORIES = {
  none: [],
  planned: [planned],
  prompted: [planned, prompted],
  materials_ready: PREPARED,
  open: OPEN,
  collective_done: COLLECTIVE,
  individuals_done: INDIVIDUALS,
  adjourned: [...COLLECTIVE, fact('SessionAdjourned', { on: DAY, at: '11:30' })],
  concluded: CONCLUDED,
  minutes_adopted: ADOPTED,
  remedy_tracking: TRACKING,
  redo_ordered: REDO,
  closed: [...TRACKING, verified, fact('SessionClosed', { on: DAY, remedied: 1, open: 0 })],
} satisfies Record<string, OldFact[]>;

/** The session of the cell in a year, decided in the evening of 20 December by its rules. */
export const givenIn = (year: number) =>
  situation(criticismSession, {
    id: `kp4-${year}`,
    actor: 'ha',
    now: `${year}-12-20T12:00:00.000Z`,
    authority,
    needs: {
      rules: rulesIn(year),
      unit: unitView(),
      target: unitView({ unitId: 'anbinh', level: 'ward', parentId: 'songvan' }),
      heir: unitView({ unitId: 'kp5' }),
      attendees,
    },
  });
export const given = givenIn(2026);

/** A conclusion that finds nothing, unless it says what. */
export const conclusion = (
  subjectId: string,
  fields: Partial<Plain<ConcludeItem>> = {},
): Plain<ConcludeItem> => ({
  subjectId,
  on: DAY,
  text: 'Hoàn thành nhiệm vụ.',
  shortcomings: [],
  remedies: [],
  ...fields,
});
export const finding = (fields: object = {}) => ({
  id: '2026-s1',
  area: 'people' as const,
  severity: 'minor' as const,
  cause: 'Ngại va chạm',
  text: 'Ít tiếp xúc với nhân dân',
  ...fields,
});
export const mending = (fields: object = {}) => ({
  id: 'r1',
  shortcomingId: '2026-s1',
  ownerId: 'lan',
  measure: 'Mỗi tháng gặp năm hộ',
  due: '2027-03-31',
  ...fields,
});
