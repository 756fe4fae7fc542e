import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, openWorker, type Product, productEngine } from '#libs/assembly';
import { type EventStore, START } from '#libs/event-store';
import { installLog } from '#libs/event-store-eventstoredb';
import { type AccountStore, clusterSettings } from '#libs/platform';
import { READ_MODELS } from '#libs/read-models';
import { REACTORS } from '#libs/workflows';
import { startDouble } from '../../../../test/eventstoredb-double/index.js';
import { accountWarrants } from '../access/account-warrants.js';
import { open } from '../open.js';
import { seedSmall } from './small-seed.js';
import { startOver, type TestApi, testConfig } from './start-server.js';

/** Two servers that share log, views and accounts, and nothing in memory. */
export interface Two {
  readonly one: TestApi;
  readonly other: TestApi;
  /** Of each its own. */
  readonly accounts: readonly [AccountStore, AccountStore];
  readonly store: EventStore;
  close(): Promise<void>;
}

export type StartTwo = (clock: () => number) => Promise<Two>;

const LEASE_MS = 2_000;
const WAIT_MS = 1_000;

class Closing {
  readonly #steps: (() => unknown)[] = [];

  add<T>(thing: T, step: (thing: T) => unknown): T {
    this.#steps.push(() => step(thing));
    return thing;
  }

  readonly close = async (): Promise<void> => {
    for (const step of this.#steps.splice(0).toReversed()) await step();
  };
}

/**
 * Two servers in front of one log in a folder: the second has an engine of its own that is never
 * sure to know everything. Accounts are opened twice.
 */
export const twoOverOneFolder =
  (openAccounts: (clock: () => number) => Promise<AccountStore>): StartTwo =>
  async (clock) => {
    const closing = new Closing();
    const folder = closing.add(mkdtempSync(join(tmpdir(), 'guong-two-')), (it) =>
      rmSync(it, { recursive: true, force: true }),
    );
    const accounts = [
      closing.add(await openAccounts(clock), (it) => it.close()),
      closing.add(await openAccounts(clock), (it) => it.close()),
    ] as const;
    const warrants = accountWarrants(accounts[0]);
    const guong = closing.add(await openEmbedded({ folder, clock, warrants }), (it) => it.close());
    await guong.start();
    await seedSmall(guong, accounts[0]);
    const { store, views, projections, standing } = guong;
    const engine = productEngine({
      ...{ store, clock },
      warrants: accountWarrants(accounts[1]),
      isFresh: () => false,
    });
    const elsewhere: Product = {
      ...{ store, engine, views, projections, standing },
      start: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const of = (product: Product, whose: AccountStore): Promise<TestApi> =>
      startOver({ product, accounts: whose, clock });
    const one = closing.add(await of(guong, accounts[0]), (it) => it.close());
    const other = closing.add(await of(elsewhere, accounts[1]), (it) => it.close());
    return { one, other, accounts, store, close: closing.close };
  };

/** Two servers of a cluster, opened as the product opens them; a worker keeps the views. */
export const twoOfCluster =
  (viewsUrl: () => string): StartTwo =>
  async (clock) => {
    const closing = new Closing();
    try {
      return await clusterOf(clock, viewsUrl(), closing);
    } catch (error) {
      await closing.close();
      throw error;
    }
  };

async function clusterOf(clock: () => number, viewsUrl: string, closing: Closing): Promise<Two> {
  const double = closing.add(await startDouble({ clock }), (it) => it.stop());
  const urls = { eventsUrl: double.url, viewsUrl };
  await installLog(double.url);
  const worker = await openWorker({
    ...urls,
    clock,
    projections: READ_MODELS.map((work) => ({ work, weight: 1 })),
    reactors: REACTORS.map((work) => ({ work, weight: 1 })),
    timers: 1,
    leaseMs: LEASE_MS,
  });
  closing.add(worker, (it) => it.close());
  await worker.start();
  const cluster = clusterSettings({
    GUONG_EVENTS_URL: urls.eventsUrl,
    GUONG_VIEWS_URL: urls.viewsUrl,
  });
  const config = testConfig({ cluster, folder: '/nowhere' });
  const first = closing.add(await open(config, clock), (it) => it.close());
  const second = closing.add(await open(config, clock), (it) => it.close());
  const { product, accounts } = first;
  await seedSmall({ engine: product.engine, settled: () => settled(product) }, accounts);
  const one = closing.add(await startOver(first, config), (it) => it.close());
  const other = closing.add(await startOver(second, config), (it) => it.close());
  const both = [accounts, second.accounts] as const;
  return { one, other, accounts: both, store: product.store, close: closing.close };
}

/** Every view shows what is in the log now. */
async function settled({ store, projections }: Product): Promise<void> {
  const head = await store.head();
  if (head === START) return;
  const names = READ_MODELS.map(({ name }) => name);
  while ((await projections.waitFor(names, head, WAIT_MS)) !== 'reached');
}
