import { everybodyOf } from './authority.js';
import { clockParts } from './clock.js';
import type { CommandContext } from './command-spec.js';
import type { ExtendDeadline } from './deadline-facts.js';
import { dayOf } from './deadline.js';
import { guard } from './guard.js';
import { reason } from './reason.js';

type Extending = CommandContext<object, ExtendDeadline, Record<never, never>>;

export const isRunning = guard<Extending>('DEADLINE_NOT_RUNNING', ({ input, clocks }) => {
  const clock = clocks.get(input.clock);
  return clock === undefined || clock.left !== undefined
    ? [reason('DEADLINE_NOT_RUNNING', undefined, 'clock')]
    : [];
});

export const isLater = guard<Extending>('EXTENSION_NOT_LATER', ({ input, clocks, occurredAt }) => {
  const due = clocks.get(input.clock)?.due;
  if (due === undefined || (input.to > due && input.to >= dayOf(occurredAt))) return [];
  return [reason('EXTENSION_NOT_LATER', { due }, 'to')];
});

/** Who owes the item of a clock, wherever the state lists it. */
const ownersOf = (state: object, key: string | undefined): readonly unknown[] =>
  key === undefined
    ? []
    : Object.values(state)
        .filter(Array.isArray)
        .flatMap((list) => list as ({ id?: unknown; ownerId?: unknown } | null)[])
        .flatMap((item) => (item !== null && item.id === key ? [item.ownerId] : []));

/** Nobody gives themselves more time for what they owe, whatever office they hold. */
export const isNotOwn = guard<Extending>('IS_SUBJECT', ({ input, state, actor }) => {
  const owners = ownersOf(state, clockParts(input.clock).key);
  return everybodyOf(actor).some((who) => owners.includes(who))
    ? [reason('IS_SUBJECT', undefined, 'clock')]
    : [];
});
