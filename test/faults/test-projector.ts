import {
  answerOrders,
  type ClusterDatabase,
  FenceTokens,
  LeaseHolder,
  LEASES_FREED,
  type Lease,
  listenTo,
  type LossReason,
  openClusterDatabase,
  ORDERS,
  postgresLeases,
} from '#libs/cluster';
import type { EventStore } from '#libs/event-store';
import {
  type Projection,
  type ProjectionRunner,
  projectionRunner,
  type RowDatabase,
} from '#libs/projections';
import { openPostgresReadModels } from '#libs/read-models';
import { type CuttableLine, cuttableLine } from './cuttable-line.js';

export interface TestProjectorOptions {
  readonly name: string;
  /** Address of the database itself; the projector has lines of its own to it. */
  readonly url: string;
  readonly store: EventStore;
  readonly projections: readonly Projection[];
  readonly leaseMs: number;
  readonly onGained?: ((lease: Lease) => void) | undefined;
  readonly onLost?: ((lease: Lease, why: LossReason) => void) | undefined;
  /** A clock that measures durations, ms; default: the machine's. */
  readonly elapsedMs?: (() => number) | undefined;
  /** Stands between the runner and its database. */
  readonly between?: ((rows: RowDatabase) => RowDatabase) | undefined;
  readonly batch?: number | undefined;
}

/** A projector as a process has it: leases, fences, a runner, orders; over lines that can break. */
export interface TestProjector {
  readonly name: string;
  readonly holder: LeaseHolder;
  readonly runner: ProjectionRunner;
  /** The line to the views, and the one to leases and notifications. */
  readonly views: CuttableLine;
  readonly leases: CuttableLine;
  readonly failures: unknown[];
  /** Ends in order. */
  stop(): Promise<void>;
  /** Is gone from one moment to the next; nothing is given back. */
  kill(): Promise<void>;
}

/** Starts one; it takes leases by itself. */
export async function startProjector(options: TestProjectorOptions): Promise<TestProjector> {
  const { name, url, store, projections, leaseMs, between = (rows) => rows } = options;
  const failures: unknown[] = [];
  const onFailure = (error: unknown): void => void failures.push(error);
  const viewsLine = await cuttableLine(url);
  const leasesLine = await cuttableLine(url);
  const tokens = new FenceTokens();
  const fence = (projection: string): number | undefined => tokens.of(`projection:${projection}`);
  const views = await openPostgresReadModels({ url: viewsLine.url, fence });
  const database: ClusterDatabase = await openClusterDatabase({
    url: leasesLine.url,
    patienceMs: leaseMs,
    onFailure,
  });
  const notifications = listenTo({ database, channels: [LEASES_FREED, ORDERS], onFailure });
  const runner = projectionRunner({
    store,
    rows: between(views.rows),
    projections,
    owned: [],
    onFailure,
    ...(options.batch !== undefined && { batch: options.batch }),
    onFenced: (names) => {
      for (const each of names) holder.fenced(`projection:${each}`);
    },
  });
  await runner.start();
  const nameOf = ({ item }: Lease): string => item.slice('projection:'.length);
  const holder: LeaseHolder = new LeaseHolder({
    table: postgresLeases(database, leaseMs),
    worker: name,
    items: projections.map((each) => ({ item: `projection:${each.name}`, weight: 1 })),
    elapsedMs: options.elapsedMs ?? (() => performance.now()),
    async onGained(lease) {
      options.onGained?.(lease);
      tokens.hold(lease);
      await views.claimFence(nameOf(lease), lease.token);
      await runner.adopt([nameOf(lease)]);
    },
    async onLost(lease, why) {
      options.onLost?.(lease, why);
      if (why !== 'givenBack' && why !== 'stopping') tokens.forget(lease.item);
      await runner.disown([nameOf(lease)]);
      tokens.forget(lease.item);
    },
    report: async () => ({ lines: (await runner.status()).lines }),
    wake: (listener) => notifications.on(LEASES_FREED, listener),
    onFailure,
  });
  tokens.limitTo((lease) => holder.isHeld(lease));
  holder.start();
  const orders = answerOrders({
    database,
    notifications,
    control: runner,
    owned: () => holder.status.held.map(nameOf),
    everyMs: 100,
    onFailure,
  });
  const end = async (): Promise<void> => {
    await holder.stop();
    await orders.close();
    await runner.stop();
    await notifications.close();
    await database.close();
    await views.close();
    await Promise.all([viewsLine.close(), leasesLine.close()]);
  };
  return {
    name,
    holder,
    runner,
    views: viewsLine,
    leases: leasesLine,
    failures,
    stop: end,
    async kill() {
      viewsLine.cut();
      leasesLine.cut();
      await end();
    },
  };
}
