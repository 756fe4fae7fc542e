import type { ReactorRunner, TimerRunner } from '#libs/engine';
import type { EventStore } from '#libs/event-store';
import type { ProjectionRunner } from '#libs/projections';
import { READ_MODELS } from '#libs/read-models';

/** How long one wait for a projection lasts before it is asked again. */
const WAIT_MS = 1_000;

/** A reaction may write facts that others react to: done when the head stays where it was. */
export async function reacted(
  store: EventStore,
  reactors: readonly ReactorRunner[],
): Promise<void> {
  for (let head = await store.head(), before; head !== before; head = await store.head()) {
    before = head;
    await Promise.all(reactors.map((reactor) => reactor.passed(head)));
  }
}

/** What was fired may be reacted to, and what was reacted to may be due at once. */
export async function fired(
  store: EventStore,
  reactors: readonly ReactorRunner[],
  timers: TimerRunner,
): Promise<void> {
  for (let head = await store.head(), before; head !== before; head = await store.head()) {
    before = head;
    await reacted(store, reactors);
    await timers.runDue();
  }
}

/** Being live is not enough: every projection that runs shows what is at the head of the log. */
export async function shown(store: EventStore, projections: ProjectionRunner): Promise<void> {
  const head = await store.head();
  await projections.caughtUp();
  const wait = async (name: string): Promise<void> => {
    while ((await projections.waitFor([name], head, WAIT_MS)) === 'behind');
  };
  await Promise.all(READ_MODELS.map(({ name }) => wait(name)));
}
