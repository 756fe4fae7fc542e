import fc from 'fast-check';
import { type EventStore, memoryEventStore, START } from '#libs/event-store';
import type { CommandRequest, Outcome } from './command-request.js';
import type { Engine } from './engine.js';
import { commandOn, engineOn, type Loss, lossyStore, MIDDAY } from './testing/index.js';

/**
 * Every key with one content and others: sent any number of times, through either of two processes,
 * one after the other or all at once, before and after restarts, with answers lost. A key has one
 * outcome and one batch of events, whatever happens.
 */
type Variant = 'same' | 'changed' | 'subset';
interface Sending {
  readonly kind: 'send';
  readonly key: number;
  readonly variant: Variant;
  readonly times: number;
  readonly atOnce: boolean;
  readonly losses: readonly Loss[];
}
type Step = Sending | { readonly kind: 'restart'; readonly process: 0 | 1 };

const person = (id: string) => ({ id, kind: 'person' }) as const;
/** A whole story of one errand, a key each; `report` writes two events. */
const STORY = [
  ['ask', { unitId: 'kp4', effort: 3 }, person('ha'), { unitId: 'kp4', effort: 4 }],
  ['take', {}, person('khai'), { remark: 'khác' }],
  ['note', {}, { id: 'engine', kind: 'system' }, { remark: 'khác' }],
  ['report', { text: 'Xong' }, person('khai'), { text: 'Chưa xong' }],
  ['confirm', {}, person('ha'), { remark: 'khác' }],
] as const;

const requestOf = (key: number, variant: Variant): CommandRequest => {
  const [command, input, actor, other] = STORY[key]!;
  // Of the two events of a report one without text would be none: a part of the batch.
  const subset = command === 'report' ? { text: '' } : other;
  const content = { same: input, changed: other, subset }[variant];
  return commandOn('errand', 'one', command, content, actor, { commandId: `key-${key}` });
};

const sending: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('send' as const),
  key: fc.nat(STORY.length - 1),
  variant: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Variant>('same') },
    { weight: 1, arbitrary: fc.constantFrom<Variant>('changed', 'subset') },
  ),
  times: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 100 })),
  atOnce: fc.boolean(),
  losses: fc.array(fc.constantFrom<Loss>('reply', 'request'), { maxLength: 2 }),
});
const restart: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('restart' as const),
  process: fc.constantFrom(0 as const, 1 as const),
});
const steps = fc.array(
  fc.oneof({ weight: 5, arbitrary: sending }, { weight: 1, arbitrary: restart }),
  { minLength: 8, maxLength: 25 },
);

type Answer = Outcome | 'lost';
interface Seen {
  readonly variant: Variant;
  readonly answer: Answer;
}

async function send(engines: readonly Engine[], step: Sending): Promise<Answer[]> {
  const request = requestOf(step.key, step.variant);
  const one = (n: number): Promise<Answer> =>
    engines[n % engines.length]!.execute(request).catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'STORE_OUTCOME_UNKNOWN' });
      return 'lost' as const;
    });
  const numbers = Array.from({ length: step.times }, (_, n) => n);
  if (step.atOnce) return Promise.all(numbers.map(one));
  const answers: Answer[] = [];
  for (const n of numbers) answers.push(await one(n));
  return answers;
}

/** One batch in the log, and every answer tells of that one or of nothing written. */
async function checkKey(store: EventStore, key: number, seen: readonly Seen[]): Promise<boolean> {
  const events = (await store.read('errand-one')).filter((e) => e.commandId === `key-${key}`);
  expect(new Set(events.map(({ commandHash }) => commandHash)).size).toBeLessThanOrEqual(1);
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  const expected = STORY[key]![0] === 'report' ? 2 : 1;
  if (events.length > 0) expect(events).toHaveLength(expected);
  const last = events.at(-1);
  const accepted = seen.flatMap(({ variant, answer }) =>
    answer !== 'lost' && answer.kind === 'accepted' ? [{ variant, answer }] : [],
  );
  // Nothing to write is accepted as such, and leaves no trace of its key.
  const written = accepted.filter(
    ({ variant }) => !(STORY[key]![0] === 'report' && variant === 'subset'),
  );
  for (const { answer } of written)
    expect(answer).toMatchObject({ revision: last?.revision, position: last?.position });
  expect(written.filter(({ answer }) => !answer.repeated).length).toBeLessThanOrEqual(1);
  expect(new Set(written.map(({ variant }) => variant).map(contentOf)).size).toBeLessThanOrEqual(1);
  return written.length > 0;

  function contentOf(variant: Variant): string {
    return JSON.stringify(requestOf(key, variant).input);
  }
}

it('a key has one outcome, however often, through whomever, with whatever it comes', async () => {
  const met = { repeated: 0, reused: 0, lost: 0 };
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const inner = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
      const { store, losses } = lossyStore(inner);
      const process = (): Engine => engineOn({ store, isFresh: () => true }).engine;
      const engines = [process(), process()];
      const seen = new Map<number, Seen[]>();
      for (const step of script) {
        if (step.kind === 'restart') {
          engines[step.process] = process();
          continue;
        }
        losses.splice(0, losses.length, ...step.losses);
        const before = (await inner.readAll(START, { limit: 1_000 })).events.find(
          ({ commandId }) => commandId === `key-${step.key}`,
        );
        for (const answer of await send(engines, step)) {
          seen.set(step.key, [...(seen.get(step.key) ?? []), { variant: step.variant, answer }]);
          if (answer === 'lost') met.lost += 1;
          else if (answer.kind === 'accepted' && answer.repeated) met.repeated += 1;
          else if (answer.kind === 'refused') {
            const codes = answer.reasons.map(({ code }) => code);
            if (codes.includes('IDEMPOTENCY_KEY_REUSED')) met.reused += 1;
            // Of a key that had been written, whoever comes is told of the first or of its content.
            if (before !== undefined) expect(codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
          } else if (answer.kind === 'conflict') expect(before).toBeUndefined();
        }
      }
      for (const [key, answers] of seen) await checkKey(inner, key, answers);
    }),
    { numRuns: 120, seed: 20260914 },
  );
  // The property says nothing unless all of it was met, and often.
  expect(Math.min(met.repeated, met.reused, met.lost)).toBeGreaterThan(100);
}, 60_000);
