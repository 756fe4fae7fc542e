import type { AnyWorkflow, Firing } from '#libs/kernel';
import { clockParts, stepCommand, stepToFire } from '#libs/kernel';
import type { CommandRequest } from './command-request.js';
import type { TimerStep } from './timer-table.port.js';

/** Who fires timers. */
export const TIMER_ACTOR = { id: 'system.timer', kind: 'system' } as const;

/**
 * The command that fires a step, the same for the same step: its key is derived from clock, step,
 * due date and the revision that set it, so that firing it twice writes once. It occurred at the
 * moment it was due, however late it is fired. `undefined`: the deadline is not declared any more.
 */
export function firingOf(
  timer: TimerStep,
  definition: AnyWorkflow | undefined,
  now: string,
): CommandRequest | undefined {
  const { deadline, key } = clockParts(timer.clock);
  const spec = definition?.deadlines[deadline];
  if (spec === undefined) return undefined;
  const { offset, at } = stepToFire(spec, timer.due, timer.step, now);
  const firing: Firing = { clock: timer.clock, due: timer.due, offset };
  const command = stepCommand(spec, offset);
  const itemField = 'key' in spec ? spec.key : undefined;
  const outcome = itemField === undefined || key === undefined ? {} : { [itemField]: key };
  return {
    workflow: timer.workflow,
    id: timer.instance,
    command,
    input: command === spec.fire ? outcome : { ...firing },
    actor: TIMER_ACTOR,
    commandId: `timer:${timer.clock}:${offset}:${timer.due}:${timer.revision}`,
    occurredAt: at,
    firing,
  };
}
