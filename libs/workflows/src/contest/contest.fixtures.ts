import type { OldFact } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, memberView, unitView } from '../testing/index.js';
import type { ContestFacts, ContestResult, OfContest } from './contest.events.js';
import { contest } from './contest.workflow.js';

export const of: OfContest = { contestId: 'ke-chuyen-2026', unitId: 'anbinh', year: 2026 };
const fact = <Type extends keyof ContestFacts>(
  type: Type,
  data: Omit<ContestFacts[Type]['data'], keyof OfContest>,
  more: Partial<OldFact> = {},
): OldFact => ({ type, data: { ...of, ...data }, ...more });

const announcement = {
  title: 'Kể chuyện về Bác',
  theme: 'Nêu gương',
  on: '2026-03-02',
  until: '2026-05-10',
  judges: ['minh', 'loc'],
};
export const announced = fact('ContestAnnounced', announcement);
export const contestOpened = fact('ContestOpened', { on: '2026-03-10' });
export const entered = (entryId: string, subjectId: string): OldFact =>
  fact(
    'EntrySubmitted',
    { entryId, subjectKind: 'member', subjectId, subjectUnitId: 'kp4', on: '2026-04-01' },
    { sealed: { work: { of: subjectId, value: 'Bài dự thi' } }, actor: subjectId },
  );
export const contestClosed = fact('ContestClosed', { on: '2026-05-11', entries: 2 });
export const scored = (entryId: string, judgeId: string, points: number): OldFact =>
  fact('EntryScored', { entryId, judgeId, points }, { actor: judgeId });
export const results: ContestResult[] = [
  { entryId: 'e2', subjectKind: 'member', subjectId: 'ha', rank: 1, points: 90, prize: 'first' },
  { entryId: 'e1', subjectKind: 'member', subjectId: 'khai', rank: 2, points: 80.5 },
];
export const judged = fact('ContestJudged', { on: '2026-05-15', results });
export const awarded = fact('ContestAwarded', {
  decisionNo: '20-QĐ/ĐU',
  on: '2026-05-19',
  awards: ['ke-chuyen-2026-e2'],
  nominations: [],
});

const OPEN = [announced, contestOpened];
const CLOSED = [...OPEN, entered('e1', 'khai'), entered('e2', 'ha'), contestClosed];
const SCORED = [
  ...CLOSED,
  scored('e1', 'minh', 80),
  scored('e1', 'loc', 81),
  scored('e2', 'minh', 90),
];

/** Facts that lead to each state. */
export const HISTORIES = {
  none: [],
  announced: [announced],
  open: OPEN,
  closed: CLOSED,
  judged: [...SCORED, judged],
  awarded: [...SCORED, judged, awarded],
} satisfies Record<string, OldFact[]>;

/** From which facts each command is given, unless a test says otherwise. */
export const HISTORIES_OF = {
  announce: HISTORIES.none,
  open: HISTORIES.announced,
  submitEntry: HISTORIES.open,
  close: HISTORIES.open,
  scoreEntry: HISTORIES.closed,
  judge: SCORED,
  award: HISTORIES.judged,
};
export type Command = keyof typeof HISTORIES_OF;

/** A right input for each command. */
export const INPUTS = {
  announce: { unitId: 'anbinh', ...announcement },
  open: { on: '2026-03-10' },
  submitEntry: {
    entryId: 'e1',
    subjectKind: 'member',
    subjectId: 'khai',
    work: 'Bài dự thi',
    on: '2026-04-01',
  },
  close: { on: '2026-05-11' },
  scoreEntry: { entryId: 'e1', points: 80 },
  judge: { prizes: [{ entryId: 'e2', prize: 'first' }], on: '2026-05-15' },
  award: { decisionNo: '20-QĐ/ĐU', on: '2026-05-19' },
} as const;

/** A contest of the ward; Minh and Lộc are its judges. */
export const given = situation(contest, {
  id: 'ke-chuyen-2026',
  actor: 'tam',
  now: '2026-06-15T05:00:00.000Z',
  authority,
  needs: {
    unit: unitView({ unitId: 'anbinh', level: 'ward' }),
    member: memberView(),
    programme: undefined,
  },
});
