import { installLog } from '#libs/event-store-eventstoredb';
import { openCluster, openWorker, type OpenedWorker, type Product } from '#libs/assembly';
import type { Position } from '#libs/event-store';
import { READ_MODELS } from '#libs/read-models';
import { REACTORS } from '#libs/workflows';

/** A product on a cluster, and its workers in this process. */
export interface TestCluster {
  readonly product: Product;
  readonly workers: readonly OpenedWorker[];
  /** Resolves when the reactors of all workers have dealt with everything stored. */
  readonly reacted: () => Promise<void>;
  /** Resolves when every view shows everything stored. */
  readonly shown: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface TestClusterOptions {
  readonly eventsUrl: string;
  readonly viewsUrl: string;
  readonly workers: number;
  readonly clock: HandClock;
  readonly leaseMs?: number;
}

/** A clock that log, engine and workers share. */
export interface HandClock {
  (): number;
  set(iso: string): void;
}

export function handClock(): HandClock {
  let now = Date.parse('2000-01-01T00:00:00.000Z');
  return Object.assign(() => now, { set: (iso: string) => void (now = Date.parse(iso)) });
}

const WAIT_MS = 1_000;
const LEASE_MS = 10_000;

/** Opens as many workers as asked for beside one product, all over the same log and database. */
export async function testCluster({
  eventsUrl,
  viewsUrl,
  workers: count,
  clock,
  leaseMs = LEASE_MS,
}: TestClusterOptions): Promise<TestCluster> {
  await installLog(eventsUrl);
  const places = { eventsUrl, viewsUrl, clock };
  const workers: OpenedWorker[] = [];
  for (let n = 0; n < count; n += 1) {
    const worker = await openWorker({
      ...places,
      leaseMs,
      projections: READ_MODELS.map((work) => ({ work, weight: 1 })),
      reactors: REACTORS.map((work) => ({ work, weight: 1 })),
    });
    await worker.start();
    workers.push(worker);
  }
  await everythingHeld(workers);
  const product = await openCluster(places);
  await product.start();
  const { store, projections } = product;
  return {
    product,
    workers,
    async reacted() {
      for (let before: Position | undefined, head = await store.head(); head !== before;) {
        before = head;
        await Promise.all(workers.map((worker) => worker.passed(head)));
        head = await store.head();
      }
    },
    async shown() {
      const head = await store.head();
      const names = READ_MODELS.map(({ name }) => name);
      while ((await projections.waitFor(names, head, WAIT_MS)) !== 'reached');
    },
    async close() {
      await product.close();
      for (const worker of workers) await worker.close();
    },
  };
}

const ITEMS = READ_MODELS.length + REACTORS.length;

/** Until every item has an owner, and each worker has its share. */
export async function everythingHeld(workers: readonly OpenedWorker[]): Promise<void> {
  for (;;) {
    const held = await Promise.all(workers.map(async (one) => (await one.status()).items.length));
    const sum = held.reduce((total, count) => total + count, 0);
    if (sum === ITEMS && held.every((count) => count > 0)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
