import type { Field, Kind } from './headings.js';
import { fieldOf, fieldsIn } from './headings.js';
import { legacyOf } from './legacy-encoding.js';
import { FileRefusal } from './problem.js';
import type { MergedRange, SheetRow } from './sheet.js';
import { columnName } from './sheet.js';
import { tidy } from './vietnamese-text.js';

/** Where each field stands. */
export interface Heading {
  readonly row: number;
  readonly columns: readonly HeadingColumn[];
  /** Headings that mean nothing to us; shown, so that a misspelt one is noticed. */
  readonly ignored: readonly string[];
}

export interface HeadingColumn {
  readonly field: Field;
  /** As it stands in the file. */
  readonly title: string;
  readonly column: number;
  /** A name under one heading may stand in two columns: family name, given name. */
  readonly lastColumn: number;
}

/** Columns a file of the kind cannot do without; the first of each list is enough. */
const REQUIRED: Readonly<Record<Kind, readonly (readonly Field[])[]>> = {
  members: [['fullName', 'givenName'], ['unit']],
  units: [['id'], ['name'], ['level']],
};
const FEWEST = 2;

/** Finds the heading among the first rows. Throws `FileRefusal` when there is none to work with. */
export function headingOf(kind: Kind, rows: readonly SheetRow[]): Heading {
  const scores = rows.map(({ cells }) => fieldsIn(kind, cells));
  const best = Math.max(0, ...scores);
  const found = rows[scores.indexOf(best)];
  if (found === undefined || best < FEWEST) throw notFound(rows);
  const columns = columnsOf(kind, found);
  const missing = REQUIRED[kind].filter(
    (fields) => !columns.some(({ field }) => fields.includes(field)),
  );
  if (missing.length > 0)
    throw new FileRefusal(
      'COLUMN_MISSING',
      { fields: missing.map(([f]) => f!).join(',') },
      found.row,
    );
  const ignored = found.cells.filter(
    (cell) => cell !== undefined && tidy(cell) !== '' && fieldOf(kind, cell) === undefined,
  ) as string[];
  return { row: found.row, columns, ignored: ignored.map(tidy) };
}

const notFound = (rows: readonly SheetRow[]): FileRefusal => {
  const texts = rows.flatMap(({ cells }) => cells.filter((cell) => cell !== undefined));
  const guess = texts.map((text) => legacyOf(text)).find((legacy) => legacy !== undefined);
  return guess === undefined
    ? new FileRefusal('HEADING_NOT_FOUND')
    : new FileRefusal('ENCODING_UNKNOWN', { guess });
};

const columnsOf = (kind: Kind, { row, cells, merged = [] }: SheetRow): readonly HeadingColumn[] => {
  const columns: HeadingColumn[] = [];
  for (const [column, cell] of cells.entries()) {
    const field = fieldOf(kind, cell);
    if (field === undefined) continue;
    const title = tidy(cell!);
    const twice = columns.find((other) => other.field === field);
    if (twice !== undefined)
      throw new FileRefusal('COLUMN_TWICE', { first: twice.title, second: title }, row);
    columns.push({
      field,
      title,
      column,
      lastColumn: lastColumnOf(field, column, row, cells, merged),
    });
  }
  return columns;
};

const lastColumnOf = (
  field: Field,
  column: number,
  row: number,
  cells: SheetRow['cells'],
  merged: readonly MergedRange[],
): number => {
  const range = merged.find((one) => one.firstColumn <= column && column <= one.lastColumn);
  const wide = range !== undefined && range.lastColumn > range.firstColumn;
  if (field === 'fullName') {
    if (wide) return range.lastColumn;
    // A CSV saved from such a sheet has lost the merging: the next heading is empty.
    const next = cells[column + 1];
    return tidy(next ?? '') === '' && column + 2 < cells.length ? column + 1 : column;
  }
  if (wide)
    throw new FileRefusal('HEADING_MERGED', { range: range.ref, column: columnName(column) }, row);
  return column;
};

/** Rows below the heading that still belong to it: its second line, or `(1) (2) (3)`. */
export function continuesHeading(kind: Kind, cells: SheetRow['cells']): boolean {
  const texts = cells
    .filter((cell) => cell !== undefined)
    .map(tidy)
    .filter((text) => text !== '');
  if (texts.length < FEWEST) return false;
  if (texts.every((text) => fieldOf(kind, text) !== undefined)) return true;
  const numbers = texts.map((text) => Number(/^\(?(\d{1,2})\)?$/.exec(text)?.[1] ?? Number.NaN));
  return (
    numbers.length > FEWEST &&
    numbers.every((n, index) => n === numbers[0]! + index) &&
    numbers[0]! <= 1
  );
}
