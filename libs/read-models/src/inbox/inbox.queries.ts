import { sql, type RawBuilder } from 'kysely';
import type { ReadModelDb } from '../database.js';
import { nameContains } from '../name-contains.js';
import { type QueryDialect, queryDialect } from '../query-dialect.js';
import { NO_DUE } from './inbox.table.js';

/** Where to look: instances whose field names one of these values. */
export interface InboxProbe {
  /** A field of the instance: `memberId`, `unitId`, or another that its policies look at. */
  readonly field: string;
  readonly values: readonly string[];
  /** States (`workflow|state`) in which such an instance waits for whoever is asking. */
  readonly awaiting: readonly string[];
  /** Only instances of these units. */
  readonly within?: readonly string[] | undefined;
  /** Only what should have been done before this day. */
  readonly dueBefore?: string | undefined;
}

/** Something that waits. `due` is null: no date. */
export interface InboxRow {
  readonly workflow: string;
  readonly id: string;
  readonly state: string;
  readonly due: string | null;
}

/** Where a page ended: the last row's place in the order. */
export interface InboxPlace {
  readonly due: string | null;
  readonly workflow: string;
  readonly id: string;
}

const COLUMNS: Readonly<Record<string, 'inbox_item.member_id' | 'inbox_item.unit_id'>> = {
  memberId: 'inbox_item.member_id',
  unitId: 'inbox_item.unit_id',
};

/** From so many units on it is faster to go through what is due than through the units. */
const UNITS_MANY = 50;

/** With many values the column's index is kept out of it: rows come by their date. */
const among = (
  { offIndex, list }: QueryDialect,
  column: string,
  values: readonly string[],
): RawBuilder<boolean> => {
  if (values.length === 1) return sql<boolean>`${sql.ref(column)} = ${values[0]}`;
  return values.length < UNITS_MANY
    ? sql<boolean>`${sql.ref(column)} in ${list(values)}`
    : sql<boolean>`${offIndex(column)} in ${list(values)}`;
};

/** Whether a text begins with `name:`; after the colon comes the semicolon. */
const beginsWith = (column: string, name: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} >= ${name} and ${sql.ref(column)} < ${`${name.slice(0, -1)};`}`;

/** The order of an inbox: by date, those without a date last. */
export const inboxOrder = (one: InboxPlace, other: InboxPlace): number => {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
};
const keyOf = ({ due, workflow, id }: InboxPlace): string => `${due ?? NO_DUE}|${workflow}|${id}`;

/** What waits for somebody. */
export class InboxQueries {
  constructor(private readonly db: ReadModelDb) {}

  /** The first `limit` rows of a probe after a place, in the order of `inboxOrder`. */
  async find(
    probe: InboxProbe,
    options: {
      readonly limit: number;
      readonly after?: InboxPlace | undefined;
      /** A part of the member's or the unit's name; diacritics and case do not matter. */
      readonly search?: string | undefined;
    },
  ): Promise<readonly InboxRow[]> {
    const { field, values, awaiting, within, dueBefore } = probe;
    if (values.length === 0 || awaiting.length === 0) return [];
    const { limit, after, search } = options;
    const dialect = queryDialect(this.db);
    let rows = this.db
      .selectFrom('inbox_item')
      .select(['inbox_item.workflow', 'inbox_item.id', 'inbox_item.state', 'inbox_item.due'])
      .where(
        sql<boolean>`inbox_item.workflow || '|' || inbox_item.state in ${dialect.list(awaiting)}`,
      )
      .orderBy('inbox_item.due')
      .orderBy('inbox_item.workflow')
      .orderBy('inbox_item.id')
      .limit(limit);
    const column = COLUMNS[field];
    if (column !== undefined) rows = rows.where(among(dialect, column, values));
    else
      rows = rows
        .distinct()
        .innerJoin('inbox_party', (join) =>
          join
            .onRef('inbox_party.workflow', '=', 'inbox_item.workflow')
            .onRef('inbox_party.id', '=', 'inbox_item.id'),
        )
        .where(
          field.endsWith(':')
            ? beginsWith('inbox_party.field', field)
            : sql<boolean>`inbox_party.field = ${field}`,
        )
        .where(among(dialect, 'inbox_party.value', values));
    if (within !== undefined) rows = rows.where(among(dialect, 'inbox_item.unit_id', within));
    if (dueBefore !== undefined) rows = rows.where('inbox_item.due', '<', dueBefore);
    if (after !== undefined)
      rows = rows.where(
        sql<boolean>`(inbox_item.due, inbox_item.workflow, inbox_item.id) >
          (${after.due ?? NO_DUE}, ${after.workflow}, ${after.id})`,
      );
    if (search)
      rows = rows
        .leftJoin('member', 'member.member_id', 'inbox_item.member_id')
        .leftJoin('unit', 'unit.id', 'inbox_item.unit_id')
        .where((where) =>
          where.or([
            nameContains('member.folded_name', search),
            nameContains('unit.folded_name', search),
          ]),
        );
    const found = await rows.execute();
    return found.map((row) => ({ ...row, due: row.due === NO_DUE ? null : row.due }));
  }
}
