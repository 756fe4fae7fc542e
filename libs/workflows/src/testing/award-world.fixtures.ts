const on = '2026-03-10';
const period = { fromYear: 2025, toYear: 2025 };
const nomination = {
  ...{ subjectKind: 'member', subjectId: 'khai', unitId: 'kp4', decidedAt: 'anbinh' },
  ...{ track: 'party', form: 'certificate', occasion: 'thematic', period, on },
};
const claimOf = (awardId: string): string => `party:certificate:thematic:2025-2025:${awardId}`;
const tally = {
  ...{ voteId: 'v1', issued: 2, returned: 2, valid: 2, on },
  ...{ votes: [{ option: 'approve', count: 2 }], tellers: ['tam', 'minh'] },
};

/** An input of each command that is right somewhere among these awards. */
export const AWARD_INPUTS = {
  nominate: nomination,
  completeDossier: { reportText: 'Báo cáo thành tích', on },
  appraise: { verdict: 'qualified', text: 'Đủ điều kiện', on },
  openCouncilVote: { voteId: 'v9', options: ['approve', 'reject'], on },
  tallyCouncilVote: tally,
  decide: { decisionNo: '12-QĐ/ĐU', on },
  reject: { reason: 'withdrawn', on },
  publish: { channel: 'notice_board', on },
  present: { on },
  proposeRevocation: { ground: 'dishonest', on },
  revoke: { ground: 'dishonest', decisionNo: '40-QĐ/ĐU', on },
  refuseRevocation: { on },
  handOver: { heirId: 'kp5', on },
} as const;
const merit = { eventId: 'meeting-kp4-20260303@7', source: 'meeting', on: '2025-03-03' } as const;
export const RECORD_INPUTS = {
  recordMerit: merit,
  claim: { awardId: 'a-new', claim: claimOf('a-new') },
  release: { awardId: 'a-nominated' },
} as const;

type Command = keyof typeof AWARD_INPUTS;
type Move = readonly [command: Command, actor: string, input?: object];

const dossier: Move[] = [['completeDossier', 'khai']];
const appraised: Move[] = [...dossier, ['appraise', 'tam']];
const opened: Move[] = [
  ...appraised,
  ['openCouncilVote', 'tam', { ...AWARD_INPUTS.openCouncilVote, voteId: 'v1' }],
];
const voted: Move[] = [...opened, ['tallyCouncilVote', 'tam']];
const decided: Move[] = [...voted, ['decide', 'tam']];
const published: Move[] = [...decided, ['publish', 'ha']];
const presented: Move[] = [...published, ['present', 'ha']];
const accused: Move[] = [...presented, ['proposeRevocation', 'minh']];

/** Awards of Khải by id: one in each state, then some on the way between two. */
const AWARDS: Readonly<Record<string, readonly Move[]>> = {
  'a-nominated': [],
  'a-dossier': dossier,
  'a-appraised': appraised,
  'a-opened': opened,
  'a-voted': voted,
  'a-decided': decided,
  'a-rejected': [['reject', 'tam']],
  'a-published': published,
  'a-presented': presented,
  'a-accused': accused,
  'a-upheld': [...decided, ['proposeRevocation', 'minh'], ['refuseRevocation', 'tam']],
  'a-revoked': [...accused, ['revoke', 'tam']],
};

const step = (workflow: string, id: string, command: string, input: object, actor: string) => ({
  ...{ workflow, id, command, input, actor },
});

export const AWARD_HISTORY = Object.entries(AWARDS).flatMap(([id, moves]) => [
  step('commendation', id, 'nominate', { ...nomination, achievement: id }, 'ha'),
  step('achievement-record', 'member.khai', 'claim', { awardId: id, claim: claimOf(id) }, 'system'),
  ...moves.map(([command, actor, input]) =>
    step('commendation', id, command, input ?? AWARD_INPUTS[command], actor),
  ),
]);

export const AWARDS_ASKED = [
  ...[...Object.keys(AWARDS), 'a-new'].map((id) => ['commendation', id] as const),
  ...['member.khai', 'unit.kp4'].map((id) => ['achievement-record', id] as const),
];
