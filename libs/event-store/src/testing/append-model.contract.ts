import fc from 'fast-check';
import { type EventStore, type Expected, type NewEvent, START } from '../event-store.port.js';
import { newEvents, numbersOf } from './events.fixtures.js';
import { type OpenStore, withStore } from './open-store.fixtures.js';

/** The whole truth about a log, as plainly as it can be written. */
interface Model {
  readonly log: { stream: string; n: number }[];
}

type Operation =
  | {
      readonly do: 'append';
      readonly writes: readonly { stream: string; expected: Expected | 'right'; count: number }[];
    }
  | { readonly do: 'read'; readonly stream: string; readonly from: number }
  | { readonly do: 'readAll'; readonly after: number; readonly limit: number };

const streamName = fc.constantFrom('a', 'b', 'c');
const write = fc.record({
  stream: streamName,
  expected: fc.oneof(
    fc.constantFrom<Expected | 'right'>('none', 'any', 'right', 'right'),
    fc.nat({ max: 4 }),
  ),
  count: fc.integer({ min: 1, max: 3 }),
});
/** Several writes in one operation are sent at once and take effect in the order they were sent. */
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({
    do: fc.constant('append' as const),
    writes: fc.array(write, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ do: fc.constant('read' as const), stream: streamName, from: fc.nat({ max: 6 }) }),
  fc.record({
    do: fc.constant('readAll' as const),
    after: fc.nat({ max: 20 }),
    limit: fc.integer({ min: 1, max: 8 }),
  }),
);

/** Random operations against the store and the model; fast-check prints the seed of a failure. */
export function appendModelContract(open: OpenStore): void {
  it('does what a plain array does, for random operations', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 25 }), async (operations) => {
        await withStore(open, async (store) => {
          const model: Model = { log: [] };
          let n = 0;
          for (const step of operations) {
            if (step.do === 'append') n = await checkAppend(store, model, step.writes, n);
            else if (step.do === 'read') await checkRead(store, model, step.stream, step.from);
            else await checkReadAll(store, model, step.after, step.limit);
          }
          await checkReadAll(store, model, 0, 1000);
        })();
      }),
      { numRuns: 60 },
    );
  });
}

const ofStream = (model: Model, stream: string): number[] =>
  model.log.filter((entry) => entry.stream === stream).map((entry) => entry.n);

const numberOf = (event: NewEvent): number => (event.data as { n: number }).n;

type Writes = Extract<Operation, { do: 'append' }>['writes'];

async function checkAppend(
  store: EventStore,
  model: Model,
  writes: Writes,
  start: number,
): Promise<number> {
  let n = start;
  const planned = writes.map(({ stream, expected, count }) => {
    const length = ofStream(model, stream).length;
    const actual = length === 0 ? 'none' : length - 1;
    const resolved = expected === 'right' ? actual : expected;
    const wins = resolved === 'any' || resolved === actual;
    const events = newEvents(count, n + 1);
    n += count;
    if (wins) model.log.push(...events.map((event) => ({ stream, n: numberOf(event) })));
    return {
      stream,
      resolved,
      events,
      answer: wins
        ? { kind: 'appended', revision: length + count - 1 }
        : { kind: 'conflict', actual },
    };
  });
  const answers = await Promise.all(
    planned.map(({ stream, resolved, events }) => store.append(stream, resolved, events)),
  );
  answers.forEach((answer, index) => expect(answer).toMatchObject(planned[index]?.answer ?? {}));
  return n;
}

async function checkRead(
  store: EventStore,
  model: Model,
  stream: string,
  from: number,
): Promise<void> {
  const events = await store.read(stream, from);
  expect(numbersOf(events)).toEqual(ofStream(model, stream).slice(from));
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => from + index));
}

async function checkReadAll(
  store: EventStore,
  model: Model,
  after: number,
  limit: number,
): Promise<void> {
  const all = await store.readAll(START, { limit: 1000 });
  expect(all.events.map(({ stream, data }) => ({ stream, ...data }))).toEqual(
    model.log.map(({ stream, n }) => ({ stream, n })),
  );
  const start = Math.min(after, model.log.length);
  const page = await store.readAll(all.events[start - 1]?.position ?? START, { limit });
  expect(numbersOf(page.events)).toEqual(model.log.slice(start, start + limit).map(({ n }) => n));
  expect(page.atEnd).toBe(start + limit >= model.log.length);
}
