import type { ClockChange } from '#libs/kernel';
import {
  type AnyWorkflow,
  clockParts,
  type DeadlineSpec,
  definitionAfter,
  firstStep,
  stepAfter,
} from '#libs/kernel';
import { defineProjection, type ProjectedEvent, type RowOf, type RowsOf } from '#libs/projections';
import { WORKFLOWS } from '#libs/workflows';
import { timer } from './timers.table.js';

const tables = { timer } as const;
type Event = ProjectedEvent<Record<string, { data: object }>>;
type Rows = RowsOf<typeof tables>;

const hasDeadlines = ({ deadlines, previous }: AnyWorkflow): boolean =>
  Object.keys(deadlines).length > 0 || [...previous.values()].some(hasDeadlines);
const timed = WORKFLOWS.filter(hasDeadlines);
const byName = new Map(timed.map((workflow) => [workflow.name, workflow]));

/** Every fact that may be the last of a command that moves a clock. */
const TYPES = [...new Set(timed.flatMap(({ facts }) => [...facts.keys()]))];

/** The declaration of the clock; a deadline that is no longer declared fires nothing. */
function specOf(event: Event, clock: string): DeadlineSpec | undefined {
  const workflow = byName.get(event.workflow);
  if (workflow === undefined) return undefined;
  return definitionAfter(workflow, event).deadlines[clockParts(clock).deadline];
}

function running(event: Event, clock: string, due: string): RowOf<typeof timer> {
  const { stream, workflow, revision, occurredAt } = event;
  const spec = specOf(event, clock);
  const step = spec && firstStep(spec, due, occurredAt);
  const prefix = byName.get(workflow)?.stream ?? '';
  return {
    stream,
    clock,
    workflow,
    instance: stream.slice(prefix.length + 1),
    due,
    revision,
    step: step?.offset ?? null,
    fire_at: step?.at ?? null,
  };
}

function apply(event: Event, rows: Rows, change: ClockChange): void {
  const row = rows.timer.get(event.stream, change.clock);
  if ('due' in change) rows.timer.put(running(event, change.clock, change.due));
  else if (row === undefined) return;
  else if ('stopped' in change) rows.timer.delete(event.stream, change.clock);
  else if ('left' in change) rows.timer.change(row, { step: null, fire_at: null });
  else {
    const spec = specOf(event, change.clock);
    const step = spec && stepAfter(spec, row.due, change.fired);
    rows.timer.change(row, { step: step?.offset ?? null, fire_at: step?.at ?? null });
  }
}

const recorded = (event: Event, rows: Rows): void => {
  for (const change of event.clocks ?? []) apply(event, rows, change);
};

/** Which clock is to be looked after next. Raise the version when a deadline is declared anew. */
export const timers = defineProjection<Record<string, { data: object }>>()({
  name: 'timers',
  version: 1,
  tables,
  parts: { envelope: TYPES, sealed: [] },
  on: Object.fromEntries(TYPES.map((type) => [type, recorded])),
  reads: Object.fromEntries(
    TYPES.map((type) => [
      type,
      (event: Event, need: { timer(stream: string, clock: string): void }) => {
        for (const { clock } of event.clocks ?? []) need.timer(event.stream, clock);
      },
    ]),
  ),
});
