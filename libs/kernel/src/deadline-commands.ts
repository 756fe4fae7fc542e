import { clockParts, mayFire } from './clock.js';
import type { DeadlineFact } from './deadline-facts.js';
import { ExtendDeadline, FireDeadlineStep, STEP_COMMANDS } from './deadline-facts.js';
import type { DeadlineSpec } from './deadline.js';
import { daysIn } from './deadline.js';
import { isLater, isNotOwn, isRunning } from './extension.guards.js';
import type { AnyFact } from './fact.js';
import type { Guard } from './guard.js';
import { guard } from './guard.js';
import type { Policy } from './policy.js';
import { any, policyText, system } from './policy.js';
import { reason } from './reason.js';
import type { AnyCommand, AnyFactSpec, StateSpec } from './declared.js';
import type { CommandContext } from './command-spec.js';

type Context = CommandContext<object, FireDeadlineStep & ExtendDeadline, Record<never, never>>;
type Deadlines = Readonly<Record<string, DeadlineSpec>>;
type States = Readonly<Record<string, StateSpec>>;

const isPending = guard<Context>('DEADLINE_NOT_RUNNING', ({ input, clocks }) =>
  mayFire(clocks, input) ? [] : [reason('DEADLINE_NOT_RUNNING', undefined, 'clock')],
);

const about = ({ state }: Context, clock: string): Omit<DeadlineFact, 'due'> => {
  const { unitId, memberId } = state as { unitId?: unknown; memberId?: unknown };
  return {
    clock,
    ...clockParts(clock),
    ...(typeof unitId === 'string' && { unitId }),
    ...(typeof memberId === 'string' && { memberId }),
  };
};

const stepFact =
  (type: string, deadlines: Deadlines) =>
  (context: Context): readonly AnyFact[] => {
    const { clock, due, offset } = context.input;
    const escalated = deadlines[clockParts(clock).deadline]?.escalate ?? [];
    const level = escalated.filter((days) => daysIn(days) <= offset).length;
    const data = { ...about(context, clock), due, offset, ...(level > 0 && { level }) };
    return [{ type, data }];
  };

const extension = (context: Context): readonly AnyFact[] => {
  const { input, actor, clocks } = context;
  const from = clocks.get(input.clock)!.due;
  const data = { ...about(context, input.clock), due: input.to, from };
  return [
    {
      type: 'DeadlineExtended',
      data,
      sealed: { reason: { of: actor.id, value: input.reason } },
    },
  ];
};

/** Names of the states in which one of the deadlines may run. */
const statesOf = (specs: readonly DeadlineSpec[], states: States): readonly string[] =>
  Object.entries(states)
    .filter(([name, { start, final }]) =>
      specs.some((spec) => ('whileIn' in spec ? spec.whileIn.includes(name) : !start && !final)),
    )
    .map(([name]) => name);

const command = (
  from: readonly string[],
  parts: Pick<AnyCommand, 'input' | 'emits'> & {
    readonly by: Policy;
    readonly guards: readonly Guard<Context>[];
    readonly byFor?: (input: object) => Policy | undefined;
    decide(context: Context): readonly AnyFact[];
  },
): AnyCommand => ({ from, commutative: true, task: false, ...parts }) as unknown as AnyCommand;

/** The kernel's commands for these deadlines, to stand in the workflow's flat table. */
export function deadlineCommands(
  deadlines: Deadlines,
  states: States,
): Readonly<Record<string, AnyCommand>> {
  const specs = Object.values(deadlines);
  const wanting: Record<keyof typeof STEP_COMMANDS, readonly DeadlineSpec[]> = {
    remindDeadline: specs.filter(({ remind }) => remind?.length),
    passDeadline: specs.filter(({ fire }) => fire === undefined),
    escalateDeadline: specs.filter(({ escalate }) => escalate?.length),
  };
  const commands: Record<string, AnyCommand> = {};
  for (const [name, { emits }] of Object.entries(STEP_COMMANDS)) {
    const wanted = wanting[name as keyof typeof STEP_COMMANDS];
    if (wanted.length === 0) continue;
    commands[name] = command(statesOf(wanted, states), {
      input: FireDeadlineStep,
      by: system,
      guards: [isPending],
      emits: [emits],
      decide: stepFact(emits, deadlines),
    });
  }
  const extendable = specs.filter(({ extendBy }) => extendBy !== undefined);
  if (extendable.length > 0)
    commands['extendDeadline'] = command(statesOf(extendable, states), {
      input: ExtendDeadline,
      by: eitherOf(extendable.map(({ extendBy }) => extendBy!)),
      byFor: (input) => specOf(deadlines, input)?.extendBy,
      guards: [isRunning, isNotOwn, isLater],
      emits: ['DeadlineExtended'],
      decide: extension,
    });
  return commands;
}

const specOf = (deadlines: Deadlines, input: object): DeadlineSpec | undefined => {
  const { clock } = input as { clock?: unknown };
  const name = typeof clock === 'string' ? clockParts(clock).deadline : '';
  return Object.hasOwn(deadlines, name) ? deadlines[name] : undefined;
};

/** One policy for the matrix and the button; which clock it is decides who really may. */
const eitherOf = (policies: readonly Policy[]): Policy => {
  const distinct = [...new Map(policies.map((policy) => [policyText(policy), policy])).values()];
  return distinct.length === 1 ? distinct[0]! : any(...distinct);
};

/** The facts of these commands; what they do to clocks stands in the envelope. */
export const deadlineFacts = (
  commands: Readonly<Record<string, AnyCommand>>,
): readonly (readonly [string, AnyFactSpec])[] =>
  Object.values(commands)
    .flatMap(({ emits }) => emits)
    .map((type) => [type, { apply: () => undefined }]);
