/** A clock that runs for an instance, or for one item of it. */
export interface Clock {
  /** Name of its deadline in the declaration. */
  readonly deadline: string;
  /** The item it is about; absent: the whole instance. */
  readonly key?: string;
  /** ISO date by which it must be done. */
  readonly due: string;
  /** Stopped for now, with that many days left. */
  readonly left?: number;
  /** Days from the due date (negative: before) of the last step that was fired. */
  readonly fired?: number;
}

/** The clocks of an instance by name: `endorsement`, or `remedy:r1` for an item. */
export type Clocks = ReadonlyMap<string, Clock>;

/**
 * What a command did to one clock, recorded with its last fact. `due`: started, re-dated or
 * resumed; `left`: stopped for now; `stopped`: over; `fired`: that step was done.
 */
export type ClockChange =
  | { readonly clock: string; readonly due: string }
  | { readonly clock: string; readonly left: number }
  | { readonly clock: string; readonly stopped: true }
  | { readonly clock: string; readonly fired: number };

/** A step of a clock that is about to be fired: which, and what it was known to be due. */
export interface Firing {
  readonly clock: string;
  readonly due: string;
  /** Days from the due date: -3 three days before, 0 when its day has ended, 5 five days after. */
  readonly offset: number;
}

const SEPARATOR = ':';

/** The clock's name; names of deadlines are identifiers, so the first colon separates. */
export const clockName = (deadline: string, key?: string): string =>
  key === undefined ? deadline : deadline + SEPARATOR + key;

/** Deadline and item of a clock's name. */
export function clockParts(clock: string): Pick<Clock, 'deadline' | 'key'> {
  const at = clock.indexOf(SEPARATOR);
  return at < 0 ? { deadline: clock } : { deadline: clock.slice(0, at), key: clock.slice(at + 1) };
}

/** A clock after a recorded change; `undefined`: it is over. */
export function changedClock(clock: Clock | undefined, change: ClockChange): Clock | undefined {
  if ('due' in change) return { ...clockParts(change.clock), due: change.due };
  if ('stopped' in change || clock === undefined) return undefined;
  return 'left' in change ? { ...clock, left: change.left } : { ...clock, fired: change.fired };
}

/** Applies recorded changes in place; runs no rule. */
export function applyClockChanges(
  clocks: Map<string, Clock>,
  changes: readonly ClockChange[],
): void {
  for (const change of changes) {
    const clock = changedClock(clocks.get(change.clock), change);
    if (clock === undefined) clocks.delete(change.clock);
    else clocks.set(change.clock, clock);
  }
}

/** Whether this very step of the clock is still to be done. */
export function mayFire(clocks: Clocks, { clock: name, due, offset }: Firing): boolean {
  const clock = clocks.get(name);
  return (
    clock !== undefined &&
    clock.left === undefined &&
    clock.due === due &&
    (clock.fired === undefined || clock.fired < offset)
  );
}
