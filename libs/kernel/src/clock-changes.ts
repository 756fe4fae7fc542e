import type { Clock, ClockChange, Firing } from './clock.js';
import { DEADLINE_FACTS } from './deadline-facts.js';
import type { DeadlineFact } from './deadline-facts.js';
import { type Around, ofItems, ofList, type PendingFact } from './clock-items.js';
import type { DeadlineSpec, StateDeadline, WorkingCalendar } from './deadline.js';
import { addDaysOf, dayOf, daysUntil, dueDate } from './deadline.js';
import type { Instance } from './fold.js';
import { stateCopy } from './state-copy.js';
import type { MigrationFact } from './versions.js';
import { DEFINITION_MIGRATED, definitionOf, targetOf } from './versions.js';
import type { AnyWorkflow } from './workflow.js';

/**
 * What the facts of one command do to the clocks of its instance; empty: nothing to record. Due
 * dates are resolved here, once. Does not change the instance.
 */
export function clockChanges(
  instance: Instance,
  facts: readonly PendingFact[],
  calendar: WorkingCalendar,
  firing?: Firing,
): readonly ClockChange[] {
  const { deadlines, states } = definitionAfter(instance, facts);
  let has = instance.clocks.size > 0;
  for (const _name in deadlines) has = true;
  if (!has || facts.length === 0) return [];
  const around = aroundOf(instance, facts, calendar);
  if (states[around.stateName]?.final)
    return [...instance.clocks.keys()].map((clock) => ({ clock, stopped: true }));
  const changes = new Map<string, ClockChange>();
  for (const [clock, { deadline }] of instance.clocks)
    if (!Object.hasOwn(deadlines, deadline)) changes.set(clock, { clock, stopped: true });
  for (const [name, spec] of Object.entries(deadlines))
    for (const change of changesOf(name, spec, around)) changes.set(change.clock, change);
  for (const change of ofKernelFacts(facts)) changes.set(change.clock, change);
  if (firing !== undefined && instance.clocks.has(firing.clock) && !changes.has(firing.clock))
    changes.set(firing.clock, { clock: firing.clock, fired: firing.offset });
  return [...changes.values()];
}

/** The definition by which the clocks run once these facts are stored. */
function definitionAfter(instance: Instance, facts: readonly PendingFact[]): AnyWorkflow {
  const migrated = facts.find(({ type }) => type === DEFINITION_MIGRATED);
  if (migrated === undefined) return instance.definition;
  return definitionOf(instance.workflow, (migrated.data as MigrationFact).to);
}

function aroundOf(
  instance: Instance,
  facts: readonly PendingFact[],
  calendar: WorkingCalendar,
): Around {
  const { workflow, definition } = instance;
  const specs = workflow.facts;
  let stateName = instance.stateName;
  for (const { type, data } of facts)
    stateName =
      type === DEFINITION_MIGRATED
        ? (data as MigrationFact).toState
        : (targetOf(workflow, definition, type) ?? stateName);
  let state: Record<string, unknown> | undefined;
  const after = (): Record<string, unknown> => {
    const copy = stateCopy(instance.state);
    facts.forEach((fact, index) => {
      const place = { revision: instance.revision + 1 + index, position: '' };
      const recorded = { ...fact, ...place, recordedAt: fact.occurredAt };
      specs.get(fact.type)?.apply(copy, fact.data, recorded);
    });
    return copy as Record<string, unknown>;
  };
  const { occurredAt } = facts[0]!;
  return { instance, facts, calendar, occurredAt, stateName, state: () => (state ??= after()) };
}

const changesOf = (name: string, spec: DeadlineSpec, around: Around): readonly ClockChange[] => {
  if ('opensBy' in spec) return ofItems(name, spec, around);
  if ('each' in spec) return ofList(name, spec, around);
  return [ofState(name, spec, around)].filter((change) => change !== undefined);
};

function ofState(name: string, spec: StateDeadline, around: Around): ClockChange | undefined {
  const clock = around.instance.clocks.get(name);
  if (spec.whileIn.includes(around.stateName)) {
    if (clock === undefined) return started(name, spec, around);
    if (clock.left !== undefined) return resumed(name, spec, clock, around);
    return 'field' in spec.due ? redated(name, spec.due.field, around) : undefined;
  }
  if (clock === undefined) return undefined;
  if (!spec.stopWhile?.includes(around.stateName)) return { clock: name, stopped: true };
  if (clock.left !== undefined) return undefined;
  const calendar = 'after' in spec.due ? spec.due.calendar : 'civil';
  return {
    clock: name,
    left: daysUntil(clock.due, dayOf(around.occurredAt), calendar, around.calendar),
  };
}

function started(name: string, spec: StateDeadline, around: Around): ClockChange | undefined {
  const { instance, stateName, occurredAt, calendar } = around;
  // A deadline that a migration brings counts from the migration, or it would be over at once.
  const isNew = around.facts.some(({ type }) => type === DEFINITION_MIGRATED);
  const stays = instance.stateName === stateName && !isNew;
  const since = stays ? (instance.since ?? occurredAt) : occurredAt;
  const readsState = 'field' in spec.due || spec.due.from !== undefined;
  const due = dueDate(spec, readsState ? around.state() : {}, since, calendar);
  return due === undefined ? undefined : { clock: name, due };
}

const resumed = (
  name: string,
  spec: StateDeadline,
  { left }: Clock,
  { occurredAt, calendar }: Around,
): ClockChange => {
  const kind = 'after' in spec.due ? spec.due.calendar : 'civil';
  return { clock: name, due: addDaysOf(dayOf(occurredAt), left!, kind, calendar) };
};

function redated(name: string, field: string, around: Around): ClockChange | undefined {
  const before = (around.instance.state as Record<string, unknown>)[field];
  const now = around.state()[field];
  if (now === before) return undefined;
  return typeof now === 'string' ? { clock: name, due: now } : { clock: name, stopped: true };
}

/** The kernel's own facts say themselves which clock they are about. */
const ofKernelFacts = (facts: readonly PendingFact[]): readonly ClockChange[] =>
  facts.flatMap(({ type, data }): readonly ClockChange[] => {
    if (!DEADLINE_FACTS.has(type)) return [];
    const { clock, due, offset } = data as DeadlineFact;
    return [offset === undefined ? { clock, due } : { clock, fired: offset }];
  });
