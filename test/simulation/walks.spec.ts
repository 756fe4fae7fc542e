import fc from 'fast-check';
import type { Engine } from '#libs/engine';
import { buildWorld, MIDDAY, worldEngine } from '#libs/engine/testing';
import { type EventStore, memoryEventStore, plainEvent, type StoredEvent } from '#libs/event-store';
import { advance, everybodyOf, fold, permissionMatrix, startOf } from '#libs/kernel';
import { WORKFLOWS } from '#libs/workflows';
import { JUDGING, judgedBy, NO_JUDGEMENT } from './judging-facts.js';
import { anyStep, EVERYTHING, GRANTS, IN_ORDER, type Step, take } from './world-walk.js';

const SEED = Number(process.env['GUONG_SEED'] ?? 20260315);
const RUNS = 25;
const SWEEPS = 3;
const WHOLE = { minLength: EVERYTHING.length, maxLength: EVERYTHING.length };
const workflowOf = (name: string) => WORKFLOWS.find((one) => one.name === name)!;
const rows = new Set(
  WORKFLOWS.flatMap((workflow) =>
    permissionMatrix(workflow).map(({ state, command }) => `${workflow.name} ${state} ${command}`),
  ),
);

/** States met, and which was seen to follow which, over all walks. */
const followed = new Map<string, Set<string>>();
const tally = { taken: 0, accepted: 0, throughOthers: 0, judging: 0 };

/** The world, with its delegations, before anybody walks. */
async function begin(): Promise<{ store: EventStore; engine: Engine }> {
  const store = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
  await buildWorld(store);
  const engine = worldEngine(store);
  for (const grant of GRANTS) {
    const outcome = await take(engine, grant, `grant of ${JSON.stringify(grant.input)}`);
    expect({ grant, outcome }).toMatchObject({ grant, outcome: { kind: 'accepted' } });
  }
  return { store, engine };
}

/** Matrix, buttons and decision about one step say the same. */
async function viewsAgree(engine: Engine, step: Step, key: string): Promise<boolean> {
  const { workflow, id, command, actor, input } = step;
  const next = await engine.nextActions(workflow, id, actor, input);
  const button = next!.actions.find((one) => one.command === command)!;
  const outcome = await take(engine, step, key);
  const codes = outcome.kind === 'refused' ? outcome.reasons.map(({ code }) => code) : [];
  const where = { workflow, id, command, actor: actor.id, state: next!.state, codes };
  const isRow = rows.has(`${workflow} ${next!.state} ${command}`);
  const said = { wrong: codes.includes('WRONG_STATE'), ok: outcome.kind === 'accepted' };
  // Whoever may not give the command at all is told that, and not that the state is another.
  const right = isRow ? { wrong: false, ok: said.ok } : { wrong: said.wrong, ok: false };
  expect({ ...where, ...said }).toEqual({ ...where, ...right });
  expect(isRow || !button.allowed).toBe(true);
  // What the button says, the decision says first; what it allows, only the input can spoil.
  const promised = button.reasons.map(({ code }) => code);
  if (button.allowed) {
    const guards = workflowOf(workflow).commands[command]!.guards ?? [];
    const typed = guards.flatMap((guard) => (guard.phase === 'input' ? guard.codes : []));
    expect({ ...where, broken: codes.filter((code) => !typed.includes(code)) }).toEqual({
      ...where,
      broken: [],
    });
  } else if (isRow) expect({ ...where, first: codes[0] }).toEqual({ ...where, first: promised[0] });
  tally.taken += 1;
  if (outcome.kind === 'accepted') tally.accepted += 1;
  if (outcome.kind === 'accepted' && actor.onBehalfOf !== undefined) tally.throughOthers += 1;
  return outcome.kind === 'accepted';
}

/** The same command with the same key again: the first answer, and nothing more in the log. */
async function againIsNothing(engine: Engine, store: EventStore, step: Step, key: string) {
  const head = await store.head();
  const second = await take(engine, step, key);
  expect(second).toMatchObject({ kind: 'accepted', repeated: true });
  expect(await store.head()).toBe(head);
}

/** Folded event by event, with every state that was passed through. */
function foldSlowly(name: string, id: string, facts: readonly StoredEvent[]) {
  const workflow = workflowOf(name);
  let instance = startOf(workflow, id);
  for (const fact of facts) {
    const before = `${name} ${instance.stateName}`;
    instance = advance(instance, [plainEvent(fact)]);
    const next = followed.get(before) ?? new Set();
    followed.set(before, next.add(`${name} ${instance.stateName}`));
  }
  return instance;
}

async function logIsRight(engine: Engine, store: EventStore): Promise<void> {
  const { events } = await store.readAll('' as never, { limit: 10_000 });
  for (const event of events.map(plainEvent)) {
    const judged = judgedBy(event);
    if (judged.length === 0) continue;
    tally.judging += 1;
    const { actor: id, onBehalfOf, via } = event;
    const hands = everybodyOf({ id, onBehalfOf, via, kind: 'person' });
    const { type, stream } = event;
    const own = judged.filter((person) => hands.includes(person));
    expect({ type, stream, own }).toEqual({ type, stream, own: [] });
  }
  const streams = Map.groupBy(events, ({ stream }) => stream);
  for (const [stream, facts] of streams) {
    const { name, stream: prefix } = WORKFLOWS.find((one) => stream.startsWith(`${one.stream}-`))!;
    const id = stream.slice(prefix.length + 1);
    const slow = foldSlowly(name, id, facts);
    expect(slow).toEqual(fold(workflowOf(name), id, facts.map(plainEvent)));
    expect(await engine.instance(name, id)).toEqual(slow);
  }
}

describe(`walks over all workflows at once (GUONG_SEED=${SEED})`, () => {
  it('keep every promise, whoever walks, for themselves and through others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 30, maxLength: 60 }), async (steps) => {
        const { store, engine } = await begin();
        for (const [index, step] of steps.entries()) {
          const key = `step-${index}-of-the-walk`;
          if (await viewsAgree(engine, step, key)) await againIsNothing(engine, store, step, key);
        }
        await logIsRight(engine, store);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    expect(tally.taken).toBeGreaterThan(RUNS * 30);
    expect(tally.accepted).toBeGreaterThan(RUNS * 2);
    expect(tally.throughOthers).toBeGreaterThan(RUNS / 4);
    expect(tally.judging).toBeGreaterThan(RUNS * 50);
  }, 120_000);

  it('try everything once more, in other orders, to find ways to an end', async () => {
    for (const order of fc.sample(fc.shuffledSubarray([...EVERYTHING], WHOLE), {
      numRuns: SWEEPS,
      seed: SEED,
    })) {
      const { store, engine } = await begin();
      const steps = [...IN_ORDER, ...order];
      for (const [index, step] of steps.entries()) await take(engine, step, `sweep-step-${index}`);
      await logIsRight(engine, store);
    }
  }, 120_000);

  it.each(WORKFLOWS.map(({ name }) => name))(
    '%s: from every state met an end is reached',
    (name) => {
      const { states } = workflowOf(name);
      const reach = (from: string): Set<string> => {
        const seen = new Set([from]);
        for (const state of seen) followed.get(state)?.forEach((next) => seen.add(next));
        return seen;
      };
      const isFinal = (key: string): boolean => states[key.split(' ')[1]!]?.final === true;
      const met = [...reach(`${name} ${workflowOf(name).startState}`)];
      const stuck = met.filter((state) => ![...reach(state)].some(isFinal));
      expect(stuck).toEqual([]);
    },
  );
});

describe('what counts as a judgement', () => {
  const WORDS = [
    ...['Endorsed', 'Returned', 'Remarked', 'Resolved', 'Proposed', 'Appraised', 'Decided'],
    ...['Concluded', 'Verified', 'Raised', 'Judged', 'Scored', 'Recognised', 'Revoked'],
    ...[
      'Rejected',
      'Annulled',
      'Changed',
      'Assessed',
      'Refused',
      'Commented',
      'Tallied',
      'Voted',
      'Noted',
    ],
  ];
  const JUDGEMENT = new RegExp(`(${WORDS.join('|')})$`);
  it('is settled for every fact with a name like one', () => {
    const types = [...new Set(WORKFLOWS.flatMap(({ facts }) => [...facts.keys()]))];
    const open = types.filter(
      (type) => JUDGEMENT.test(type) && !(type in JUDGING) && !(type in NO_JUDGEMENT),
    );
    expect(open).toEqual([]);
    expect(Object.keys(JUDGING).filter((type) => !types.includes(type))).toEqual([]);
  });
});
