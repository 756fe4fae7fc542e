import { type EventStore, StoreError } from '#libs/event-store';

/** What becomes of an append: it is written and nobody hears of it, or it never arrives. */
export type Loss = 'reply' | 'request';

/** A store beyond a network that loses what it is told to lose, in order, one loss an append. */
export function lossyStore(inner: EventStore): { store: EventStore; losses: Loss[] } {
  const losses: Loss[] = [];
  const store: EventStore = Object.assign(Object.create(inner) as EventStore, {
    append: async (...args: Parameters<EventStore['append']>) => {
      const loss = losses.shift();
      const answer = loss === 'request' ? undefined : await inner.append(...args);
      if (loss === undefined) return answer!;
      throw new StoreError('STORE_OUTCOME_UNKNOWN', 'no answer in time');
    },
  });
  return { store, losses };
}
