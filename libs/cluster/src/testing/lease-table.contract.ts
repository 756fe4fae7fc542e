import type { Lease, LeaseTable } from '../lease-table.port.js';

/** A table, and its own clock. */
export interface LeasesUnderTest {
  readonly table: LeaseTable;
  /** Lets time pass for the table. */
  readonly pass: (ms: number) => Promise<void>;
}

/** What every table of leases owes the holders. `open` gives an empty one each time. */
export function leaseTableContract(name: string, open: () => Promise<LeasesUnderTest>): void {
  describe(`lease table: ${name}`, () => {
    let table: LeaseTable;
    let pass: LeasesUnderTest['pass'];
    beforeEach(async () => {
      ({ table, pass } = await open());
      await table.register(['a', 'b']);
    });

    const one = async (worker: string, item: string): Promise<Lease> => {
      const [lease] = await table.acquire(worker, [item]);
      if (lease === undefined) throw new Error(`${worker} does not get ${item}`);
      return lease;
    };
    const ownerOf = async (item: string): Promise<string | undefined> =>
      (await table.beat('reader', [], {})).view.leases.find((lease) => lease.item === item)?.owner;

    it('gives an item to one worker only', async () => {
      const both = await Promise.all([
        table.acquire('w1', ['a', 'b']),
        table.acquire('w2', ['b', 'a']),
      ]);
      expect(
        both
          .flat()
          .map(({ item }) => item)
          .sort(),
      ).toEqual(['a', 'b']);
      expect(await table.acquire('w3', ['a', 'b', 'unknown'])).toEqual([]);
    });

    it('raises the token with every owner, also over a release', async () => {
      const first = await one('w1', 'a');
      await table.release('w1', [first]);
      const second = await one('w2', 'a');
      await pass(table.leaseMs + 1);
      const third = await one('w1', 'a');
      expect([first.token, second.token, third.token]).toEqual([1, 2, 3]);
      expect(Number.isNaN(Date.parse(third.since))).toBe(false);
    });

    it('keeps what is renewed, and frees what is not within its time', async () => {
      const kept = await one('w1', 'a');
      const forgotten = await one('w2', 'b');
      await pass(table.leaseMs * 0.7);
      expect((await table.beat('w1', [kept], {})).renewed).toEqual(['a']);
      await pass(table.leaseMs * 0.7);
      expect(await table.acquire('w3', ['a'])).toEqual([]);
      expect(await ownerOf('b')).toBeUndefined();
      expect((await table.beat('w2', [forgotten], {})).renewed).toEqual([]);
      expect((await one('w3', 'b')).token).toBe(2);
    });

    it('renews nothing for an old token, or for somebody else', async () => {
      const old = await one('w1', 'a');
      await pass(table.leaseMs + 1);
      await one('w1', 'a');
      expect((await table.beat('w1', [old], {})).renewed).toEqual([]);
      expect((await table.beat('w2', [{ ...old, token: 2 }], {})).renewed).toEqual([]);
    });

    it('lets nobody give back what another holds', async () => {
      const old = await one('w1', 'a');
      await pass(table.leaseMs + 1);
      await one('w2', 'a');
      await table.release('w1', [old]);
      expect(await ownerOf('a')).toBe('w2');
    });

    it('shows who is there, what is held, and for how long something has lain', async () => {
      const held = await one('w1', 'a');
      await table.beat('w1', [held], {});
      await pass(table.leaseMs * 0.6);
      const { view } = await table.beat('w2', [], {});
      expect(view.workers).toEqual(['w1', 'w2']);
      const [a, b] = view.leases;
      expect(a).toMatchObject({ item: 'a', owner: 'w1', token: 1, idleMs: 0 });
      expect(a?.remainsMs).toBeGreaterThan(0);
      expect(a?.remainsMs).toBeLessThanOrEqual(table.leaseMs * 0.41);
      expect(b).toMatchObject({ item: 'b', owner: undefined, remainsMs: 0 });
      expect(b?.idleMs).toBeGreaterThanOrEqual(table.leaseMs * 0.5);
      await pass(table.leaseMs * 0.6);
      expect((await table.beat('w2', [], {})).view.workers).toEqual(['w2']);
    });

    it('frees everything of a worker that leaves', async () => {
      await one('w1', 'a');
      await table.beat('w1', [], {});
      await table.leave('w1');
      const { view } = await table.beat('w2', [], {});
      expect(view.workers).toEqual(['w2']);
      expect(view.leases.map(({ owner }) => owner)).toEqual([undefined, undefined]);
    });

    it('leaves what is known as it is when it is registered again', async () => {
      await one('w1', 'a');
      await table.register(['a', 'c']);
      expect(await ownerOf('a')).toBe('w1');
      expect((await one('w2', 'c')).token).toBe(1);
    });
  });
}
