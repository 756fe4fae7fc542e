import type { Codec } from '../codec.js';
import type { Clock, EventStore } from '../event-store.port.js';
import { handClock } from './events.fixtures.js';

/** Opens a new, empty store; called once a test. The contract closes it. */
export type OpenStore = (options: {
  readonly clock: Clock;
  readonly codec?: Codec;
}) => EventStore | Promise<EventStore>;

/** Runs a test with a store of its own and closes it, whatever happens. */
export const withStore =
  (
    open: OpenStore,
    test: (store: EventStore, clock: ReturnType<typeof handClock>) => Promise<void>,
    codec?: Codec,
  ) =>
  async (): Promise<void> => {
    const clock = handClock();
    const store = await open(codec === undefined ? { clock } : { clock, codec });
    try {
      await test(store, clock);
    } finally {
      await store.close();
    }
  };
