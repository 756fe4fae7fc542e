import type { ClockChange } from './clock.js';
import { clockName } from './clock.js';
import type { ItemDeadline, ListedDeadline, WorkingCalendar } from './deadline.js';
import type { RecordedFact } from './fact.js';
import type { Instance } from './fold.js';

/** A decided fact with its envelope, before the store gave it its place. */
export type PendingFact = Omit<RecordedFact, 'revision' | 'position' | 'recordedAt'>;

/** A command's facts and what they lead to. */
export interface Around {
  readonly instance: Instance;
  readonly facts: readonly PendingFact[];
  readonly calendar: WorkingCalendar;
  readonly occurredAt: string;
  /** Name of the state to which the facts lead. */
  readonly stateName: string;
  /** The state to which they lead; worked out on a copy when first asked for. */
  readonly state: () => Record<string, unknown>;
}

/** Clocks of items that facts open and close. */
export function ofItems(name: string, spec: ItemDeadline, around: Around): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  for (const { type, data } of around.facts as readonly { type: string; data: object }[]) {
    const opens = spec.opensBy.includes(type);
    if (!opens && !spec.closesBy.includes(type)) continue;
    const key = (data as Record<string, unknown>)[spec.key];
    if (typeof key !== 'string' && typeof key !== 'number') continue;
    const clock = clockName(name, String(key));
    const due = opens ? (data as Record<string, unknown>)[spec.due.field] : undefined;
    const running = around.instance.clocks.get(clock);
    if (!opens) changes.push({ clock, stopped: true });
    else if (typeof due === 'string' && running?.due !== due) changes.push({ clock, due });
  }
  // Opened and closed by the same command: nothing ever ran.
  return changes.filter(
    (change, index) =>
      changes.findLastIndex(({ clock }) => clock === change.clock) === index &&
      (!('stopped' in change) || around.instance.clocks.has(change.clock)),
  );
}

/** Clocks of items that the state lists. */
export function ofList(name: string, spec: ListedDeadline, around: Around): readonly ClockChange[] {
  const { clocks, stateName: stateBefore, state } = around.instance;
  const ours = [...clocks].filter(([, { deadline }]) => deadline === name);
  const runs = spec.whileIn.includes(around.stateName);
  if (!runs && ours.length === 0) return [];
  const items = runs ? spec.each(around.state()) : [];
  const before = new Map(
    spec.whileIn.includes(stateBefore) ? spec.each(state).map((it) => [it.key, it.due]) : [],
  );
  const changes: ClockChange[] = [];
  const wanted = new Set<string>();
  for (const { key, due } of items) {
    const clock = clockName(name, key);
    wanted.add(clock);
    const moved = before.get(key) !== due && clocks.get(clock)?.due !== due;
    if (!clocks.has(clock) || moved) changes.push({ clock, due });
  }
  for (const [clock] of ours) if (!wanted.has(clock)) changes.push({ clock, stopped: true });
  return changes;
}
