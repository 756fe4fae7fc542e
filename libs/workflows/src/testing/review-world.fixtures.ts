const on = '2026-03-10';
const marks = ['d1', 'd2'].map((key) => ({ key, mark: 'done' }));

/** An input of each command that is right somewhere among these reviews. */
export const REVIEW_INPUTS = {
  open: { unitId: 'kp4' },
  selfReport: { on, deeds: ['d1', 'd2'].map((key) => ({ key, progress: 'on_track' })) },
  remark: { unitId: 'kp4', on, deeds: marks, text: 'Làm tốt', nextDirection: 'Gặp thêm hộ mới' },
  miss: {},
  acknowledge: { on },
  dispute: { on, line: 'd1', text: 'Chưa đúng' },
  resolve: { on, outcome: 'rejected', text: 'Giữ nguyên' },
} as const;

type ReviewMove = readonly [command: keyof typeof REVIEW_INPUTS, actor: string];

/** Reviews of members of cell 4, one in each state; the cell reviews by the month. */
const REVIEWS: Readonly<Record<string, readonly ReviewMove[]>> = {
  'mai-2026-01': [['miss', 'system']],
  'mai-2026-02': [['remark', 'ha']],
  'mai-2026-03': [['open', 'system']],
  'vinh-2026-01': [
    ['remark', 'ha'],
    ['acknowledge', 'vinh'],
  ],
  'vinh-2026-02': [
    ['remark', 'ha'],
    ['dispute', 'vinh'],
  ],
  'vinh-2026-03': [['selfReport', 'vinh']],
  'son-2026-02': [
    ['remark', 'loc'],
    ['dispute', 'son'],
    ['resolve', 'tam'],
  ],
};

export const REVIEW_HISTORY = [
  {
    workflow: 'organisation',
    id: 'kp4',
    command: 'chooseCadence',
    input: { cadence: 'monthly', fromYear: 2026 },
    actor: 'ha',
  },
  ...Object.entries(REVIEWS).flatMap(([id, moves]) =>
    moves.map(([command, actor]) => ({
      workflow: 'review',
      id,
      command,
      input: REVIEW_INPUTS[command],
      actor,
    })),
  ),
];

/** With some that nobody began: owed, never registered, of a pace not followed. */
export const REVIEWS_ASKED = [
  ...Object.keys(REVIEWS),
  ...['son-2026-01', 'loc-2026-03', 'khai-2026-03', 'mai-2026-q1', 'mai-2026-12'],
].map((id) => ['review', id] as const);

const request = {
  fromUnitId: 'kp4',
  toUnitId: 'kp5',
  kind: 'permanent',
  reason: 'residence',
  movedOn: '2026-03-01',
  on: '2026-03-02',
} as const;

/** An input of each command that is right somewhere among these transfers. */
export const TRANSFER_INPUTS = {
  request,
  review: { on },
  issueLetter: { number: '15-GT/CB', on },
  sealFile: { on },
  present: { on },
  receive: { on },
  return: { on, reason: 'papers_wrong' },
  withdraw: { on },
  markOverdue: {},
  explainOverdue: { step: 'start', reason: 'illness', text: 'Nằm viện', on },
  handOver: { heirId: 'anbinh', on },
} as const;
type TransferCommand = keyof typeof TRANSFER_INPUTS;

const sent = ['request', 'review', 'issueLetter', 'sealFile'] as const;
/** Transfers from cell 4 to cell 5, one in each state; two of them long overdue. */
const TRANSFERS: Readonly<Record<string, readonly TransferCommand[]>> = {
  'nam-20260302': ['request'],
  'son-20260302': ['request', 'review'],
  'mai-20260302': ['request', 'review', 'issueLetter'],
  'lan-20260302': sent,
  'vinh-20260302': [...sent, 'present'],
  'loc-20260302': [...sent, 'present', 'receive'],
  'khai-20260302': [...sent, 'present', 'return'],
  'nam-20250602': ['request'],
  'mai-20250602': ['request', 'markOverdue'],
};
const ACTORS: Partial<Record<TransferCommand, string>> = {
  present: 'sau',
  receive: 'sau',
  return: 'sau',
  markOverdue: 'system',
};
const inputOf = (id: string, command: TransferCommand): object =>
  command === 'request' && id.endsWith('20250602')
    ? { ...request, movedOn: '2025-06-02', on: '2025-06-02' }
    : TRANSFER_INPUTS[command];

export const TRANSFER_HISTORY = Object.entries(TRANSFERS).flatMap(([id, commands]) =>
  commands.map((command) => ({
    workflow: 'transfer',
    id,
    command,
    input: inputOf(id, command),
    // Lộc is deputy of the cell, so that his own papers are Hà's.
    actor: ACTORS[command] ?? 'ha',
  })),
);

export const TRANSFERS_ASKED = [...Object.keys(TRANSFERS), 'lan-20260315', 'sau-20260302'].map(
  (id) => ['transfer', id] as const,
);
