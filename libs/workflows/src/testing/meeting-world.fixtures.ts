const on = '2026-03-10';
const agenda = [
  { key: 'study', kind: 'study_follow', title: 'Kiểm điểm việc làm theo' },
  { key: 'work', kind: 'work', title: 'Nhiệm vụ tháng' },
];
const entries = ['ha', 'khai', 'lan', 'mai'].map((memberId) => ({ memberId, presence: 'present' }));
const call = (day: string) => ({
  kind: 'regular',
  on: day,
  startsAt: '07:30',
  place: 'Nhà văn hóa',
  agenda,
});
const openAt = (day: string) => ({
  at: `${day}T00:30:00Z`,
  chairId: 'ha',
  recorderId: 'khai',
});
const tally = {
  on,
  voteId: 'nq1',
  issued: 4,
  returned: 4,
  valid: 4,
  votes: [{ option: 'for', count: 4 }],
  tellers: ['mai'],
};
const issue = { id: 'i1', ownerId: 'khai', due: '2026-04-10', on, text: 'Mở hẻm' };
const vote = { voteId: 'nq1', itemKey: 'work', options: ['for', 'against'], on };
const speech = { id: 's1', itemKey: 'work', speakerId: 'khai', text: 'Đồng ý' };

/** An input of each command that is right somewhere among these meetings. */
export const MEETING_INPUTS = {
  schedule: call(on),
  publishMaterials: { on, items: [{ key: 'm1', title: 'Báo cáo' }] },
  postpone: { to: '2026-03-12', startsAt: '19:00' },
  cancel: { reason: 'emergency', on },
  open: openAt(on),
  recordAttendance: { on, entries },
  discuss: { ...speech, id: 's9' },
  retractDiscussion: { id: 's1', on, reason: 'Nói nhầm' },
  concludeItem: { itemKey: 'work', text: 'Thống nhất' },
  reviewContent: { itemKey: 'study', on },
  noteMerit: { id: 'm9', subjectId: 'lan', subjectKind: 'member', text: 'Giúp hộ nghèo', on },
  assignIssue: { ...issue, id: 'i9' },
  reportIssue: { id: 'i1', on, text: 'Xong' },
  verifyIssue: { id: 'i1', on, done: true },
  handOverIssue: { id: 'i1', heirId: 'lan', on },
  openVote: { ...vote, voteId: 'nq9' },
  tallyVote: tally,
  close: { at: `${on}T02:30:00Z` },
  draftMinutes: { on, text: 'Biên bản' },
  readMinutes: { on },
  adoptMinutes: { on, for: 4, against: 0, abstained: 0 },
  score: { points: 92, level: 'good', on },
  report: { to: 'anbinh', on },
  file: { on },
} as const;

const step = (day: string, command: string, input: object, actor = 'ha') => ({
  workflow: 'meeting',
  id: `kp4-${day.replaceAll('-', '')}`,
  command,
  input,
  actor,
});
const held = (day: string, ...commands: (keyof typeof MEETING_INPUTS)[]) => [
  step(day, 'schedule', call(day)),
  step(day, 'open', openAt(day)),
  step(day, 'recordAttendance', { on: day, entries }),
  step(day, 'close', { at: `${day}T02:30:00Z` }),
  ...commands.map((command) => step(day, command, MEETING_INPUTS[command])),
];

/** Meetings of cell 4, one in each state. */
export const MEETING_HISTORY = [
  step('2026-03-01', 'schedule', call('2026-03-01')),
  step('2026-03-02', 'schedule', call('2026-03-02')),
  step('2026-03-02', 'postpone', { to: on, startsAt: '07:30' }),
  ...held('2026-03-04'),
  ...held('2026-03-05', 'draftMinutes'),
  ...held('2026-03-06', 'draftMinutes', 'readMinutes'),
  ...held('2026-03-07', 'draftMinutes', 'readMinutes', 'adoptMinutes'),
  ...held('2026-03-08', 'draftMinutes', 'readMinutes', 'adoptMinutes', 'score', 'report'),
  step(on, 'schedule', call(on)),
  step(on, 'open', openAt(on)),
  step(on, 'recordAttendance', { on, entries }),
  step(on, 'discuss', speech),
  step(on, 'assignIssue', issue),
  step(on, 'openVote', vote),
];

export const MEETINGS_ASKED = [
  ...[1, 2, 4, 5, 6, 7, 8].map((day) => ['meeting', `kp4-2026030${day}`] as const),
  ['meeting', 'kp4-20260310'] as const,
  ['meeting', 'kp4-20260310b'] as const,
];
