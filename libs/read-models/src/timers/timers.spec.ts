import type { ClockChange } from '#libs/kernel';
import type { GivenFact } from '#libs/projections/testing';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { TimerQueries } from './timers.queries.js';

let models: Opened;
afterEach(() => models.close());

const fact = (
  type: string,
  clock: ClockChange | readonly ClockChange[],
  occurredAt = '2026-03-02T02:00:00.000Z',
  member = 'khai',
): GivenFact => ({
  stream: `commitment-${member}-2026`,
  workflow: 'registration',
  type,
  data: { memberId: member, unitId: 'kp4', year: 2026, counts: {}, deeds: [], ...FIRED },
  clocks: [clock].flat(),
  occurredAt,
});
const FIRED = { clock: 'endorsement', deadline: 'endorsement', due: '2026-03-16', offset: 0 };
const started = (due: string, at?: string, member?: string): GivenFact =>
  fact('DeadlineExtended', { clock: 'endorsement', due }, at, member);
const fired = (days: number): GivenFact =>
  fact('DeadlineReminded', { clock: 'endorsement', fired: days });
const LATER = '2030-01-01T00:00:00.000Z';

/** Steps due by then, as `instance clock step at`. */
const dueBy = async (moment: string): Promise<string[]> =>
  (await new TimerQueries(models.db).due(moment, 10)).map(
    ({ instance, clock, step, at }) => `${instance} ${clock} ${step} ${at.slice(0, 13)}`,
  );

describeEachDatabase(() => {
  describe('the timers', () => {
    it('show the next step of each clock, once it is due', async () => {
      models = await readModelsAfter(started('2026-03-16'));
      expect(await dueBy('2026-03-12T16:59:59.999Z')).toEqual([]);
      expect(await dueBy('2026-03-12T17:00:00.000Z')).toEqual([
        'khai-2026 endorsement -3 2026-03-12T17',
      ]);
    });

    it.each([
      [-3, ['khai-2026 endorsement -1 2026-03-14T17']],
      [-1, ['khai-2026 endorsement 0 2026-03-16T17']],
      [0, ['khai-2026 endorsement 5 2026-03-21T17']],
      [5, ['khai-2026 endorsement 15 2026-03-31T17']],
      [15, []],
    ])('once %i is fired, show what follows', async (days, next) => {
      models = await readModelsAfter(started('2026-03-16'), fired(days));
      expect(await dueBy(LATER)).toEqual(next);
    });

    it('leave out reminders that came too late', async () => {
      models = await readModelsAfter(started('2026-03-16', '2026-03-16T02:00:00.000Z'));
      expect(await dueBy(LATER)).toEqual(['khai-2026 endorsement 0 2026-03-16T17']);
    });

    it.each([
      ['stopped', { clock: 'endorsement', stopped: true }, []],
      ['held', { clock: 'endorsement', left: 4 }, []],
      [
        're-dated',
        { clock: 'endorsement', due: '2026-04-16' },
        ['khai-2026 endorsement -3 2026-04-12T17'],
      ],
    ] as const)('change when a clock is %s', async (_what, change, next) => {
      models = await readModelsAfter(started('2026-03-16'), fact('DeadlinePassed', change));
      expect(await dueBy(LATER)).toEqual(next);
    });

    it('name the revision that set the clock, so that a second run is another', async () => {
      models = await readModelsAfter(
        started('2026-03-16'),
        fact('DeadlinePassed', { clock: 'endorsement', stopped: true }),
        started('2026-03-16'),
      );
      expect(await new TimerQueries(models.db).due(LATER, 10)).toMatchObject([{ revision: 2 }]);
    });

    it('fire nothing for a deadline that is not declared', async () => {
      models = await readModelsAfter(
        fact('DeadlineExtended', { clock: 'gone', due: '2026-03-16' }),
        fact('DeadlineReminded', { clock: 'gone', fired: 0 }),
      );
      expect(await dueBy(LATER)).toEqual([]);
    });

    it('come page by page in the order of their moments, and are counted', async () => {
      models = await readModelsAfter(
        started('2026-03-18', undefined, 'c'),
        started('2026-03-16', undefined, 'b'),
        started('2026-03-16', undefined, 'a'),
      );
      const queries = new TimerQueries(models.db);
      const first = await queries.due(LATER, 2);
      expect(first.map(({ instance }) => instance)).toEqual(['a-2026', 'b-2026']);
      const rest = await queries.due(LATER, 2, first.at(-1));
      expect(rest.map(({ instance }) => instance)).toEqual(['c-2026']);
      expect(await queries.waiting(LATER)).toEqual({ count: 3, since: '2026-03-12T17:00:00.000Z' });
      expect(await queries.waiting('2026-01-01')).toEqual({ count: 0, since: null });
    });
  });
});
