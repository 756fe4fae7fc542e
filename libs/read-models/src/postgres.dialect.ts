import {
  ColumnNode,
  type OperationNode,
  type OrderByItemNode,
  PostgresDialect,
  PostgresQueryCompiler,
  RawNode,
  ReferenceNode,
} from 'kysely';
import type { Pool } from 'pg';

/**
 * Kysely on PostgreSQL. Nulls sort before everything else, as they do in SQLite; it is said only of
 * columns that may be null, since an order that says so uses only indexes that say the same.
 */
export function postgresDialect(pool: Pool, optional: ReadonlySet<string>): PostgresDialect {
  const dialect = new PostgresDialect({ pool });
  dialect.createQueryCompiler = () => new NullsFirstCompiler(optional);
  return dialect;
}

class NullsFirstCompiler extends PostgresQueryCompiler {
  constructor(private readonly optional: ReadonlySet<string>) {
    super();
  }

  protected override visitOrderByItem(node: OrderByItemNode): void {
    super.visitOrderByItem(node);
    if (node.nulls !== undefined || !this.isOptional(node.orderBy)) return;
    this.append(isDescending(node.direction) ? ' nulls last' : ' nulls first');
  }

  private isOptional(node: OperationNode): boolean {
    const column = ReferenceNode.is(node) ? node.column : node;
    return !ColumnNode.is(column) || this.optional.has(column.column.name);
  }
}

const isDescending = (direction: OperationNode | undefined): boolean =>
  direction !== undefined && RawNode.is(direction) && direction.sqlFragments[0] === 'desc';
