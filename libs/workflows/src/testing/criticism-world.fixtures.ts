const on = '2026-03-10';
const people = ['ha', 'loc', 'khai', 'lan'];
const subjects = [
  { subjectId: 'kp4', role: 'collective' },
  { subjectId: 'ha', role: 'head' },
  { subjectId: 'lan', role: 'member' },
  { subjectId: 'loc', role: 'member' },
];
const plan = { on, chairId: 'ha', recorderId: 'loc', place: 'Nhà văn hóa', subjects };
const entries = people.map((memberId) => ({ memberId, presence: 'present' }));
const lan = { subjectId: 'lan', on };
const criticism = { ...lan, id: 'c9', speakerId: 'khai', area: 'unity', text: 'Còn nể nang' };
const opinion = { ...lan, id: 'o9', authorId: 'lan', text: 'Đề nghị xem lại' };
const conclusion = { ...lan, text: 'Hoàn thành', shortcomings: [], remedies: [] };
const remedy = {
  id: 'r9',
  ownerId: 'lan',
  due: '2026-06-30',
  on,
  text: 'Gặp dân',
  basis: 's1',
};

/** An input of each command that is right somewhere among these sessions. */
export const CRITICISM_INPUTS = {
  plan,
  prompt: { ...lan, id: 'p9', area: 'people', text: 'Vì sao?' },
  answerPrompt: { ...lan, id: 'p1', text: 'Vì thế' },
  fileSelfReview: { ...lan, kind: '2a', sections: [{ key: 's1', text: 'Tôi' }] },
  sendMaterials: { on },
  open: { on, at: '07:30' },
  recordAttendance: { on, entries },
  adjourn: { on, at: '11:30' },
  resume: { on, at: '13:30' },
  conclude: { on, at: '17:00' },
  draftMinutes: { on, text: 'Biên bản' },
  readMinutes: { on },
  adoptMinutes: { on, for: 4, against: 0, abstained: 0 },
  openItem: { subjectId: 'kp4', on },
  deferItem: { ...lan, reason: 'ill' },
  recordCriticism: criticism,
  retract: { id: 'c1', on, reason: 'Nói nhầm' },
  offerResponse: lan,
  recordResponse: { ...lan, text: 'Tôi tiếp thu' },
  waiveResponse: lan,
  reserveOpinion: opinion,
  forwardOpinion: { id: 'o1', toUnitId: 'anbinh', on },
  concludeItem: conclusion,
  startTracking: { on, reportedTo: 'anbinh' },
  assignRemedy: remedy,
  reportRemedy: { id: 'r1', on, text: 'Xong' },
  verifyRemedy: { id: 'r1', on, done: true },
  handOverRemedy: { id: 'r1', heirId: 'khai', on },
  explainRemedy: { id: 'r1', reason: 'needless', text: 'Không còn cần', on },
  orderRedo: { reason: 'perfunctory', text: 'Qua loa', on },
  handOver: { heirId: 'kp5', on },
  close: { on },
} as const;
type Command = keyof typeof CRITICISM_INPUTS;

/** One step of a session: a command, with the input above unless another is given. */
type Move = Command | readonly [command: Command, input: object, actor?: string];

const settled = (subjectId: string, found: object = {}): Move[] => [
  ['openItem', { subjectId, on }],
  ['offerResponse', { subjectId, on }],
  ['recordResponse', { subjectId, on, text: 'Tiếp thu' }, subjectId === 'kp4' ? 'ha' : subjectId],
  ['concludeItem', { ...conclusion, subjectId, ...found }, subjectId === 'ha' ? 'tam' : 'ha'],
];
const review = (subjectId: string): Move => [
  'fileSelfReview',
  { ...CRITICISM_INPUTS.fileSelfReview, subjectId, kind: subjectId === 'kp4' ? '01' : '2a' },
  subjectId === 'kp4' ? 'ha' : subjectId,
];
const prompted: Move[] = ['plan', ['prompt', { ...CRITICISM_INPUTS.prompt, id: 'p1' }, 'tam']];
const ready: Move[] = [
  'plan',
  ...subjects.map(({ subjectId }) => review(subjectId)),
  ['sendMaterials', { on: '2014-01-01' }],
];
const open: Move[] = [...ready, 'open', 'recordAttendance'];
const hearingLan: Move[] = [
  ...open,
  ...settled('kp4'),
  ...settled('ha'),
  ['openItem', lan],
  ['recordCriticism', { ...criticism, id: 'c1' }, 'khai'],
  ['reserveOpinion', { ...opinion, id: 'o1' }, 'lan'],
];
const heard: Move[] = [
  ...open,
  ...settled('kp4'),
  ...settled('ha'),
  ...settled('lan', {
    shortcomings: [{ id: 's1', area: 'people', severity: 'minor', cause: 'Ngại', text: 'Ít gặp' }],
    remedies: [
      { id: 'r1', ownerId: 'lan', due: '2026-06-30', shortcomingId: 's1', measure: 'Gặp' },
    ],
  }),
  ...settled('loc'),
];
const concluded: Move[] = [...heard, 'conclude'];
const adopted: Move[] = [...concluded, 'draftMinutes', 'readMinutes', 'adoptMinutes'];
const tracking: Move[] = [...adopted, 'startTracking'];
const verified: Move = 'verifyRemedy';

/** Sessions of cell 4 by year: one in each state, then some on the way between two. */
const SESSIONS: Readonly<Record<number, readonly Move[]>> = {
  2025: ['plan'],
  2024: prompted,
  2023: ready,
  2022: open,
  2021: hearingLan,
  2020: [...hearingLan, 'offerResponse'],
  2019: heard,
  2018: [...open, ...settled('kp4'), 'adjourn'],
  2017: concluded,
  2016: adopted,
  2015: tracking,
  2014: [...tracking, ['orderRedo', CRITICISM_INPUTS.orderRedo, 'tam']],
  2013: [...tracking, verified, 'close'],
  2012: [...concluded, 'draftMinutes'],
  2011: [...concluded, 'draftMinutes', 'readMinutes'],
  2010: [...tracking, verified],
};

export const CRITICISM_HISTORY = Object.entries(SESSIONS).flatMap(([year, moves]) =>
  moves.map((move) => {
    const [command, input, actor = 'ha'] =
      typeof move === 'string' ? [move, CRITICISM_INPUTS[move] as object] : move;
    // A plan is refused outside its year; everything after it happened on one day.
    const given = command === 'plan' ? { ...input, on: `${year}-12-05` } : input;
    return { workflow: 'criticism-session', id: `kp4-${year}`, command, input: given, actor };
  }),
);

export const CRITICISM_ASKED = [...Object.keys(SESSIONS), '2026'].map(
  (year) => ['criticism-session', `kp4-${year}`] as const,
);
