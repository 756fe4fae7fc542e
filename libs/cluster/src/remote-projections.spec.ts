import type { EventStore } from '#libs/event-store';
import {
  type Applied,
  defineProjection,
  EVERY_UNIT,
  counterTable,
  type Projection,
  type ProjectionRunner,
  projectionRunner,
} from '#libs/projections';
import {
  emptyLog,
  type GivenFact,
  memoryRows,
  type MemoryRows,
  record,
} from '#libs/projections/testing';
import { APPLIED } from './applied-channel.js';
import type { OrderKind, ProjectionOrders } from './projection-orders.js';
import { type RemoteProjections, remoteProjections } from './remote-projections.js';
import { eventually } from './testing/eventually.js';
import { type MemoryNotifications, memoryNotifications } from './testing/memory-notifications.js';
import type { BoardView } from './worker-board.js';

const TIMEOUT_MS = 10_000;
const added = (amount: number): GivenFact => ({ type: 'Added', data: { amount } });

describe('projections kept by another process', () => {
  let store: EventStore;
  let rows: MemoryRows;
  let owner: ProjectionRunner;
  let remote: RemoteProjections;
  let notifications: MemoryNotifications;
  let isUnowned: boolean;
  let isPoisoned: boolean;
  let asked: string[];

  const sums = (): Projection =>
    defineProjection<{ Added: { data: { amount: number } } }>()({
      name: 'sums',
      version: 1,
      tables: { sum: counterTable({ columns: { id: 'text', n: 'integer' }, key: ['id'] }) },
      on: {
        Added({ data }, { sum }) {
          if (isPoisoned) throw new Error('no');
          sum.add({ n: data.amount }, 'all');
        },
      },
    });
  const board = async (): Promise<BoardView> => ({
    workers: [
      {
        worker: 'w1',
        startedAt: '',
        seenAt: '',
        isAlive: true,
        report: { lines: (await owner.status()).lines },
      },
    ],
    items: [
      {
        item: 'projection:sums',
        owner: isUnowned ? undefined : 'w1',
        token: 1,
        since: '',
        isUnowned,
      },
    ],
  });
  const orders: ProjectionOrders = {
    async ask(kind: OrderKind, name) {
      asked.push(`${kind} ${name}`);
      return owner[kind](name);
    },
  };

  beforeEach(async () => {
    store = emptyLog();
    rows = memoryRows();
    notifications = memoryNotifications();
    isUnowned = false;
    isPoisoned = false;
    asked = [];
    owner = projectionRunner({ store, rows, projections: [sums()] });
    await owner.start();
    owner.onApplied((applied) => notifications.say(APPLIED, JSON.stringify(applied)));
    await owner.caughtUp();
    remote = remoteProjections({
      store,
      lines: () => rows.committed.lines(),
      board: { read: board },
      orders,
      notifications,
      everyMs: 20,
      waitEveryMs: 5,
    });
    await remote.start();
  });
  afterEach(async () => {
    await remote.close();
    await owner.stop();
  });
  const state = async (): Promise<string | undefined> => (await remote.status()).lines[0]?.state;

  it('are waited for, told of or not', async () => {
    const head = await record(store, [added(1)]);
    expect(await remote.waitFor(['sums'], head, TIMEOUT_MS)).toBe('reached');
    notifications.say = () => undefined;
    const next = await record(store, [added(1)]);
    expect(await remote.waitFor(['sums'], next, TIMEOUT_MS)).toBe('reached');
    expect(await remote.waitFor(['sums'], '9' as typeof next, 20)).toBe('behind');
    expect(await remote.waitFor(['unknown'], next, TIMEOUT_MS)).toBe('stopped');
    expect(await state()).toBe('live');
  });

  it('are seen parked from elsewhere, resumed by order, and in the right order after', async () => {
    isPoisoned = true;
    const head = await record(store, [added(1), added(2)]);
    expect(await remote.waitFor(['sums'], head, TIMEOUT_MS)).toBe('stopped');
    const { lines } = await remote.status();
    expect(lines).toMatchObject([
      { state: 'parked', parked: { type: 'Added', error: 'Error: no' } },
    ]);
    isPoisoned = false;
    expect(await remote.resume('sums')).toBe(true);
    expect(await remote.waitFor(['sums'], head, TIMEOUT_MS)).toBe('reached');
    expect(rows.rows('sum')).toEqual([{ id: 'all', n: 3 }]);
    expect(asked).toEqual(['resume sums']);
  });

  it('are rebuilt by order, and an order for what nobody knows is refused at once', async () => {
    expect(await remote.rebuild('sums')).toBe(true);
    await owner.caughtUp();
    expect((await remote.status()).lines).toMatchObject([{ generation: 2, role: 'serving' }]);
    expect(await remote.cancelRebuild('unknown')).toBe(false);
    expect(asked).toEqual(['rebuild sums']);
  });

  it('are called unowned when nobody keeps them, and nobody waits for them', async () => {
    isUnowned = true;
    await owner.stop();
    const head = await record(store, [added(1)]);
    await eventually(async () => (await state()) === 'unowned');
    expect(await remote.waitFor(['sums'], head, TIMEOUT_MS)).toBe('stopped');
  });

  it('tell what became visible; every unit, where something was missed', async () => {
    const told: Applied[] = [];
    const leave = remote.onApplied((applied) => told.push(applied));
    await record(store, [added(1)]);
    await eventually(() => told.length === 1);
    notifications.reconnect();
    expect(told.at(-1)).toEqual({ position: told[0]?.position, units: [EVERY_UNIT] });
    notifications.isListening = false;
    notifications.say = () => undefined;
    const head = await record(store, [added(1)]);
    await eventually(() => told.at(-1)?.position === head);
    expect(told.at(-1)?.units).toEqual([EVERY_UNIT]);
    leave();
  });

  it('are not asked about again and again while a database is slow', async () => {
    let questions = 0;
    let answer: () => void = () => undefined;
    const slow = remoteProjections({
      store,
      lines: () => rows.committed.lines(),
      board: {
        read: async () => {
          questions += 1;
          if (questions > 1) await new Promise<void>((resolve) => (answer = resolve));
          return board();
        },
      },
      orders,
      notifications,
      everyMs: 1,
    });
    await slow.start();
    await eventually(() => questions > 1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(questions).toBe(2);
    answer();
    await eventually(() => questions > 2);
    await slow.close();
    answer();
  });

  it('tell stopped to those who wait when it is closed', async () => {
    const waiting = remote.waitFor(
      ['sums'],
      '9' as Parameters<typeof remote.waitFor>[1],
      TIMEOUT_MS,
    );
    await remote.close();
    expect(await waiting).toBe('stopped');
  });
});
