import fc from 'fast-check';
import { sharePlan, type Weighed } from './fair-share.js';
import type { LeaseStanding } from './lease-table.port.js';

const LEASE_MS = 1_000;

const standing = (item: string, owner?: string, idleMs = 0): LeaseStanding => ({
  item,
  owner,
  token: 1,
  since: '2020-01-01T00:00:00.000Z',
  remainsMs: owner === undefined ? 0 : LEASE_MS,
  idleMs,
});
const weighed = (weights: Record<string, number>): Weighed[] =>
  Object.entries(weights).map(([item, weight]) => ({ item, weight }));

/** Everybody plans and does so, round after round, until nobody does anything. */
function settled(
  items: readonly Weighed[],
  workers: readonly string[],
  owners: Map<string, string>,
) {
  for (let round = 1; round <= 50; round += 1) {
    const leases = items.map(({ item }) => standing(item, owners.get(item)));
    const view = { leases, workers };
    const plans = workers.map((worker) => ({
      worker,
      ...sharePlan({ view, worker, items, leaseMs: LEASE_MS }),
    }));
    if (plans.every(({ take, giveBack }) => take.length + giveBack.length === 0)) return round;
    for (const { worker, take, giveBack } of plans) {
      for (const item of take) {
        // Two workers that reckon the same never want the same.
        expect(owners.get(item)).toBeUndefined();
        owners.set(item, worker);
      }
      for (const item of giveBack) {
        expect(owners.get(item)).toBe(worker);
        owners.delete(item);
      }
    }
  }
  throw new Error('items go to and fro');
}

const loadsOf = (
  items: readonly Weighed[],
  workers: readonly string[],
  owners: Map<string, string>,
) =>
  workers.map((worker) =>
    items.reduce((sum, { item, weight }) => sum + (owners.get(item) === worker ? weight : 0), 0),
  );

describe('a fair share', () => {
  it('is everything for a worker alone', () => {
    const items = weighed({ a: 1, b: 5, c: 2 });
    const view = { leases: items.map(({ item }) => standing(item)), workers: ['w1'] };
    expect(sharePlan({ view, worker: 'w1', items, leaseMs: LEASE_MS })).toEqual({
      take: ['b', 'c', 'a'],
      giveBack: [],
    });
  });

  it('is evened out when somebody comes, by weight', () => {
    const items = weighed({ a: 10, b: 5, c: 3, d: 2 });
    const owners = new Map(items.map(({ item }) => [item, 'w1']));
    settled(items, ['w1', 'w2'], owners);
    expect(loadsOf(items, ['w1', 'w2'], owners)).toEqual([10, 10]);
  });

  it('leaves what nobody else takes to anybody, but nothing that it cannot do', () => {
    const items = weighed({ a: 1, b: 1 });
    const leases = [standing('a', 'w1'), standing('b', undefined, LEASE_MS + 1), standing('new')];
    const view = { leases, workers: ['w1', 'w2'] };
    expect(sharePlan({ view, worker: 'w1', items, leaseMs: LEASE_MS }).take).toEqual(['b']);
    const fresh = { ...view, leases: [leases[0]!, standing('b'), standing('new', 'w2')] };
    expect(sharePlan({ view: fresh, worker: 'w1', items, leaseMs: LEASE_MS }).take).toEqual(['b']);
    expect(sharePlan({ view: fresh, worker: 'w2', items, leaseMs: LEASE_MS }).take).toEqual([]);
  });

  it('comes to rest from wherever it starts: all is held, and no move would even it out', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 22 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 30, maxLength: 30 }),
        (weights, count, given) => {
          const items = weights.map((weight, index) => ({ item: `i${index}`, weight }));
          const workers = Array.from({ length: count }, (_, index) => `w${index}`);
          const owners = new Map<string, string>();
          items.forEach(({ item }, index) => {
            const owner = workers[given[index]!];
            if (owner !== undefined) owners.set(item, owner);
          });
          settled(items, workers, owners);
          expect(owners.size).toBe(items.length);
          const loads = loadsOf(items, workers, owners);
          const gap = Math.max(...loads) - Math.min(...loads);
          const fair = weights.reduce((sum, weight) => sum + weight, 0) / count;
          expect(gap).toBeLessThanOrEqual(Math.max(...weights, fair * 0.1));
        },
      ),
      { numRuns: 1_000 },
    ));
});
