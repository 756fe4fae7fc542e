import type { EventStore, StoredEvent } from '#libs/event-store';
import {
  counterTable,
  defineProjection,
  keyedTable,
  logTable,
  type Projection,
} from '#libs/projections';
import { type GivenFact, memoryRows, record } from '#libs/projections/testing';
import { projectionRunner } from '#libs/projections';
import { Client } from 'pg';

interface EntityFacts {
  Changed: { data: { entity: string; by: number } };
  Named: { data: { entity: string; name: string } };
}

/** What a handler does before anything else; throws where it is to fail. */
export type Inspect = (projection: string, event: Pick<StoredEvent, 'position'>) => void;

/**
 * A projection in which anything applied twice, left out or taken out of order shows: sums, the
 * last name with the number of changes, and every event in the order in which it came.
 */
export const entityProjection = (letter: string, inspect?: Inspect): Projection => {
  const name = `entities_${letter}`;
  const [sum, entity, seen] = [`sum_${letter}`, `entity_${letter}`, `seen_${letter}`] as const;
  return defineProjection<EntityFacts>()({
    name,
    version: 1,
    tables: {
      [sum]: counterTable({ columns: { entity: 'text', total: 'integer' }, key: ['entity'] }),
      [entity]: keyedTable({
        columns: { entity: 'text', name: 'text', changes: 'integer' },
        key: ['entity'],
      }),
      [seen]: logTable({ columns: { at: 'text', entity: 'text' } }),
    },
    reads: {
      Named: ({ data }, need) =>
        (need as Record<string, (key: string) => void>)[entity]?.(data.entity),
    },
    on: {
      Changed({ data, position }, rows) {
        inspect?.(name, { position });
        tableOf(rows, sum).add({ total: data.by }, data.entity);
        tableOf(rows, seen).append({ at: position, entity: data.entity });
      },
      Named({ data, position }, rows) {
        inspect?.(name, { position });
        const table = tableOf(rows, entity);
        const changes = Number(table.get(data.entity)?.['changes'] ?? 0) + 1;
        table.put({ entity: data.entity, name: data.name, changes });
        tableOf(rows, seen).append({ at: position, entity: data.entity });
      },
    },
  });
};

/** Rows of a table whose name is only known here. */
interface AnyRows {
  get(key: string): Record<string, unknown> | undefined;
  put(row: object): void;
  add(deltas: object, key: string): void;
  append(row: object): void;
}
const tableOf = (rows: object, name: string): AnyRows =>
  (rows as Record<string, AnyRows>)[name] as AnyRows;

/** A change of an entity, or a new name for it. */
export const entityFact = (entity: number, by: number): GivenFact =>
  by % 4 === 0
    ? { stream: `entity-${entity}`, type: 'Named', data: { entity: `e${entity}`, name: `n${by}` } }
    : { stream: `entity-${entity}`, type: 'Changed', data: { entity: `e${entity}`, by } };

export { record };

const viewsOf = ({ tables }: Projection): string[] => Object.keys(tables);

const inOrder = (view: string, rows: readonly object[]): string => {
  const lines = rows.map((row) => JSON.stringify(Object.entries(row).sort()));
  // A log keeps the order in which it was written; of the others there is none.
  return JSON.stringify([view, view.startsWith('seen') ? lines : lines.sort()]);
};

/** What a projection shows in the database, as one text. */
export async function shown(url: string, projection: Projection): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const texts: string[] = [];
    for (const view of viewsOf(projection)) {
      const order = view.startsWith('seen') ? ' order by at' : '';
      const { rows } = await client.query<object>(`select * from "${view}"${order}`);
      texts.push(inOrder(view, rows.map(numbers)));
    }
    return texts.join('\n');
  } finally {
    await client.end();
  }
}

const numbers = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column === 'total' || column === 'changes' ? Number(value) : (value as string),
    ]),
  );

/** What it has to show: the log folded once from its beginning, in memory. */
export async function expected(store: EventStore, letter: string): Promise<string> {
  const projection = entityProjection(letter);
  const rows = memoryRows();
  const runner = projectionRunner({ store, rows, projections: [projection] });
  await runner.start();
  await runner.caughtUp();
  await runner.stop();
  return viewsOf(projection)
    .map((view) => inOrder(view, rows.rows(view)))
    .join('\n');
}
