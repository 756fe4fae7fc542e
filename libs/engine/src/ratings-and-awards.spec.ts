import { memoryEventStore } from '#libs/event-store';
import { REACTORS } from '#libs/workflows';
import { memoryCheckpoints } from './memory-checkpoints.js';
import { ReactorRunner } from './reactor-runner.js';
import { actorOf, buildWorld, commandOn, MIDDAY, worldEngine } from './testing/index.js';

const TIES = [
  ...['proposed-rating-to-list', 'decided-list-to-ratings'],
  ...['merit-to-record', 'award-to-record'],
];
const store = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
const engine = worldEngine(store);
const runners = REACTORS.filter(({ name }) => TIES.includes(name)).map(
  (reactor) =>
    new ReactorRunner({
      ...{ store, reactor, checkpoints: memoryCheckpoints() },
      execute: (request) => engine.execute(request),
    }),
);

beforeAll(async () => {
  await buildWorld(store);
  for (const runner of runners) await runner.start();
});
afterAll(async () => {
  for (const runner of runners) await runner.stop();
});

/** Waits until a fact of that type stands in the stream; a second at most. */
const until = async (stream: string, type: string): Promise<object> => {
  for (let turn = 0; turn < 500; turn += 1) {
    const found = (await store.read(stream)).findLast((event) => event.type === type);
    if (found !== undefined) return found.data;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`${type} never came into ${stream}`);
};

const give = async (workflow: string, id: string, command: string, input: object, who: string) => {
  const outcome = await engine.execute(commandOn(workflow, id, command, input, actorOf(who)));
  return outcome.kind === 'refused' ? outcome.reasons.map(({ code }) => code) : [outcome.kind];
};
const rate = (command: string, input: object, who: string) =>
  give('classification', 'member.sau-2022', command, input, who);
const on = '2026-03-10';
const decision = { decisionNo: '31-QĐ/ĐU', on };
const sau = { subjectKind: 'member', subjectId: 'sau' };

describe('from a proposal to an award', () => {
  it('what is proposed comes onto the list, and the decided list into the rating', async () => {
    expect(await until('ratinglist-anbinh-2022', 'RatingEntered')).toBeDefined();
    await until('achievements-member.khai', 'AchievementReleased');
    expect(await give('rating-list', 'anbinh-2022', 'decide', decision, 'tam')).toEqual([
      'accepted',
    ]);
    expect(await until('rating-member.sau-2022', 'RatingDecided')).toMatchObject({
      ...{ rating: 'good', decidedBy: 'tam', decisionNo: '31-QĐ/ĐU', listId: 'anbinh-2022' },
    });
  });

  it('a complaint is judged by another, and changes the rating only through the list', async () => {
    const words = { on, text: 'Chưa đúng' };
    expect(await rate('notify', { on }, 'minh')).toEqual(['accepted']);
    expect(await rate('fileComplaint', words, 'sau')).toEqual(['accepted']);
    expect(await rate('decideComplaint', { ...words, outcome: 'upheld' }, 'tam')).toContain(
      'IS_SUBJECT',
    );
    expect(await rate('decideComplaint', { ...words, outcome: 'upheld' }, 'quang')).toEqual([
      'accepted',
    ]);
    const amended = {
      ...decision,
      changes: [{ ...sau, rating: 'completed', reason: 'complaint' }],
    };
    expect(await give('rating-list', 'anbinh-2022', 'amend', amended, 'tam')).toEqual(['accepted']);
    expect(await until('rating-member.sau-2022', 'RatingFinalised')).toMatchObject({
      rating: 'completed',
    });
  });

  it('which is final now, and not good enough for a certificate', async () => {
    const nomination = {
      ...{ ...sau, unitId: 'kp5', decidedAt: 'anbinh', track: 'party', form: 'certificate' },
      ...{ occasion: 'year', period: { fromYear: 2022, toYear: 2022 }, on },
    };
    await give('commendation', 'gk-2022-1', 'nominate', nomination, 'quang');
    await until('achievements-member.sau', 'AchievementClaimed');
    expect(
      await give('commendation', 'gk-2022-1', 'completeDossier', { reportText: 'x', on }, 'sau'),
    ).toEqual(['RATING_NOT_EXCELLENT']);
  });

  it('a second nomination for the same waits behind the first', async () => {
    const praise = {
      ...{ ...sau, unitId: 'kp5', decidedAt: 'anbinh', track: 'party', form: 'praise' },
      ...{ occasion: 'year', period: { fromYear: 2022, toYear: 2022 }, on },
    };
    const report = { reportText: 'x', on };
    for (const id of ['bd-1', 'bd-2']) await give('commendation', id, 'nominate', praise, 'quang');
    const claimed = () => store.read('achievements-member.sau');
    while ((await claimed()).length < 3) await new Promise((resolve) => setTimeout(resolve, 2));
    expect(await give('commendation', 'bd-2', 'completeDossier', report, 'sau')).toEqual([
      'ACHIEVEMENT_TWICE',
    ]);
    await give('commendation', 'bd-1', 'reject', { reason: 'withdrawn', on }, 'tam');
    await until('achievements-member.sau', 'AchievementReleased');
    expect(await give('commendation', 'bd-2', 'completeDossier', report, 'sau')).toEqual([
      'accepted',
    ]);
  });

  it('and no reactor had to be looked after', () =>
    expect(runners.map(({ status }) => status.kind)).toEqual(TIES.map(() => 'running')));
});
