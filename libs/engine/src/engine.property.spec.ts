import fc from 'fast-check';
import { memoryEventStore, plainEvent } from '#libs/event-store';
import { fold } from '#libs/kernel';
import { WORKFLOWS } from '#libs/workflows';
import { WORLD } from '#libs/workflows/testing';
import { actorOf, buildWorld, commandOn, MIDDAY, worldEngine } from './testing/index.js';

interface Step {
  readonly workflow: string;
  readonly id: string;
  readonly command: string;
  readonly person: string;
}

/** Any command on any instance of the world, by whoever is most likely allowed, or anybody. */
const anyStep: fc.Arbitrary<Step> = fc.constantFrom(...WORLD.asked).chain(([workflow, id]) =>
  fc.record({
    workflow: fc.constant(workflow),
    id: fc.constant(id),
    command: fc.constantFrom(...Object.keys(WORLD.inputs[workflow]!)),
    person: fc.oneof(
      fc.constantFrom('system', 'ha', 'tam', id.split('-')[0]!),
      fc.constantFrom(...WORLD.people),
    ),
  }),
);

describe('over generated histories', () => {
  it('the same command twice writes nothing new, and memory holds what the log holds', async () => {
    const stored = { facts: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 20, maxLength: 40 }), async (steps) => {
        const store = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
        await buildWorld(store);
        const before = await store.head();
        const engine = worldEngine(store);
        for (const [index, { workflow, id, command, person }] of steps.entries()) {
          const request = commandOn(
            workflow,
            id,
            command,
            WORLD.inputs[workflow]![command]!,
            actorOf(person),
            { commandId: `step-${index}` },
          );
          const first = await engine.execute(request);
          const head = await store.head();
          const second = await engine.execute(request);
          expect(await store.head()).toBe(head);
          // A refusal is decided again, on the same facts, to the same answer.
          expect(second).toEqual(first.kind === 'accepted' ? { ...first, repeated: true } : first);
        }
        for (const { workflow: name, id } of steps) {
          const workflow = WORKFLOWS.find((one) => one.name === name)!;
          const facts = (await store.read(`${workflow.stream}-${id}`)).map(plainEvent);
          expect(await engine.instance(name, id)).toEqual(fold(workflow, id, facts));
        }
        stored.facts += Number(await store.head()) - Number(before);
      }),
      { numRuns: 50, seed: 20260315 },
    );
    // The property says nothing unless many of the commands are accepted.
    expect(stored.facts).toBeGreaterThan(80);
  });
});
