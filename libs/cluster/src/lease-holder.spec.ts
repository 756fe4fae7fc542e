import { jest } from '@jest/globals';
import type { Weighed } from './fair-share.js';
import { LeaseHolder } from './lease-holder.js';
import type { LeaseHolderOptions } from './lease-holder.port.js';
import { type MemoryLeases, memoryLeases } from './testing/memory-leases.js';

const LEASE_MS = 9_000;
const ITEMS: readonly Weighed[] = ['a', 'b', 'c', 'd'].map((item) => ({ item, weight: 1 }));

/** A worker, with what it does written down. */
class TestWorker {
  readonly did: string[] = [];
  readonly working = new Set<string>();
  /** By how much its clock is behind, because it was paused. */
  pausedMs = 0;
  readonly holder: LeaseHolder;

  constructor(name: string, table: MemoryLeases, options: Partial<LeaseHolderOptions> = {}) {
    this.holder = new LeaseHolder({
      table,
      worker: name,
      items: ITEMS,
      elapsedMs: () => performance.now() + this.pausedMs,
      onGained: async ({ item, token }) => {
        this.did.push(`+${item}${token}`);
        this.working.add(item);
      },
      onLost: async ({ item }, why) => {
        this.did.push(`-${item} ${why}`);
        this.working.delete(item);
      },
      ...options,
    });
  }

  get items(): string[] {
    return [...this.working].sort();
  }
}

describe('a holder of leases', () => {
  let table: MemoryLeases;
  let workers: TestWorker[];

  beforeEach(() => {
    jest.useFakeTimers();
    table = memoryLeases({ leaseMs: LEASE_MS, nowMs: () => Date.now() });
    workers = [];
  });
  afterEach(async () => {
    table.failure = undefined;
    for (const { holder } of workers) await holder.stop();
    jest.useRealTimers();
  });

  const worker = (name: string, options?: Partial<LeaseHolderOptions>): TestWorker => {
    const made = new TestWorker(name, table, options);
    workers.push(made);
    return made;
  };
  const started = async (name: string, options?: Partial<LeaseHolderOptions>) => {
    const made = worker(name, options);
    made.holder.start();
    await pass(1);
    return made;
  };
  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
  const tokenOf = (made: TestWorker, item: string): number =>
    made.holder.status.held.find((lease) => lease.item === item)?.token ?? 0;

  it('takes everything when alone, and keeps it', async () => {
    const w1 = await started('w1');
    await pass(10 * LEASE_MS);
    expect(w1.did).toEqual(['+a1', '+b1', '+c1', '+d1']);
    expect(w1.holder.isHeld({ item: 'a', token: 1 })).toBe(true);
    expect(w1.holder.isHeld({ item: 'a', token: 2 })).toBe(false);
    expect(w1.holder.status).toMatchObject({ worker: 'w1', waiting: [] });
  });

  it('gives half to a second one, which begins only when the first has ended', async () => {
    const ending: (() => void)[] = [];
    let isEnding = true;
    const w1: TestWorker = await started('w1', {
      onLost: async ({ item }, why) => {
        w1.did.push(`-${item} ${why}`);
        if (isEnding) await new Promise<void>((resolve) => ending.push(resolve));
        w1.working.delete(item);
      },
    });
    const w2 = await started('w2');
    await pass(LEASE_MS);
    expect(w1.did.filter((line) => line.startsWith('-'))).toHaveLength(2);
    expect([w1.items.length, w2.items.length]).toEqual([4, 0]);
    isEnding = false;
    for (let turn = 0; turn < 5; turn += 1) {
      ending.shift()?.();
      await pass(LEASE_MS / 3);
      expect(w1.items.filter((item) => w2.working.has(item))).toEqual([]);
    }
    expect([w1.items.length, w2.items.length]).toEqual([2, 2]);
  });

  it('gives everything back when it stops, and a woken one takes it at once', async () => {
    let wake: () => void = () => undefined;
    const w1 = await started('w1');
    const w2 = await started('w2', {
      wake: (listener) => {
        wake = listener;
        return () => undefined;
      },
    });
    await pass(LEASE_MS);
    await w1.holder.stop();
    expect(w1.items).toEqual([]);
    expect(w1.did.at(-1)).toMatch(/stopping$/);
    wake();
    await pass(1);
    expect(w2.items).toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes over from one that was killed as soon as its lease is over', async () => {
    const w1 = worker('w1');
    await w1.holder.beat();
    await pass(1);
    const w2 = await started('w2');
    await pass(LEASE_MS - 10);
    expect(w2.items).toEqual([]);
    await pass(20);
    expect(w2.items).toEqual(['a', 'b', 'c', 'd']);
    expect(tokenOf(w2, 'a')).toBe(2);
  });

  it('does not come back to life when the answer comes after its end', async () => {
    const w1 = await started('w1');
    const beat = table.beat.bind(table);
    table.beat = async (...asked) => {
      const answer = await beat(...asked);
      // The answer is there, and the process had no turn to see it, or that its time was up.
      w1.pausedMs += (LEASE_MS * 2) / 3;
      table.beat = beat;
      return answer;
    };
    await pass(LEASE_MS / 3 + 10);
    expect(w1.holder.isHeld({ item: 'a', token: 1 })).toBe(false);
    expect(w1.did).toContain('-a expired');
    await pass(LEASE_MS);
    expect(w1.holder.isHeld({ item: 'a', token: 2 })).toBe(true);
    expect(w1.items).toEqual(['a', 'b', 'c', 'd']);
  });

  it('ends its work by its own clock when the table cannot be reached', async () => {
    const failures: unknown[] = [];
    const w1 = await started('w1', { onFailure: (error) => failures.push(error) });
    table.failure = Object.assign(new Error('cut off'), { code: 'ECONNREFUSED' });
    await pass(LEASE_MS / 2);
    expect(w1.items).toHaveLength(4);
    expect(w1.holder.status.failure).toBe('ECONNREFUSED');
    table.failure = new Error('Query read timeout');
    await pass(LEASE_MS / 4);
    expect(w1.holder.status.failure).toBe('VIEWS_UNAVAILABLE');
    await pass(LEASE_MS / 4);
    expect(w1.items).toEqual([]);
    expect(w1.did.slice(4)).toEqual(['-a expired', '-b expired', '-c expired', '-d expired']);
    table.failure = undefined;
    await pass(LEASE_MS);
    expect(w1.items).toHaveLength(4);
    expect(tokenOf(w1, 'a')).toBe(2);
    expect(w1.holder.status.failure).toBeUndefined();
    expect(failures.length).toBeGreaterThan(0);
  });

  it('holds nothing after a pause longer than a lease, before anything else happens', async () => {
    const w1 = await started('w1');
    w1.pausedMs = LEASE_MS;
    expect(w1.holder.isHeld({ item: 'a', token: 1 })).toBe(false);
    await pass(LEASE_MS / 3 + 1);
    expect(w1.did.slice(4, 8)).toEqual(['-a expired', '-b expired', '-c expired', '-d expired']);
  });

  it('takes back at the table what a late answer renewed after it was over here', async () => {
    const w1 = await started('w1');
    const beat = table.beat.bind(table);
    table.beat = async (...given) => {
      const answer = await beat(...given);
      w1.pausedMs += (LEASE_MS * 2) / 3;
      table.beat = beat;
      return answer;
    };
    await pass(LEASE_MS * 1.5);
    expect(w1.did.filter((line) => line.endsWith('expired'))).toHaveLength(4);
    expect(w1.items).toHaveLength(4);
    expect(tokenOf(w1, 'a')).toBe(2);
  });

  it('drops what somebody else has, or writes for', async () => {
    const w1 = await started('w1');
    w1.holder.fenced('b');
    expect(w1.holder.isHeld({ item: 'b', token: 1 })).toBe(false);
    await pass(0);
    expect(w1.did.at(-1)).toBe('-b taken');
    const [lease] = w1.holder.status.held;
    if (lease === undefined) throw new Error('it holds the others');
    await table.release('w1', [lease]);
    await table.acquire('thief', [lease.item]);
    await pass(LEASE_MS / 3 + 1);
    expect(w1.did).toContain(`-${lease.item} taken`);
  });

  it('gives back what it cannot begin, leaves it to others, and says so', async () => {
    let isBroken = true;
    const w1: TestWorker = worker('w1', {
      onGained: async ({ item }) => {
        if (item === 'c' && isBroken) throw Object.assign(new Error('no'), { code: 'NO_TABLE' });
        w1.working.add(item);
      },
    });
    w1.holder.start();
    await pass(LEASE_MS / 2);
    expect(w1.items).toEqual(['a', 'b', 'd']);
    expect(w1.holder.status.waiting).toEqual(['c']);
    isBroken = false;
    await pass(LEASE_MS);
    expect(w1.items).toEqual(['a', 'b', 'c', 'd']);
    expect(w1.holder.status.waiting).toEqual([]);
  });

  it('gives everything away while it can do nothing, and counts as nobody', async () => {
    let isAble = true;
    const w1 = await started('w1', { isAble: () => isAble });
    const w2 = await started('w2');
    await pass(LEASE_MS);
    expect([w1.items.length, w2.items.length]).toEqual([2, 2]);
    isAble = false;
    for (let beat = 0; beat < 20; beat += 1) {
      await pass(LEASE_MS / 3);
      // Nobody holds a share back for it.
      if (beat > 2) expect([w1.items.length, w2.items.length]).toEqual([0, 4]);
    }
    expect(w1.did.filter((line) => line.endsWith('failed'))).toHaveLength(2);
    isAble = true;
    await pass(2 * LEASE_MS);
    expect([w1.items.length, w2.items.length]).toEqual([2, 2]);
  });

  it('says what lies about that nobody takes', async () => {
    const idle = worker('idle', { items: [{ item: 'a', weight: 1 }] });
    await table.register(['a', 'unknown']);
    await pass(LEASE_MS + 1);
    const acquire = table.acquire.bind(table);
    table.acquire = async () => [];
    await idle.holder.beat();
    expect(idle.holder.status).toMatchObject({ held: [], waiting: ['a'] });
    table.acquire = acquire;
    await idle.holder.beat();
    await pass(0);
    expect(idle.holder.status.waiting).toEqual([]);
  });

  it('is not kept from renewing by a report that does not come', async () => {
    const w1 = await started('w1', { report: () => new Promise(() => undefined) });
    await pass(3 * LEASE_MS);
    expect(w1.did).toEqual(['+a1', '+b1', '+c1', '+d1']);
  });

  it('ends what was still beginning when the lease was lost, in this order', async () => {
    let begun: () => void = () => undefined;
    const w1: TestWorker = await started('w1', {
      items: [{ item: 'a', weight: 1 }],
      onGained: () =>
        new Promise((resolve) => {
          begun = () => {
            w1.did.push('begun');
            resolve();
          };
        }),
    });
    w1.holder.fenced('a');
    await pass(0);
    expect(w1.did).toEqual([]);
    begun();
    await pass(0);
    expect(w1.did).toEqual(['begun', '-a taken']);
  });
});
