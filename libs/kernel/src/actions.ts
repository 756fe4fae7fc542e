import type { WorkingCalendar } from './deadline.js';
import { dueDate } from './deadline.js';
import type { Resolution } from './decide.js';
import { obstacles } from './decide.js';
import type { Instance } from './fold.js';
import type { Reason } from './reason.js';
import { reason } from './reason.js';

/** One button: what can be done next, or why not, and by when. */
export interface Action {
  readonly command: string;
  readonly allowed: boolean;
  readonly reasons: readonly Reason[];
  /** ISO date by which it should be done, when a deadline runs. */
  readonly due?: string;
}

/** The recorded due dates; computed for streams older than the recording. */
function dueOf(instance: Instance, command: string, calendar: WorkingCalendar): string | undefined {
  const dates: (string | undefined)[] = [];
  for (const [name, spec] of Object.entries(instance.definition.deadlines)) {
    if (spec.command !== command) continue;
    const ours = [...instance.clocks.values()].filter(({ deadline }) => deadline === name);
    dates.push(...ours.map(({ due, left }) => (left === undefined ? due : undefined)));
    if (ours.length > 0 || 'opensBy' in spec || 'each' in spec) continue;
    if (spec.whileIn.includes(instance.stateName))
      dates.push(
        dueDate(spec, instance.state as Record<string, unknown>, instance.since, calendar),
      );
  }
  return dates.filter((date) => date !== undefined).sort()[0];
}

/**
 * Every command of the workflow with allowed or reasons. `resolutions` has one for each command,
 * since each declares its own needs; a command of another state may go without. `known` is what is
 * already known of the input.
 */
export function actions(
  instance: Instance,
  resolutions: ReadonlyMap<string, Resolution>,
  calendar: WorkingCalendar,
  known: object = {},
): readonly Action[] {
  return Object.entries(instance.definition.commands).map(([name, command]) => {
    const resolution = resolutions.get(name);
    const reasons =
      resolution === undefined
        ? [reason('WRONG_STATE', { state: instance.stateName })]
        : obstacles(command, instance, resolution, known);
    const due = dueOf(instance, name, calendar);
    return {
      command: name,
      allowed: reasons.length === 0,
      reasons,
      ...(due !== undefined && { due }),
    };
  });
}
