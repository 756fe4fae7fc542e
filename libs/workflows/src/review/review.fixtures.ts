import type { OldFact } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import type { MeetingView } from '../meeting/meeting.events.js';
import { authority, memberView, rulesIn, unitView } from '../testing/index.js';
import type { OfReview, ReviewFacts } from './review.events.js';
import type { RegisteredDeeds } from './review.needs.js';
import { review } from './review.workflow.js';

export const of: OfReview = {
  memberId: 'khai',
  unitId: 'kp4',
  countedUnitId: 'kp4',
  year: 2026,
  period: '2026-q1',
  periodEnd: '2026-03-31',
};
export const DUE = '2026-04-10';

const fact = <Type extends keyof ReviewFacts>(
  type: Type,
  data: Omit<ReviewFacts[Type]['data'], keyof OfReview>,
  more: Partial<OldFact> = {},
): OldFact => ({ type, data: { ...of, ...data }, ...more });

export const opened = fact('ReviewOpened', { cadence: 'quarterly', due: DUE });
export const reported = fact(
  'SelfProgressReported',
  { deeds: [{ key: 'd1', progress: 'done' }], on: '2026-03-30', due: DUE },
  { sealed: { text: { of: 'khai', value: { text: 'Đã làm', deeds: [] } } }, actor: 'khai' },
);
export const remarked = fact(
  'DeedRemarked',
  {
    deeds: [
      { key: 'd1', mark: 'done' },
      { key: 'd2', mark: 'late' },
    ],
    merit: 'none',
    hasDirection: true,
    on: '2026-04-03',
    due: DUE,
    late: false,
    lateDays: 0,
  },
  {
    sealed: {
      remark: { of: 'khai', value: { text: 'Việc 2 chậm', nextDirection: 'Làm dứt điểm việc 2' } },
    },
    actor: 'ha',
  },
);
export const acknowledged = fact('RemarkAcknowledged', { on: '2026-04-05' });
export const disputed = fact(
  'RemarkDisputed',
  { by: 'khai', on: '2026-04-05', line: 'd2' },
  { sealed: { text: { of: 'khai', value: 'Việc 2 đã xong' } }, actor: 'khai' },
);
export const resolved = fact(
  'DisputeResolved',
  { by: 'khai', on: '2026-04-10', outcome: 'upheld', deeds: [{ key: 'd2', mark: 'done' }] },
  { sealed: { text: { of: 'khai', value: 'Đúng là đã xong' } }, actor: 'tam' },
);
export const missed = fact('ReviewMissed', { on: '2026-04-11', due: DUE });

/** Facts that lead to each state. */
export const HISTORIES = {
  due: [],
  self_reported: [opened, reported],
  remarked: [remarked],
  missed: [missed],
  disputed: [remarked, disputed],
  acknowledged: [remarked, acknowledged],
  resolved: [remarked, disputed, resolved],
} satisfies Record<string, OldFact[]>;

/** From which facts each command is given, unless a test says otherwise. */
export const HISTORIES_OF = {
  open: HISTORIES.due,
  selfReport: HISTORIES.due,
  remark: HISTORIES.due,
  miss: HISTORIES.due,
  acknowledge: HISTORIES.remarked,
  dispute: HISTORIES.remarked,
  resolve: HISTORIES.disputed,
};
export type Command = keyof typeof HISTORIES_OF;

/** A right input for each command. */
export const INPUTS = {
  open: { unitId: 'kp4' },
  selfReport: {
    on: '2026-04-02',
    deeds: [
      { key: 'd1', progress: 'done', text: '12 buổi' },
      { key: 'd2', progress: 'on_track' },
    ],
  },
  remark: {
    unitId: 'kp4',
    on: '2026-04-03',
    deeds: [
      { key: 'd1', mark: 'done' },
      { key: 'd2', mark: 'late' },
    ],
    text: 'Việc 2 chậm',
    nextDirection: 'Làm dứt điểm việc 2',
  },
  miss: {},
  acknowledge: { on: '2026-04-05' },
  dispute: { on: '2026-04-05', line: 'd2', text: 'Việc 2 đã xong' },
  resolve: { on: '2026-04-10', outcome: 'upheld', text: 'Đúng là đã xong' },
} as const;

/** The cell's meeting of 3 April. */
export const meeting: Pick<MeetingView, 'meetingId' | 'unitId' | 'held'> = {
  meetingId: 'kp4-20260403',
  unitId: 'kp4',
  held: true,
};

export const registered: RegisteredDeeds = {
  endorsed: true,
  countedUnitId: 'kp4',
  deeds: [{ key: 'd1' }, { key: 'd2' }],
};

/** A review of Khải, by the rules of its year; decided on 3 April 2026 unless said otherwise. */
export const givenOf = (id: string, year = 2026) =>
  situation(review, {
    id,
    actor: 'ha',
    now: '2026-04-03T05:00:00.000Z',
    authority,
    needs: {
      rules: rulesIn(year),
      membership: memberView(),
      registration: registered,
      unit: unitView(),
      previous: undefined,
      meeting,
    },
  });
export const given = givenOf('khai-2026-q1');
