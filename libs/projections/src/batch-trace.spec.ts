import { plainEvent, type SpanOptions, START, type Tracer } from '#libs/event-store';
import { batchSpan } from './batch-trace.js';
import { memoryRows } from './memory-rows.js';
import { projectionRunner } from './runner.js';
import { added, totals } from './testing/counted.fixtures.js';
import { emptyLog, record } from './testing/recorded-log.js';

const recording = () => {
  const spans: (SpanOptions & { name: string; failed?: string })[] = [];
  const tracer: Tracer = {
    span(name, options) {
      const span = { name, ...options };
      return {
        traceparent: name,
        set: () => undefined,
        fail: (failed) => void Object.assign(span, { failed }),
        end: () => void spans.push(span),
      };
    },
  };
  return { tracer, spans };
};
/** Events with these traces, one each. */
const eventsOf = async (traces: readonly (string | undefined)[]) => {
  const store = emptyLog();
  await record(
    store,
    traces.map(() => added('a', 1)),
  );
  const { events } = await store.readAll(START, { limit: 1_000 });
  return events.map((event, index) => ({ ...plainEvent(event), trace: traces[index] }));
};

describe('the span of a batch', () => {
  it('is there only where something was traced', async () => {
    const { tracer, spans } = recording();
    expect(batchSpan(tracer, await eventsOf([undefined, undefined]), 1)).toBeUndefined();
    expect(batchSpan(undefined, await eventsOf(['a']), 1)).toBeUndefined();
    expect(spans).toEqual([]);
  });

  it('belongs to the first command, is linked to others, each once, and not to all', async () => {
    const { tracer, spans } = recording();
    const traces = Array.from({ length: 100 }, (_, n) => `t${Math.floor(n / 2)}`);
    batchSpan(tracer, await eventsOf([undefined, ...traces]), 3)?.end();
    const links = Array.from({ length: 31 }, (_, n) => `t${n + 1}`);
    const values = { 'guong.events': 101, 'guong.projections': 3 };
    expect(spans).toEqual([{ name: 'project', parent: 't0', links, values }]);
  });

  it('does not stumble over a damaged envelope', async () => {
    const { tracer } = recording();
    const [event] = await eventsOf(['a']);
    const damaged = Object.defineProperty({ ...event! }, 'trace', {
      get() {
        throw new Error('damaged');
      },
    });
    expect(batchSpan(tracer, [damaged], 1)).toBeUndefined();
    expect(batchSpan(tracer, [damaged, event!], 1)).toBeDefined();
  });
});

it('a live batch is told of when it was traced', async () => {
  const store = emptyLog();
  const rows = memoryRows();
  const { tracer, spans } = recording();
  const runner = projectionRunner({ store, rows, projections: [totals()], tracer });
  await runner.start();
  await runner.caughtUp();
  const head = await record(store, [added('a', 1)]);
  await runner.waitFor(['totals'], head, 5_000);
  expect(spans).toEqual([]);
  const [event] = await eventsOf(['request']);
  const answer = await store.append('facts-2', 'none', [event!]);
  await runner.waitFor(['totals'], answer.kind === 'appended' ? answer.position : head, 5_000);
  expect(spans).toMatchObject([{ name: 'project', parent: 'request', links: [] }]);
  expect(spans[0]?.failed).toBeUndefined();
  await runner.stop();
});
