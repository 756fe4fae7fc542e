import type { LineRecord } from '#libs/projections';

/** A row of `projection_line`, in both databases. */
export interface LineRow {
  readonly name: string;
  readonly version: number;
  readonly generation: number;
  readonly shape: string;
  readonly role: LineRecord['role'];
  readonly position: LineRecord['position'];
  readonly parked_position: LineRecord['position'] | null;
  readonly parked_id: string | null;
  readonly parked_type: string | null;
  readonly parked_error: string | null;
}

export const LINE_COLUMNS = [
  'name',
  'version',
  'generation',
  'shape',
  'role',
  'position',
  'parked_position',
  'parked_id',
  'parked_type',
  'parked_error',
] as const satisfies readonly (keyof LineRow)[];

/** What a saved line changes of the one that is there: its shape never changes. */
export const ON_KNOWN_LINE = `(name, version, generation) do update set ${LINE_COLUMNS.slice(4)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`;

/** The values of a line, in the order of `LINE_COLUMNS`. */
export const lineValues = (line: LineRecord): (string | number | null)[] => {
  const { name, version, generation, shape, role, position, parked } = line;
  const { position: at = null, id = null, type = null, error = null } = parked ?? {};
  return [name, version, generation, shape, role, position, at, id, type, error];
};

export const lineOf = (row: LineRow): LineRecord => ({
  name: row.name,
  version: row.version,
  generation: row.generation,
  shape: row.shape,
  role: row.role,
  position: row.position,
  ...(row.parked_position !== null && {
    parked: {
      position: row.parked_position,
      id: row.parked_id ?? '',
      type: row.parked_type ?? '',
      error: row.parked_error ?? '',
    },
  }),
});
