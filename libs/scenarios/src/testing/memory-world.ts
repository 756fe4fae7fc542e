import { officeAuthority, type UnitOffices } from '#libs/access';
import { Engine, memoryCheckpoints, ReactorRunner } from '#libs/engine';
import { type EventStore, memoryEventStore } from '#libs/event-store';
import { REACTORS, RULE_PACKS, rulePack, vietnameseCalendar, WORKFLOWS } from '#libs/workflows';

/** Engine, store, reactors and a clock set by hand: what a scenario is loaded into. */
export interface TestWorld {
  readonly store: EventStore;
  readonly engine: Engine;
  readonly execute: Engine['execute'];
  readonly clock: { set(iso: string): void };
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A product without projections over a store in memory, or over the store given. */
export async function testWorld(
  open: (clock: () => number) => EventStore = (clock) => memoryEventStore({ clock }),
): Promise<TestWorld> {
  let now = Date.parse('2000-01-01T00:00:00.000Z');
  const store = open(() => now);
  const engine = new Engine({
    store,
    workflows: WORKFLOWS,
    resolvers: { rules: (key, pinned) => rulePack(RULE_PACKS, { id: pinned, year: Number(key) }) },
    authority: {
      resolve: (units, at, load) =>
        officeAuthority(
          units,
          at,
          (id) =>
            load('organisation', id) as UnitOffices | undefined | Promise<UnitOffices | undefined>,
        ),
    },
    calendar: vietnameseCalendar,
    clock: () => new Date(now).toISOString(),
  });
  const runners = REACTORS.map(
    (reactor) =>
      new ReactorRunner({
        store,
        reactor,
        checkpoints: memoryCheckpoints(),
        execute: (request) => engine.execute(request),
      }),
  );
  for (const runner of runners) await runner.start();
  return {
    store,
    engine,
    execute: (request) => engine.execute(request),
    clock: { set: (iso) => void (now = Date.parse(iso)) },
    settled: () => drained(store, runners),
    async close() {
      for (const runner of runners) await runner.stop();
      await store.close();
    },
  };
}

/** Until the reactors have passed the end of the log and nobody wrote behind it. */
async function drained(store: EventStore, runners: readonly ReactorRunner[]): Promise<void> {
  for (;;) {
    const head = await store.head();
    const stopped = runners.find(({ status: { kind } }) => kind !== 'running');
    if (stopped) throw new Error(`reactor ${stopped.status.name} is ${stopped.status.kind}`);
    await Promise.all(runners.map((runner) => runner.passed(head)));
    if ((await store.head()) === head) return;
  }
}
