import { START } from './event-store.port.js';
import { memoryEventStore } from './memory-event-store.js';
import { eventStoreContract, handClock, newEvent } from './testing/index.js';

eventStoreContract('memory', memoryEventStore);

describe('memory event store', () => {
  it('is not changed by a reader that changes what it read', async () => {
    const store = memoryEventStore({ clock: handClock() });
    await store.append('a', 'none', [newEvent({ data: { n: 1 } })]);
    const [event] = await store.read('a');
    (event?.data as { n: number }).n = 2;
    expect((await store.read('a'))[0]?.data).toEqual({ n: 1 });
    expect((await store.readAll(START, { limit: 1 })).events[0]?.data).toEqual({ n: 1 });
  });
});
