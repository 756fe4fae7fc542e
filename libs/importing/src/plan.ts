import type { Reason } from '#libs/kernel';
import type { Field, Kind } from './headings.js';
import { OUR_HEADING } from './headings.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { memberRow } from './member.row.js';
import type { ImportCommand, PlanContext, PlanItem, ReadyRow } from './plan.types.js';
import { type BadCell, FileRefusal, type Finding, finding, findingOf } from './problem.js';
import { badCell } from './problem.texts.js';
import type { FileProblem } from './rows.reader.js';
import type { SheetRow } from './sheet.js';
import { keyOf, Survey } from './survey.js';
import type { Heading } from './table.heading.js';
import { tableOf } from './table.js';
import { UnitFinder } from './unit-finder.js';
import { unitRow } from './unit.row.js';
import { type Place, placesOf } from './unit-tree.js';

/** Opens the rows anew; called once to check and once for every wave. */
export type OpenRows = () => AsyncIterable<SheetRow | FileProblem>;

export interface PlanEvents {
  /** The heading found: which column means what, and which mean nothing to us. */
  readonly onHeading?: ((heading: Heading) => void) | undefined;
  /** All rows have been checked; they go in in that many waves. */
  readonly onChecked?: ((waves: number) => void) | undefined;
}

/**
 * Plans an import. The whole file is read and checked first (nothing goes in from a file that
 * cannot be read to its end); bad rows and duplicates come out during that. Then it is read again,
 * once per wave, and commands come out. A file that cannot be used ends with a `FileProblem`.
 */
export async function* planImport(
  kind: Kind,
  open: OpenRows,
  context: PlanContext,
  events: PlanEvents = {},
): AsyncGenerator<PlanItem | FileProblem> {
  try {
    yield* new Plan(kind, open, context, events).items();
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    yield { problem: { code: error.code, params: error.params, row: error.row } };
  }
}

class Plan {
  readonly #survey: Survey;
  readonly #units: UnitFinder;
  readonly #limits: Limits;
  #places: ReadonlyMap<string, Place> = new Map();

  constructor(
    private readonly kind: Kind,
    private readonly open: OpenRows,
    private readonly context: PlanContext,
    private readonly events: PlanEvents,
  ) {
    this.#survey = new Survey(kind);
    this.#units = new UnitFinder(context);
    this.#limits = { ...DEFAULT_LIMITS, ...context.limits };
  }

  async *items(): AsyncGenerator<PlanItem> {
    for await (const ready of this.#rows(this.events.onHeading)) {
      const verdict = this.#survey.add(ready);
      if (verdict.kind !== 'first') yield this.#bad(verdict.kind, ready.row, verdict.findings);
    }
    for (const { row, findings } of this.#survey.clashes()) yield this.#bad('bad', row, findings);
    if (this.kind === 'units') yield* this.#orphans();
    const waves = this.#waves();
    this.events.onChecked?.(waves);
    for (let wave = 0; wave < waves; wave += 1) yield* this.#wave(wave);
  }

  async *#rows(onHeading: (heading: Heading) => void = () => undefined): AsyncGenerator<ReadyRow> {
    const table = tableOf(this.kind, refusing(this.open()), this.#limits, (heading) => {
      this.#survey.titles = Object.fromEntries(
        heading.columns.map(({ field, title }) => [field, title]),
      );
      onHeading(heading);
    });
    for await (const row of table)
      yield this.kind === 'units'
        ? unitRow(row, this.context)
        : await memberRow(row, this.context, this.#units);
  }

  async *#orphans(): AsyncGenerator<PlanItem> {
    const { entries } = this.#survey;
    const nodes = new Map(
      [...entries].map(([id, { row, parentId, state }]) => [
        id,
        { id, row, parentId, refused: state !== 'good' },
      ]),
    );
    const exists = (id: string) => this.context.exists('organisation', id);
    this.#places = await placesOf(nodes, exists, this.#limits.treeDepth);
    for (const [id, place] of this.#places) {
      const entry = entries.get(id)!;
      if ('wave' in place || entry.state !== 'good') continue;
      entry.state = 'bad';
      const params = {
        limit: this.#limits.treeDepth,
        ...('cycle' in place && {
          cycle: [...place.cycle.slice(0, 8), place.cycle[0]].join(' → '),
        }),
      };
      const title = this.#title('parent');
      yield this.#bad('bad', entry.row, [finding(place.code, title, entry.parentId, params)]);
    }
  }

  #waves(): number {
    let waves = 0;
    for (const [id, { state }] of this.#survey.entries)
      if (state === 'good') waves = Math.max(waves, this.#waveOf(id) + 1);
    return waves;
  }

  #waveOf(id: string): number {
    const place = this.#places.get(id);
    return place !== undefined && 'wave' in place ? place.wave : 0;
  }

  async *#wave(wave: number): AsyncGenerator<PlanItem> {
    for await (const ready of this.#rows()) {
      if (!this.#survey.goesIn(ready) || this.#waveOf(ready.id!) !== wave) continue;
      const key = keyOf(this.kind, ready);
      if (this.#survey.entries.get(ready.id!)!.key !== key)
        throw new FileRefusal('FILE_CHANGED', {}, ready.row);
      yield {
        kind: 'ok',
        row: ready.row,
        command: commandOf(ready, key),
        wave,
        parentId: ready.parentId,
        explain: (reasons) => reasons.map((reason) => this.#explain(ready, reason)),
      };
    }
  }

  #explain(ready: ReadyRow, reason: Reason): BadCell {
    // The stream exists already: that is all a wrong state can mean for the first command of one.
    if (reason.code === 'WRONG_STATE')
      return badCell(ready.row, finding('EXISTS_DIFFERENT', this.#title('id'), ready.id));
    const field = fieldOfPath(reason.path, ready);
    const column = field && this.#title(field);
    const value = field && ready.values?.[field];
    return badCell(
      ready.row,
      findingOf(reason, { column, value }, this.context.translate?.(reason)),
    );
  }

  #title(field: Field): string {
    return this.#survey.titles[field] ?? OUR_HEADING[this.kind][field] ?? field;
  }

  #bad(kind: 'bad' | 'duplicate', row: number, findings: readonly Finding[]): PlanItem {
    return { kind, row, bad: findings.map((found) => badCell(row, found)) };
  }
}

const commandOf = ({ id, action }: ReadyRow, commandId: string): ImportCommand => {
  const { workflow, command, input, on } = action!;
  return { workflow, id: id!, command, input, commandId, occurredAt: `${on}T00:00:00.000Z` };
};

const PATHS: Readonly<Record<string, readonly Field[]>> = {
  unitId: ['unit'],
  parentId: ['parent'],
  on: ['on', 'receivedOn', 'admittedOn'],
  fullName: ['fullName', 'givenName'],
};

/** The column an input field was read from. */
const fieldOfPath = (path: string | undefined, { titles = {} }: ReadyRow): Field | undefined =>
  path === undefined
    ? undefined
    : (PATHS[path] ?? [path as Field]).find((field) => titles[field] !== undefined);

async function* refusing(rows: AsyncIterable<SheetRow | FileProblem>): AsyncGenerator<SheetRow> {
  for await (const row of rows) {
    if ('problem' in row)
      throw new FileRefusal(row.problem.code, row.problem.params, row.problem.row);
    yield row;
  }
}
