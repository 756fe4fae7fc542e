import {
  type LineRecord,
  LinesFenced,
  type RowDatabase,
  RowRefused,
  type RowTransaction,
  type TableChanges,
} from './row-database.port.js';
import { keyText, keyTextOf, type PhysicalTable, type Row } from './table.js';
import { yieldToOthers } from './turn.js';

interface MemoryTable {
  readonly spec: PhysicalTable['spec'];
  readonly rows: Map<string, Row>;
}

interface Contents {
  readonly tables: Map<string, MemoryTable>;
  readonly views: Map<string, string>;
  readonly lines: Map<string, LineRecord>;
}

/** A row database in memory, for specifications. */
export interface MemoryRows extends RowDatabase {
  /** The rows that a view shows, in key order; in order of appending for a log. */
  rows(view: string): readonly Row[];
  /** Physical tables that exist, sorted. */
  tableNames(): readonly string[];
  /** From now on only who holds exactly this token keeps the projection. */
  claimFence(projection: string, token: number): void;
  /** The same rows as one of several processes sees them, with the tokens it holds. */
  heldBy(token: (projection: string) => number | undefined): RowDatabase;
}

/** What becomes of a transaction that touches lines: it throws where one is fenced. */
type Guard = (line: LineRecord) => void;

const lineKey = (line: LineRecord): string => `${line.name}/${line.version}/${line.generation}`;

const copyOf = (contents: Contents): Contents => ({
  tables: new Map(
    [...contents.tables].map(([name, { spec, rows }]) => [name, { spec, rows: new Map(rows) }]),
  ),
  views: new Map(contents.views),
  lines: new Map(contents.lines),
});

const inKeyOrder = (table: MemoryTable): Row[] =>
  table.spec.kind === 'log'
    ? [...table.rows.values()]
    : [...table.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);

/**
 * An empty database. A transaction works on a copy, so a failed one leaves no trace. What is
 * written behind is written late, as by a thread that others keep waiting.
 */
export function memoryRows(): MemoryRows {
  let contents: Contents = { tables: new Map(), views: new Map(), lines: new Map() };
  let last: Promise<unknown> = Promise.resolve();
  const fences = new Map<string, number>();
  const databaseOf = (guard: Guard): RowDatabase => {
    const transaction: RowDatabase['transaction'] = (work) => {
      const run = last.then(async () => {
        const copy = copyOf(contents);
        const result = await work(transactionOn(copy, guard));
        contents = copy;
        return result;
      });
      last = run.catch(() => undefined);
      return run;
    };
    return {
      transaction,
      committed: {
        load: (...asked) => transactionOn(contents, guard).load(...asked),
        loadAll: (...asked) => transactionOn(contents, guard).loadAll(...asked),
        lines: async () => [...contents.lines.values()],
      },
      writeBehind(batch) {
        const { tables, line } = structuredClone(batch);
        return transaction(async (tx) => {
          await yieldToOthers();
          for (const { table, changes } of tables) await tx.write(table, changes);
          await tx.saveLine(line);
        });
      },
      close: async () => undefined,
    };
  };
  return {
    ...databaseOf(() => undefined),
    rows(view) {
      const table = contents.tables.get(contents.views.get(view) ?? '');
      if (table === undefined) throw new Error(`no view ${view}`);
      return inKeyOrder(table).map((row) => ({ ...row }));
    },
    tableNames: () => [...contents.tables.keys()].sort(),
    claimFence: (projection, token) => void fences.set(projection, token),
    heldBy: (token) =>
      databaseOf(({ name }) => {
        const held = token(name);
        if (held !== undefined && held !== fences.get(name)) throw new LinesFenced([name]);
      }),
  };
}

function transactionOn(contents: Contents, guard: Guard): RowTransaction {
  const tableOf = (table: PhysicalTable): MemoryTable => {
    const found = contents.tables.get(table.name);
    if (found === undefined) throw new Error(`no table ${table.name}`);
    return found;
  };
  return {
    lines: async (names) =>
      [...contents.lines.values()].filter(({ name }) => names?.includes(name) ?? true),
    async saveLine(line) {
      guard(line);
      contents.lines.set(lineKey(line), line);
    },
    async removeLine(line) {
      guard(line);
      contents.lines.delete(lineKey(line));
    },
    async createTables(tables) {
      for (const { name, spec } of tables)
        if (!contents.tables.has(name)) contents.tables.set(name, { spec, rows: new Map() });
    },
    createIndexes: async () => undefined,
    async dropTables(names) {
      for (const name of names) contents.tables.delete(name);
    },
    async publish(views) {
      for (const { view, table } of views) contents.views.set(view, table);
    },
    async load(table, keys) {
      const { rows } = tableOf(table);
      return keys.flatMap(([a, b, c]) => {
        const row = rows.get(keyText(a ?? null, b, c));
        return row === undefined ? [] : [{ ...row }];
      });
    },
    async loadAll(table, first) {
      const firstColumn = table.spec.key[0] ?? '';
      return inKeyOrder(tableOf(table))
        .filter((row) => first === undefined || row[firstColumn] === first)
        .map((row) => ({ ...row }));
    },
    write: async (table, changes) => write(tableOf(table), changes),
  };
}

function write({ spec, rows }: MemoryTable, changes: TableChanges): void {
  const added = changes.adds.map((row) => {
    const before = rows.get(keyTextOf(spec, row));
    if (before === undefined) return row;
    const sum = { ...row };
    for (const column of Object.keys(spec.columns))
      if (!spec.key.includes(column)) sum[column] = Number(before[column]) + Number(row[column]);
    return sum;
  });
  for (const row of [...changes.puts, ...added]) rows.set(keyTextOf(spec, row), checked(spec, row));
  for (const row of changes.appends) rows.set(String(rows.size), checked(spec, row));
  for (const [a, b, c] of changes.deletes) rows.delete(keyText(a ?? null, b, c));
}

/** The row's declared columns; refuses what a database would refuse. */
function checked(spec: PhysicalTable['spec'], row: Row): Row {
  const copy: Row = {};
  for (const [column, type] of Object.entries(spec.columns)) {
    const value = row[column] ?? null;
    const fits =
      value === null
        ? type.endsWith('?')
        : type.startsWith('text')
          ? typeof value === 'string'
          : typeof value === 'number';
    if (!fits) throw new RowRefused(`column ${column} does not take this value`);
    copy[column] = value;
  }
  return copy;
}
