import {
  changedClock,
  type Clock,
  type ClockChange,
  clockParts,
  definitionAfter,
  stateAfter,
} from '#libs/kernel';
import { defineProjection, type ProjectedEvent, type RowsOf } from '#libs/projections';
import { fieldsAfter, ownerIn, textIn } from './inbox.fields.js';
import { INBOX_WORKFLOWS, type InboxWorkflow, OWNERS, TEAM } from './inbox.paths.js';
import { inboxItem, inboxParty, NO_DUE } from './inbox.table.js';

const tables = { inbox_item: inboxItem, inbox_party: inboxParty } as const;

/** Facts of every workflow whose instances wait for somebody; only ids are looked at. */
type Facts = Record<string, { data: object }>;
type Event = ProjectedEvent<Facts>;
type Rows = RowsOf<typeof tables>;
type Need = { inbox_item(workflow: string, id: string): void };
type Clocks = ReadonlyMap<string, Clock>;

/** Fields with columns of their own. */
const COLUMNS = ['memberId', 'unitId', OWNERS, TEAM];
/** A workflow with what is asked of each of its events. */
interface Known extends InboxWorkflow {
  readonly hasTeam: boolean;
  /** Fields without a column of their own. */
  readonly others: readonly string[];
}
const BY_STREAM: ReadonlyMap<string, Known> = new Map(
  INBOX_WORKFLOWS.map(({ workflow, fields }) => [
    workflow.stream,
    {
      workflow,
      fields,
      hasTeam: fields.includes(TEAM),
      others: fields.filter((field) => !COLUMNS.includes(field)),
    },
  ]),
);
const TYPES = [...new Set(INBOX_WORKFLOWS.flatMap(({ workflow }) => [...workflow.facts.keys()]))];

/** The workflow and the id of a stream: `commitment-khai-2026`. */
function placeOf({ stream }: Event): { known: Known; id: string } | undefined {
  for (let dash = stream.indexOf('-'); dash > 0; dash = stream.indexOf('-', dash + 1)) {
    const known = BY_STREAM.get(stream.slice(0, dash));
    if (known !== undefined) return { known, id: stream.slice(dash + 1) };
  }
  return undefined;
}

function clocksAfter(text: string | null, changes: readonly ClockChange[]): Clocks {
  const before = text === null ? {} : (JSON.parse(text) as Record<string, Clock>);
  const clocks = new Map(Object.entries(before));
  for (const change of changes) {
    const clock = changedClock(clocks.get(change.clock), change);
    if (clock === undefined) clocks.delete(change.clock);
    else clocks.set(change.clock, clock);
  }
  return clocks;
}

const earliest = (clocks: Clocks): string =>
  [...clocks.values()].flatMap(({ due, left }) => (left === undefined ? [due] : [])).sort()[0] ??
  NO_DUE;

const textOf = (clocks: Clocks): string | null =>
  clocks.size === 0 ? null : JSON.stringify(Object.fromEntries(clocks));

/** Keeps whose every single thing is that is still owed, by the clocks of the things. */
function noteOwners(event: Event, rows: Rows, workflow: string, id: string): void {
  for (const change of event.clocks ?? []) {
    if (clockParts(change.clock).key === undefined) continue;
    const field = `${OWNERS}${change.clock}`;
    const value = ownerIn(event.data);
    if ('stopped' in change) rows.inbox_party.delete(workflow, id, field);
    else if ('due' in change && value !== undefined)
      rows.inbox_party.put({ workflow, id, field, value });
  }
}

/** Keeps whoever a record names as its team. */
function noteTeam({ data }: Event, rows: Rows, workflow: string, id: string): void {
  const { team } = data as { readonly team?: unknown };
  if (!Array.isArray(team)) return;
  for (const one of team as readonly unknown[]) {
    const value = typeof one === 'object' && one !== null ? textIn(one, 'memberId') : undefined;
    if (value !== undefined)
      rows.inbox_party.put({ workflow, id, field: `${TEAM}${value}`, value });
  }
}

function note(event: Event, rows: Rows): void {
  const place = placeOf(event);
  if (place === undefined) return;
  const { known, id } = place;
  const { workflow, hasTeam, others } = known;
  noteOwners(event, rows, workflow.name, id);
  if (hasTeam) noteTeam(event, rows, workflow.name, id);
  const before = rows.inbox_item.get(workflow.name, id);
  const { type, data } = event;
  // Of a workflow that has only ever had one definition the envelope need not be parsed to know it.
  const definitionVersion = workflow.version === 1 ? 1 : event.definitionVersion;
  const decided = { type, data, definitionVersion };
  const state = stateAfter(workflow, decided, before?.state);
  if (definitionAfter(workflow, decided).states[state]?.final) {
    if (before === undefined) return;
    rows.inbox_item.delete(workflow.name, id);
    for (const field of others) rows.inbox_party.delete(workflow.name, id, field);
    return;
  }
  const isTold = before === undefined || others.some((field) => Object.hasOwn(data, field));
  const start = isTold ? workflow.start(id) : {};
  // What was final and is taken up again repeats whom it is about.
  const isTakenUpAgain = before === undefined && event.revision > 0;
  const told = isTakenUpAgain
    ? (field: string): string | undefined => textIn(data, field)
    : fieldsAfter(workflow, id, event);
  const after = (field: string, known: string | null | undefined): string | null =>
    told(field, known) ?? known ?? null;
  const clocks =
    event.clocks === undefined ? undefined : clocksAfter(before?.clocks ?? null, event.clocks);
  const row = {
    state,
    member_id: after('memberId', before?.member_id ?? textIn(start, 'memberId')),
    unit_id: after('unitId', before?.unit_id ?? textIn(start, 'unitId')),
    due: clocks === undefined ? (before?.due ?? NO_DUE) : earliest(clocks),
    clocks: clocks === undefined ? (before?.clocks ?? null) : textOf(clocks),
  };
  if (before === undefined) rows.inbox_item.put({ workflow: workflow.name, id, ...row });
  else rows.inbox_item.change(before, row);
  for (const field of others) {
    const begun = textIn(start, field);
    const value = told(field, begun) ?? (before === undefined ? begun : undefined);
    if (value !== undefined) rows.inbox_party.put({ workflow: workflow.name, id, field, value });
  }
}

const ofEveryType = <Value>(value: Value): Record<string, Value> =>
  Object.fromEntries(TYPES.map((type) => [type, value]));

/** What waits for somebody, whatever workflow it is of; see `awaits`. */
export const inbox = defineProjection<Facts>()({
  name: 'inbox',
  version: 1,
  tables,
  // Clocks stand in the envelope.
  parts: { envelope: TYPES, sealed: [] },
  reads: ofEveryType((event: Event, need: Need) => {
    const place = placeOf(event);
    if (place !== undefined) need.inbox_item(place.known.workflow.name, place.id);
  }),
  on: ofEveryType(note),
});
