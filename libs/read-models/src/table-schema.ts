import type { PhysicalTable, TableSpec } from '#libs/projections';
import { type Kysely, type RawBuilder, sql } from 'kysely';

/** What differs from one database to the other when tables are made. */
export interface TableDialect {
  readonly types: Readonly<Record<'text' | 'integer' | 'real', RawBuilder<unknown>>>;
  /** What stands behind the list of columns. */
  readonly ending: (kind: TableSpec['kind']) => RawBuilder<unknown> | undefined;
  /** Name of a table's index of that number. */
  readonly indexName: (table: string, columns: readonly string[], number: number) => string;
  /** Nulls come before everything else; false: they have to be told to. */
  readonly nullsComeFirst: boolean;
  /** Views that still read a table must be told to go with it. */
  readonly keepsDependents: boolean;
}

/** The statements that make, publish and drop tables; `db` only compiles them. */
export class TableSchema {
  constructor(
    private readonly db: Kysely<unknown>,
    private readonly dialect: TableDialect,
  ) {}

  create({ name, spec }: PhysicalTable): string {
    let table = this.db.schema.createTable(name).ifNotExists();
    for (const [column, type] of Object.entries(spec.columns))
      table = table.addColumn(column, this.dialect.types[baseOf(type)], (builder) =>
        type.endsWith('?') ? builder : builder.notNull(),
      );
    if (spec.key.length > 0)
      table = table.addPrimaryKeyConstraint(`${name}_key`, spec.key as never[]);
    const ending = this.dialect.ending(spec.kind);
    return (ending === undefined ? table : table.modifyEnd(ending)).compile().sql;
  }

  /** The declared indexes that do not exist yet. */
  createIndexes({ name, spec }: PhysicalTable): readonly string[] {
    const { indexName, nullsComeFirst } = this.dialect;
    return spec.indexes.map((columns, number) => {
      let index = this.db.schema
        .createIndex(indexName(name, columns, number))
        .ifNotExists()
        .on(name);
      for (const column of columns)
        index =
          !nullsComeFirst && spec.columns[column]?.endsWith('?') === true
            ? index.column(sql`${sql.ref(column)} nulls first`)
            : index.column(column);
      return index.compile().sql;
    });
  }

  /** Drops a table with its indexes, if it exists. */
  drop(name: string): string {
    const table = this.db.schema.dropTable(name).ifExists();
    return (this.dialect.keepsDependents ? table.cascade() : table).compile().sql;
  }

  /** Points a view at its table; inside a transaction readers never see a gap. */
  publish({ view, table }: { readonly view: string; readonly table: string }): readonly string[] {
    return [
      this.db.schema.dropView(view).ifExists().compile().sql,
      sql`create view ${sql.table(view)} as select * from ${sql.table(table)}`.compile(this.db).sql,
    ];
  }
}

const baseOf = (type: string): 'text' | 'integer' | 'real' =>
  type.replace('?', '') as 'text' | 'integer' | 'real';
