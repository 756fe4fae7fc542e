import { setTimeout as pause } from 'node:timers/promises';
import { memoryEventStore } from '#libs/event-store';
import { newEvents } from '#libs/event-store/testing';
import { openReadModels } from '#libs/read-models';
import { timerTable } from './timer-table.js';

describe('a view of timers that others build, and that is far behind', () => {
  it('is not waited for by whoever is asked to stop', async () => {
    const store = memoryEventStore({ clock: () => 0 });
    await store.append('s', 'none', newEvents(1));
    const views = openReadModels({ file: ':memory:' });
    let looks = 0;
    const table = timerTable({
      db: views.db,
      store,
      projections: {
        status: async () => ({ head: await store.head(), lines: [] }),
        waitFor: async () => {
          looks += 1;
          await pause(1);
          return 'behind';
        },
        onApplied: () => () => undefined,
      },
    });
    const stopping = new AbortController();
    const waiting = table.shown(stopping.signal);
    while (looks < 3) await pause(1);
    stopping.abort();
    await waiting;
    const before = looks;
    await pause(20);
    expect(looks).toBe(before);
    await views.close();
  });
});
