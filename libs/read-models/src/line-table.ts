import type { Row } from '#libs/projections';

interface LineEvent<Data> {
  readonly data: Data;
  readonly position: string;
  readonly stream: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

interface LineRows {
  get(...key: readonly (string | number)[]): Readonly<Row> | undefined;
  put(row: Row): void;
  change(row: Readonly<Row>, changes: Partial<Row>): void;
}

/**
 * A list with one line per record: a fact changes some columns of its line, or begins it. `keyOf`
 * names the line, `start` says what a line is before its first change. Every line has a column
 * `position`: that of its last fact.
 */
export function lines<Data extends object, Line extends object>(
  table: string,
  keyOf: (data: Data) => readonly (string | number)[],
  start: (data: Data) => Line,
) {
  const tableOf = (rows: object): LineRows => (rows as Record<string, LineRows>)[table]!;
  return {
    /** A handler that writes these columns; nothing: the line only gets its new position. */
    set:
      <D extends Data>(changesOf?: (data: D, event: LineEvent<D>, line?: Line) => Partial<Line>) =>
      (event: LineEvent<D>, rows: { touch(id: string): void }): void => {
        const { data, position } = event;
        const own = tableOf(rows);
        const row = own.get(...keyOf(data));
        const changes = {
          ...changesOf?.(data, event, row as Line | undefined),
          position,
        } as Partial<Row>;
        if (row === undefined) own.put({ ...start(data), ...changes } as unknown as Row);
        else own.change(row, changes);
        const { unitId } = data as { unitId?: unknown };
        if (typeof unitId === 'string') rows.touch(unitId);
      },
    /** Declares that the handler reads the line. */
    read: (event: { readonly data: Data }, need: object): void =>
      (need as Record<string, (...key: readonly (string | number)[]) => void>)[table]!(
        ...keyOf(event.data),
      ),
  };
}

/** The same `read` for several types. */
export const readsOf = <Type extends string, Read>(
  types: readonly Type[],
  read: Read,
): Readonly<Record<Type, Read>> =>
  Object.fromEntries(types.map((type) => [type, read])) as Record<Type, Read>;
