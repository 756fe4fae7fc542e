import { canonicalJson } from '#libs/kernel';
import { type EventStore, START } from '#libs/event-store';
import { READ_MODELS, type ReadModelDb } from '#libs/read-models';

type AnyDb = {
  selectFrom(table: string): {
    selectAll(): Query;
  };
};
interface Query {
  orderBy(column: string): Query;
  execute(): Promise<readonly object[]>;
}

/** How many differing rows are told of each table. */
const TOLD = 3;

/** What a row says; where two logs are compared, with each one's positions as the same number. */
export type RowText = (row: object) => string;

export interface Rows {
  readonly compared: number;
  readonly differing: readonly string[];
}

/** Compares all views of two databases, row by row. */
export async function sameRows(
  [one, textOfOne]: readonly [ReadModelDb, RowText],
  [other, textOfOther]: readonly [ReadModelDb, RowText],
): Promise<Rows> {
  const differing: string[] = [];
  let compared = 0;
  for (const [table, { key }] of READ_MODELS.flatMap(({ tables }) => Object.entries(tables))) {
    const left = (await rowsOf(one, table, key)).map(textOfOne);
    const right = (await rowsOf(other, table, key)).map(textOfOther);
    // Tables without a key stand in the order of their text.
    left.sort();
    right.sort();
    compared += left.length;
    if (left.length !== right.length)
      differing.push(`${table}: ${left.length} rows, ${right.length} rows`);
    left
      .flatMap((text, index) =>
        text === right[index] ? [] : [`${table}: ${text} | ${right[index]}`],
      )
      .slice(0, TOLD)
      .forEach((line) => differing.push(line));
  }
  return { compared, differing };
}

async function rowsOf(
  db: ReadModelDb,
  table: string,
  key: readonly string[],
): Promise<readonly object[]> {
  let query = (db as unknown as AnyDb).selectFrom(table).selectAll();
  for (const column of key) query = query.orderBy(column);
  return query.execute();
}

/** A row as it is. */
export const asItIs: RowText = (row) => canonicalJson(row);

/** A row with every position in it replaced by the number of the event in the whole log. */
export async function numbered(store: EventStore): Promise<RowText> {
  const ordinals = new Map<string, number>();
  for (let after = START; ;) {
    const page = await store.readAll(after, { limit: 5_000 });
    for (const { position } of page.events) ordinals.set(position, ordinals.size + 1);
    after = page.next;
    if (page.atEnd) break;
  }
  const length = [...ordinals.keys()][0]?.length ?? 0;
  const ofThisLength = length > 20 ? /\d{20}\/\d{20}/g : /\d{16}/g;
  return (row) =>
    canonicalJson(row).replace(ofThisLength, (text) => {
      const ordinal = ordinals.get(text);
      return ordinal === undefined ? text : `#${ordinal}`;
    });
}
