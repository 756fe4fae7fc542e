import fc from 'fast-check';
import type { Engine, Outcome } from '#libs/engine';
import { actorOf, commandOn } from '#libs/engine/testing';
import type { Actor } from '#libs/kernel';
import { WORLD } from '#libs/workflows/testing';

/** One thing somebody tries somewhere, by themselves or through others. */
export interface Step {
  readonly workflow: string;
  readonly id: string;
  readonly command: string;
  readonly actor: Actor;
  readonly input: object;
}

/** Who acts for whom in the walk: secretaries and their substitutes, one link passed on. */
export const CHAINS: readonly (readonly string[])[] = [
  ['ha', 'khai'],
  ['ha', 'khai', 'lan'],
  ['tam', 'ha'],
  ['tam', 'sau'],
  ['minh', 'quang'],
  ['sau', 'tam', 'minh'],
];

/** The unit in which each of them holds an office. */
const UNITS: Readonly<Record<string, string>> = {
  ha: 'kp4',
  tam: 'anbinh',
  minh: 'anbinh',
  sau: 'kp5',
};

const actorThrough = (chain: readonly string[]): Actor => ({
  id: chain.at(-1)!,
  onBehalfOf: chain[0]!,
  ...(chain.length > 2 && { via: chain.slice(1, -1) }),
  kind: 'person',
});

/** Grants that make every link of the chains valid on the day of the world, each given once. */
export const GRANTS: readonly Step[] = [
  ...new Map(
    CHAINS.flatMap((chain) =>
      chain.slice(1).map((toId, index): readonly [string, Step] => {
        const from = chain[index]!;
        const before = chain[index - 1];
        const id = `${from}-${toId}`;
        const scope = { unitId: UNITS[chain[0]!]! };
        const input = {
          ...{ id, toId, scope, mayPassOn: true, from: '2026-03-15', until: '2026-03-31' },
          ...(before !== undefined && { of: { fromId: before, id: `${before}-${from}` } }),
        };
        const step = { workflow: 'delegation', id: from, command: 'grant', input };
        return [id, { ...step, actor: actorOf(from) }];
      }),
    ),
  ).values(),
];

const subjectIn = (id: string): string => id.replace(/^(member|unit)\./, '').split('-')[0]!;

/** Any command on any instance of the world, by whoever may well be allowed, or by anybody. */
export const anyStep: fc.Arbitrary<Step> = fc.constantFrom(...WORLD.asked).chain(([workflow, id]) =>
  fc
    .record({
      command: fc.constantFrom(...Object.keys(WORLD.inputs[workflow]!)),
      actor: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('ha', 'tam', 'minh', 'system').map(actorOf) },
        { weight: 1, arbitrary: fc.constant(actorOf(subjectIn(id))) },
        { weight: 2, arbitrary: fc.constantFrom(...WORLD.people).map(actorOf) },
        { weight: 4, arbitrary: fc.constantFrom(...CHAINS).map(actorThrough) },
      ),
    })
    .map(({ command, actor }) => ({
      ...{ workflow, id, command, actor },
      input: WORLD.inputs[workflow]![command]!,
    })),
);

/** Every command on every instance of the world, by all who may well be allowed. */
export const EVERYTHING: readonly Step[] = WORLD.asked.flatMap(([workflow, id]) =>
  Object.entries(WORLD.inputs[workflow]!).flatMap(([command, input]) =>
    [subjectIn(id), 'ha', 'tam', 'minh', 'sau', 'quang', 'system'].map((who) => ({
      ...{ workflow, id, command, input, actor: actorOf(who) },
    })),
  ),
);

const step = (workflow: string, id: string, command: string, who: string, more = {}): Step => ({
  ...{ workflow, id, command, actor: actorOf(who) },
  input: { ...WORLD.inputs[workflow]![command]!, ...more },
});

/** What takes its turns in a certain order, or a date of another year. */
export const IN_ORDER: readonly Step[] = [
  step('criticism-session', 'kp4-2014', 'plan', 'ha', { on: '2014-12-05' }),
  step('inspection', 'kt-followed', 'reportFollowUp', 'ha'),
  step('inspection', 'kt-followed', 'verifyFollowUp', 'minh'),
  step('inspection', 'kt-followed', 'close', 'minh'),
];

export const requestOf = (step: Step, commandId: string) =>
  commandOn(step.workflow, step.id, step.command, step.input, step.actor, { commandId });

/** Gives it to the engine under a key of its own. */
export const take = (engine: Engine, step: Step, commandId: string): Promise<Outcome> =>
  engine.execute(requestOf(step, commandId));
