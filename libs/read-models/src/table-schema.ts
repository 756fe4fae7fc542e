import type { PhysicalTable } from '#libs/projections';
import { type Kysely, sql } from 'kysely';

/** Creates the tables. Narrow rows live in their key's tree, wide ones beside it. */
export async function createTables(
  db: Kysely<unknown>,
  tables: readonly PhysicalTable[],
): Promise<void> {
  for (const { name, spec } of tables) {
    let table = db.schema.createTable(name).ifNotExists();
    for (const [column, type] of Object.entries(spec.columns)) {
      const optional = type.endsWith('?');
      table = table.addColumn(column, baseOf(type), (builder) =>
        optional ? builder : builder.notNull(),
      );
    }
    if (spec.key.length > 0)
      table = table
        .addPrimaryKeyConstraint(`${name}_key`, spec.key as never[])
        .modifyEnd(spec.kind === 'keyed' ? sql`strict` : sql`strict, without rowid`);
    else table = table.modifyEnd(sql`strict`);
    await table.execute();
  }
}

const baseOf = (type: string): 'text' | 'integer' | 'real' =>
  type.replace('?', '') as 'text' | 'integer' | 'real';

/** Creates the declared indexes that do not exist yet. */
export async function createIndexes(
  db: Kysely<unknown>,
  tables: readonly PhysicalTable[],
): Promise<void> {
  for (const { name, spec } of tables)
    for (const columns of spec.indexes)
      await db.schema
        .createIndex(`${name}_by_${columns.join('_')}`)
        .ifNotExists()
        .on(name)
        .columns([...columns])
        .execute();
}

/** Drops tables with their indexes, if they exist. */
export async function dropTables(db: Kysely<unknown>, names: readonly string[]): Promise<void> {
  for (const name of names) await db.schema.dropTable(name).ifExists().execute();
}

/** Points each view at its table; inside a transaction readers never see a gap. */
export async function publishViews(
  db: Kysely<unknown>,
  views: readonly { readonly view: string; readonly table: string }[],
): Promise<void> {
  for (const { view, table } of views) {
    await db.schema.dropView(view).ifExists().execute();
    await sql`create view ${sql.table(view)} as select * from ${sql.table(table)}`.execute(db);
  }
}
