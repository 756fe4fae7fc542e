import { START } from '#libs/event-store';
import { canonicalJson } from '#libs/kernel';
import { Line } from './line.js';
import type { Projection } from './projection.js';
import type { LineRecord, RowTransaction } from './row-database.port.js';
import { physicalTable } from './table.js';

/** What runs after a start, and what only serves because the code that built it is gone. */
export interface Plan {
  readonly lines: Line[];
  readonly frozen: LineRecord[];
}

interface BuildOptions {
  /** Build indexes once the rows are there: faster, and queries are slow until then. */
  readonly indexesLast: boolean;
}

interface PlanOptions extends BuildOptions {
  /** Others keep projections in this database too: what is not named is none of our business. */
  readonly isShared: boolean;
}

const shapeOf = (projection: Projection): string => canonicalJson(projection.tables);

const physicalNames = (record: LineRecord): string[] =>
  Object.keys(JSON.parse(record.shape) as object).map(
    (table) => `${table}__${record.version}_${record.generation}`,
  );

/** Drops a line with its tables; the line first, since that is where a fence shows. */
export async function dropLine(tx: RowTransaction, record: LineRecord): Promise<void> {
  await tx.removeLine(record);
  await tx.dropTables(physicalNames(record));
}

/** Creates an empty build of a projection; a first one serves at once, since nothing else does. */
export async function createLine(
  tx: RowTransaction,
  projection: Projection,
  generation: number,
  role: 'serving' | 'building',
  { indexesLast }: BuildOptions,
): Promise<Line> {
  const line = new Line(projection, {
    name: projection.name,
    version: projection.version,
    generation,
    shape: shapeOf(projection),
    role,
    position: START,
  });
  await tx.saveLine(line.record);
  await tx.createTables(line.tables, { indexes: !indexesLast });
  if (role === 'serving') await publish(tx, line.record);
  line.indexesDue = indexesLast;
  return line;
}

const publish = (tx: RowTransaction, record: LineRecord): Promise<void> => {
  const tables = Object.entries(
    JSON.parse(record.shape) as Record<string, Parameters<typeof physicalTable>[1]>,
  );
  return tx.publish(
    tables.map(([view, spec]) => ({
      view,
      table: physicalTable(view, spec, record.version, record.generation).name,
    })),
  );
};

/** Readers see the new rows from the commit on; the old line is retired with it. */
export async function switchOver(
  tx: RowTransaction,
  record: LineRecord,
  old: LineRecord | undefined,
): Promise<LineRecord> {
  const serving: LineRecord = { ...record, role: 'serving' };
  await tx.saveLine(serving);
  await publish(tx, serving);
  if (old !== undefined) await tx.saveLine({ ...old, role: 'retired' });
  return serving;
}

const newest = (projections: readonly Projection[]): Projection[] => {
  const byName = new Map<string, Projection>();
  for (const projection of projections) {
    const known = byName.get(projection.name);
    if (known === undefined || known.version < projection.version)
      byName.set(projection.name, projection);
  }
  return [...byName.values()];
};

/** Throws where two projections would write one table. */
export const requireDistinctTables = (projections: readonly Projection[]): void => {
  const owners = new Map<string, string>();
  for (const { name, tables } of projections)
    for (const table of Object.keys(tables)) {
      const owner = owners.get(table);
      if (owner !== undefined && owner !== name)
        throw new Error(`projections ${owner} and ${name} both declare table ${table}`);
      owners.set(table, name);
    }
};

const lineOf = (projection: Projection, record: LineRecord): Line => {
  if (record.shape !== shapeOf(projection))
    throw new Error(
      `the tables of ${record.name} changed: raise its version above ${record.version}`,
    );
  return new Line(projection, record);
};

/**
 * Decides when projections are taken on, from code and database, what serves, what follows and
 * what is built.
 */
export async function planLines(
  tx: RowTransaction,
  projections: readonly Projection[],
  options: PlanOptions,
): Promise<Plan> {
  const names = projections.map(({ name }) => name);
  const records = await tx.lines(options.isShared ? names : undefined);
  for (const record of records) if (record.role === 'retired') await dropLine(tx, record);
  const plan: Plan = { lines: [], frozen: [] };
  for (const wanted of newest(projections)) {
    const own = records.filter(({ name, role }) => name === wanted.name && role !== 'retired');
    const code = (version: number): Projection | undefined =>
      projections.find(({ name, version: known }) => name === wanted.name && known === version);
    const serving = own.find(({ role }) => role === 'serving');
    const building = own.find(
      ({ role, version }) => role === 'building' && version === wanted.version,
    );
    for (const record of own)
      if (record.role === 'building' && record !== building) await dropLine(tx, record);
    if (serving === undefined) {
      plan.lines.push(await createLine(tx, wanted, 1, 'serving', options));
      continue;
    }
    const servingCode = code(serving.version);
    if (servingCode === undefined) plan.frozen.push(serving);
    else plan.lines.push(lineOf(servingCode, serving));
    if (building !== undefined) plan.lines.push(lineOf(wanted, building));
    else if (serving.version !== wanted.version)
      plan.lines.push(await createLine(tx, wanted, 1, 'building', options));
  }
  return plan;
}
