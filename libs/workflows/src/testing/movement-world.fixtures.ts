const on = '2026-03-10';
const decided = { on, decisionNo: '20-QĐ/ĐU' };
const entry = {
  entryId: 'e1',
  subjectKind: 'member',
  subjectId: 'khai',
  work: 'Bài dự thi',
  on,
} as const;

/** An input of each command that is right somewhere in this world, by workflow. */
export const MOVEMENT_INPUTS = {
  contest: {
    announce: {
      unitId: 'anbinh',
      title: 'Kể chuyện về Bác',
      theme: 'Nêu gương',
      on: '2026-03-01',
      until: '2026-03-31',
      judges: ['minh'],
    },
    open: { on },
    submitEntry: entry,
    close: { on },
    scoreEntry: { entryId: 'e1', points: 80 },
    judge: { on, prizes: [{ entryId: 'e1', prize: 'first' }] },
    award: decided,
  },
  model: {
    register: { unitId: 'kp4', kind: 'collective', name: 'Tổ dân vận khéo', on: '2026-02-01' },
    pilot: { on },
    recognise: { ...decided, evidenceNo: '12-BC/CB' },
    replicate: { atUnitId: 'kp5', on },
    retire: { on, reason: 'outdated' },
  },
  'emulation-pact': {
    sign: {
      partners: ['kp6'],
      criteria: [
        { key: 'c1', title: 'Kế hoạch năm', points: 60, programmeId: 'kp7-2026' },
        { key: 'c2', title: 'Sinh hoạt chuyên đề', points: 40 },
      ],
      on: '2026-02-01',
    },
    score: {
      scores: [
        { key: 'c1', points: 50 },
        { key: 'c2', points: 40 },
      ],
      on,
    },
    close: { on },
  },
  'steering-committee': {
    form: {
      ...decided,
      members: [
        { memberId: 'minh', role: 'head' },
        { memberId: 'khai', role: 'member' },
      ],
    },
    addMember: { ...decided, memberId: 'ha', role: 'deputy' },
    endMember: { ...decided, memberId: 'minh' },
    dissolve: decided,
    assignTask: { id: 't1', ownerId: 'khai', due: '2026-06-30', on, text: 'Ba chi bộ' },
    reportTask: { id: 't1', on, text: 'Xong' },
    verifyTask: { id: 't1', on, done: true },
    handOverTask: { id: 't1', heirId: 'minh', on },
  },
} as const;
const ACTORS: Readonly<Record<string, string>> = { scoreEntry: 'minh', reportTask: 'khai' };
type Inputs = typeof MOVEMENT_INPUTS;

const steps = <Name extends keyof Inputs>(
  workflow: Name,
  id: string,
  ...commands: readonly (keyof Inputs[Name] & string)[]
) =>
  commands.map((command) => ({
    workflow,
    id,
    command,
    input: MOVEMENT_INPUTS[workflow][command] as object,
    actor: ACTORS[command] ?? 'system',
  }));

const judged = ['announce', 'open', 'submitEntry', 'close', 'scoreEntry', 'judge'] as const;
const recognised = ['register', 'pilot', 'recognise'] as const;

/** Contests, models, pacts and committees, one in each state. */
export const MOVEMENT_HISTORY = [
  ...steps('contest', 'thi-announced', 'announce'),
  ...steps('contest', 'thi-open', 'announce', 'open'),
  ...steps('contest', 'thi-closed', 'announce', 'open', 'submitEntry', 'close'),
  ...steps('contest', 'thi-scored', 'announce', 'open', 'submitEntry', 'close', 'scoreEntry'),
  ...steps('contest', 'thi-judged', ...judged),
  ...steps('contest', 'thi-awarded', ...judged, 'award'),
  ...steps('model', 'mo-hinh-registered', 'register'),
  ...steps('model', 'mo-hinh-pilot', 'register', 'pilot'),
  ...steps('model', 'mo-hinh-recognised', ...recognised),
  ...steps('model', 'mo-hinh-replicated', ...recognised, 'replicate'),
  ...steps('model', 'mo-hinh-retired', 'register', 'retire'),
  ...steps('emulation-pact', 'kp5-2026', 'sign'),
  ...steps('emulation-pact', 'kp7-2026', 'sign', 'score'),
  ...steps('emulation-pact', 'anbinh-2026', 'sign', 'score', 'close'),
  ...steps('steering-committee', 'anbinh-2026_2030', 'form'),
  ...steps('steering-committee', 'anbinh-2021_2025', 'form', 'addMember', 'assignTask'),
  ...steps('steering-committee', 'anbinh-2016_2020', 'form', 'assignTask', 'reportTask'),
  ...steps('steering-committee', 'anbinh-2011_2015', 'form', 'dissolve'),
];

/** With some that nobody began. */
export const MOVEMENT_ASKED = [
  ...new Set(MOVEMENT_HISTORY.map(({ workflow, id }) => `${workflow} ${id}`)),
  'contest thi-moi',
  'model mo-hinh-moi',
  'emulation-pact kp4-2026',
  'emulation-pact kp9-2026',
  'steering-committee anbinh-2031_2035',
  'steering-committee anbinh-2035_2031',
].map((asked) => asked.split(' ') as [workflow: string, id: string]);
