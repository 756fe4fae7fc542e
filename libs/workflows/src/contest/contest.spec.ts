import {
  type Command,
  given,
  HISTORIES,
  HISTORIES_OF,
  INPUTS,
  of,
  results,
} from './contest.fixtures.js';
import { ranked } from './contest.ranking.js';

const ACTORS: Partial<Record<Command, string>> = { submitEntry: 'khai', scoreEntry: 'minh' };
const give = (command: Command, input: object = {}, options: object = {}) =>
  given(...HISTORIES_OF[command]).when(
    command,
    { ...INPUTS[command], ...input },
    {
      actor: ACTORS[command] ?? 'tam',
      ...options,
    },
  );

describe('a contest', () => {
  it.each<[Command, string, object, string]>([
    [
      'announce',
      'ContestAnnounced',
      {
        title: 'Kể chuyện về Bác',
        theme: 'Nêu gương',
        on: '2026-03-02',
        until: '2026-05-10',
        judges: ['minh', 'loc'],
      },
      'announced',
    ],
    ['open', 'ContestOpened', { on: '2026-03-10' }, 'open'],
    ['close', 'ContestClosed', { on: '2026-05-11', entries: 0 }, 'closed'],
    ['scoreEntry', 'EntryScored', { entryId: 'e1', points: 80, judgeId: 'minh' }, 'closed'],
    ['judge', 'ContestJudged', { on: '2026-05-15', results }, 'judged'],
    [
      'award',
      'ContestAwarded',
      {
        decisionNo: '20-QĐ/ĐU',
        on: '2026-05-19',
        awards: ['ke-chuyen-2026-e2'],
        nominations: [
          {
            awardId: 'ke-chuyen-2026-e2',
            subjectKind: 'member',
            subjectId: 'ha',
            subjectUnitId: 'kp4',
            prize: 'first',
          },
        ],
      },
      'awarded',
    ],
  ])('%s', (command, type, data, to) => {
    const then = give(command);
    then.thenFacts([{ type, data: { ...of, ...data } }]);
    then.thenState(to);
  });

  it('takes a member’s entry, sealed to the member', () =>
    give('submitEntry').thenFacts([
      {
        type: 'EntrySubmitted',
        data: {
          ...of,
          entryId: 'e1',
          subjectKind: 'member',
          subjectId: 'khai',
          subjectUnitId: 'kp4',
          on: '2026-04-01',
        },
        sealed: { work: { of: 'khai', value: 'Bài dự thi' } },
      },
    ]));

  it('takes a unit’s entry, sealed to whoever recorded it', () => {
    const [fact] = give(
      'submitEntry',
      { subjectKind: 'unit', subjectId: 'kp4' },
      { actor: 'ha' },
    ).facts;
    expect(fact).toMatchObject({
      data: { subjectKind: 'unit', subjectId: 'kp4', subjectUnitId: 'kp4' },
      sealed: { work: { of: 'ha' } },
    });
  });

  it('that nobody entered ends without prizes', () => {
    const [announced, opened] = HISTORIES.open;
    const closed = { type: 'ContestClosed', data: { ...of, on: '2026-05-11', entries: 0 } };
    given(announced!, opened!, closed)
      .when('judge', { prizes: [], on: '2026-05-15' })
      .thenState('judged', { results: [] });
  });

  it('names the programme it serves', () => {
    const programmeId = 'anbinh-2026';
    const then = give(
      'announce',
      { programmeId },
      { needs: { programme: { planId: programmeId } } },
    );
    expect(then.facts[0]?.data).toMatchObject({ programmeId });
  });
});

describe('ranks', () => {
  const entry = (entryId: string, ...points: number[]) => ({
    entryId,
    subjectKind: 'member' as const,
    subjectId: entryId,
    subjectUnitId: 'kp4',
    scores: points.map((one, index) => ({ judgeId: `j${index}`, points: one })),
  });

  it('follow the mean of the points; equal ones share a rank', () => {
    const entries = [entry('a', 80, 81, 81), entry('b', 90), entry('c', 70, 110), entry('d', 1)];
    expect(ranked(entries, [{ entryId: 'd', prize: 'consolation' }])).toEqual([
      { entryId: 'b', subjectKind: 'member', subjectId: 'b', rank: 1, points: 90 },
      { entryId: 'c', subjectKind: 'member', subjectId: 'c', rank: 1, points: 90 },
      { entryId: 'a', subjectKind: 'member', subjectId: 'a', rank: 3, points: 80.67 },
      {
        entryId: 'd',
        subjectKind: 'member',
        subjectId: 'd',
        rank: 4,
        points: 1,
        prize: 'consolation',
      },
    ]);
  });
});
