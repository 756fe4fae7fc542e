const on = '2026-03-10';
const options = ['excellent', 'good', 'completed', 'not_completed'];
const decision = { decisionNo: '31-QĐ/ĐU', on };
const voters = ['tam', 'minh', 'quang', 'sau'];
const tally = {
  ...{ voteId: 'b1', issued: 3, returned: 3, valid: 3, on },
  votes: [{ option: 'good', count: 3 }],
};
const khai = { subjectKind: 'member', subjectId: 'khai' };

/** An input of each command that is right somewhere among these ratings. */
export const RATING_INPUTS = {
  selfRate: { rating: 'good', score: 82, text: 'Đã làm tốt' },
  comment: { id: 'c9', text: 'Gương mẫu' },
  openBallot: { voteId: 'b9', options, on },
  tallyBallot: { ...tally, tellers: ['minh', 'sau'] },
  markNotRated: { reason: 'long_illness', on, unitId: 'kp5' },
  propose: { rating: 'good', score: 80 },
  appraise: { rating: 'good' },
  recordDecision: { rating: 'good', ...decision, decidedBy: 'tam' },
  notify: { on },
  finalise: { on: '2026-06-01' },
  fileComplaint: { on, text: 'Chưa đúng' },
  decideComplaint: { on, outcome: 'upheld', text: 'Có căn cứ' },
  change: { rating: 'excellent', reason: 'complaint', ...decision },
  annul: { reason: 'error', ...decision },
} as const;
export const LIST_INPUTS = {
  enter: { ...khai, countedUnitId: 'kp4', rating: 'good', appraised: false },
  withdraw: khai,
  decide: decision,
  amend: { ...decision, changes: [{ ...khai, rating: 'good', reason: 'facts' }] },
} as const;

type Command = keyof typeof RATING_INPUTS;
type Move = readonly [command: Command, actor: string, input?: object];

const step = (workflow: string, id: string, command: string, input: object, actor: string) => ({
  ...{ workflow, id, command, input, actor },
});

/** A criticism session of cell 5, concluded: two items, four voters. */
const sessionOf = (year: number) => {
  const [collective, head] = [
    { subjectId: 'kp5', role: 'collective' },
    { subjectId: 'sau', role: 'head' },
  ];
  const self = (subjectId: string, kind: string) => ({
    ...{ subjectId, kind, on, sections: [{ key: 's1', text: 'Tự kiểm điểm' }] },
  });
  const item = (subjectId: string, chair: string): [string, object, string][] => [
    ['openItem', { subjectId, on }, 'sau'],
    ['offerResponse', { subjectId, on }, 'sau'],
    ['recordResponse', { subjectId, on, text: 'Tiếp thu' }, 'sau'],
    ['concludeItem', { subjectId, on, text: 'Tốt', shortcomings: [], remedies: [] }, chair],
  ];
  const plan = { chairId: 'sau', recorderId: 'minh', place: 'Nhà văn hóa' };
  const moves: [string, object, string][] = [
    ['plan', { ...plan, on: `${year}-12-05`, subjects: [collective, head] }, 'sau'],
    ['fileSelfReview', self('kp5', '01'), 'sau'],
    ['fileSelfReview', self('sau', '2a'), 'sau'],
    ['sendMaterials', { on: `${year}-01-01` }, 'sau'],
    ['open', { on, at: '07:30' }, 'sau'],
    [
      'recordAttendance',
      { on, entries: voters.map((memberId) => ({ memberId, presence: 'present' })) },
      'sau',
    ],
    ...item('kp5', 'sau'),
    ...item('sau', 'tam'),
    ['conclude', { on, at: '17:00' }, 'sau'],
  ];
  return moves.map(([command, input, actor]) =>
    step('criticism-session', `kp5-${year}`, command, input, actor),
  );
};

/** The first moves of a member's rating, so many of them. */
const rated = (year: number, memberId: string, count: number, last: readonly Move[] = []) => {
  const proposer = memberId === 'quang' ? 'tam' : 'quang';
  const appraiser = memberId === 'minh' ? 'tam' : 'minh';
  const judge = memberId === 'quang' ? 'minh' : 'quang';
  const others = voters.filter((voter) => voter !== memberId);
  const moves: Move[] = [
    ['selfRate', memberId],
    ['comment', others[0]!],
    ['openBallot', proposer, { ...RATING_INPUTS.openBallot, voteId: 'b1' }],
    ['tallyBallot', proposer, { ...tally, tellers: others.slice(0, 2) }],
    ['propose', proposer],
    ['appraise', appraiser],
    ['recordDecision', 'system'],
    ['notify', appraiser],
    ['fileComplaint', memberId],
    ['decideComplaint', judge],
  ];
  return [...moves.slice(0, count), ...last].map(([command, actor, input]) =>
    step(
      'classification',
      `member.${memberId}-${year}`,
      command,
      input ?? RATING_INPUTS[command],
      actor,
    ),
  );
};
const rejected: Move = [
  'decideComplaint',
  'quang',
  { ...RATING_INPUTS.decideComplaint, outcome: 'rejected' },
];
const entered = (year: number) =>
  step('rating-list', `anbinh-${year}`, 'enter', LIST_INPUTS.enter, 'system');

export const RATING_HISTORY = [
  ...[2022, 2023, 2024].flatMap(sessionOf),
  ...rated(2022, 'tam', 1),
  ...rated(2022, 'minh', 2),
  ...rated(2022, 'quang', 4),
  ...rated(2022, 'sau', 5),
  ...rated(2023, 'tam', 6),
  ...rated(2023, 'minh', 7),
  ...rated(2023, 'quang', 8),
  ...rated(2023, 'sau', 9),
  ...rated(2024, 'tam', 10),
  ...rated(2024, 'minh', 9, [rejected]),
  ...rated(2024, 'quang', 8, [['annul', 'minh']]),
  ...rated(2024, 'sau', 1, [['markNotRated', 'tam']]),
  step('classification', 'unit.kp5-2022', 'selfRate', RATING_INPUTS.selfRate, 'sau'),
  entered(2022),
  entered(2023),
  step('rating-list', 'anbinh-2023', 'decide', decision, 'tam'),
];

export const RATINGS_ASKED = [
  ...[2022, 2023, 2024].flatMap((year) =>
    voters.map((id) => ['classification', `member.${id}-${year}`] as const),
  ),
  ...[
    'member.khai-2025',
    'member.khai-2027',
    'member.nghi-2025',
    'unit.kp5-2022',
    'unit.kp8-2025',
  ].map((id) => ['classification', id] as const),
  ...[2021, 2022, 2023].map((year) => ['rating-list', `anbinh-${year}`] as const),
];
