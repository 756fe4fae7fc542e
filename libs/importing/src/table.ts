import type { Field, Kind } from './headings.js';
import { HEADING_WITHIN, type Limits } from './limits.js';
import { isDamaged, legacyOf } from './legacy-encoding.js';
import { FileRefusal, type Finding, finding } from './problem.js';
import type { MergedRange, SheetRow } from './sheet.js';
import { continuesHeading, type Heading, type HeadingColumn, headingOf } from './table.heading.js';
import { tidy } from './vietnamese-text.js';

/** One row of data by field, with what is wrong with its cells whatever they should mean. */
export interface TableRow {
  readonly row: number;
  readonly values: Readonly<Partial<Record<Field, string>>>;
  readonly titles: Readonly<Partial<Record<Field, string>>>;
  readonly from1904: boolean;
  readonly findings: readonly Finding[];
}

/** A file that shows this many rows of legacy text, and little else, is refused as a whole. */
const LEGACY_ROWS = 20;
const ERROR_VALUE = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/;

/** Turns sheet rows into rows of data: finds the heading, skips empty. Throws `FileRefusal`. */
export async function* tableOf(
  kind: Kind,
  rows: AsyncIterable<SheetRow>,
  limits: Limits,
  onHeading: (heading: Heading) => void,
): AsyncGenerator<TableRow> {
  const first: SheetRow[] = [];
  let reader: DataReader | undefined;
  for await (const row of rows) {
    if (reader === undefined) {
      first.push(row);
      if (first.length < HEADING_WITHIN) continue;
      reader = start(kind, first, limits, onHeading);
      for (const early of first) yield* reader.read(early);
    } else yield* reader.read(row);
  }
  if (reader !== undefined) return;
  reader = start(kind, first, limits, onHeading);
  for (const early of first) yield* reader.read(early);
}

const start = (
  kind: Kind,
  rows: readonly SheetRow[],
  limits: Limits,
  onHeading: (heading: Heading) => void,
): DataReader => {
  const heading = headingOf(kind, rows);
  onHeading(heading);
  return new DataReader(kind, heading, limits);
};

class DataReader {
  readonly #titles: TableRow['titles'];
  #rows = 0;
  #legacyRows = 0;

  constructor(
    private readonly kind: Kind,
    private readonly heading: Heading,
    private readonly limits: Limits,
  ) {
    this.#titles = Object.fromEntries(heading.columns.map(({ field, title }) => [field, title]));
  }

  /** The row of data, unless it is empty or stands above or belongs to the heading. */
  *read(sheetRow: SheetRow): Generator<TableRow> {
    const { row, cells, from1904 = false } = sheetRow;
    if (row <= this.heading.row) return;
    if (this.#rows === 0 && row <= this.heading.row + 2 && continuesHeading(this.kind, cells))
      return;
    const values: Partial<Record<Field, string>> = {};
    const findings: Finding[] = [];
    for (const column of this.heading.columns) {
      const value = textAt(cells, column);
      if (value === '') continue;
      values[column.field] = value;
      const bad = this.#judge(column.title, value);
      if (bad !== undefined) findings.push(bad);
    }
    if (Object.keys(values).length === 0) return;
    this.#rows += 1;
    this.#countLegacy(findings);
    findings.push(...mergedFindings(sheetRow.merged, this.heading));
    yield { row, values, titles: this.#titles, from1904, findings };
  }

  #judge(title: string, value: string): Finding | undefined {
    if (value.length > this.limits.cellChars)
      return finding('CELL_TOO_LONG', title, value, { limit: this.limits.cellChars });
    if (ERROR_VALUE.test(value)) return finding('FORMULA_ERROR', title, value);
    if (isDamaged(value)) return finding('TEXT_DAMAGED', title, value);
    const guess = legacyOf(value, this.#legacyRows > 0);
    return guess === undefined ? undefined : finding('ENCODING_UNKNOWN', title, value, { guess });
  }

  #countLegacy(findings: readonly Finding[]): void {
    const legacy = findings.find(({ code }) => code === 'ENCODING_UNKNOWN');
    if (legacy === undefined) return;
    this.#legacyRows += 1;
    if (this.#legacyRows >= LEGACY_ROWS && this.#legacyRows * 2 > this.#rows)
      throw new FileRefusal('ENCODING_UNKNOWN', { ...legacy.params });
  }
}

const textAt = (cells: SheetRow['cells'], { column, lastColumn }: HeadingColumn): string => {
  if (column === lastColumn) return tidy(cells[column] ?? '');
  return tidy(
    cells
      .slice(column, lastColumn + 1)
      .map((cell) => cell ?? '')
      .join(' '),
  );
};

/** A merged area over data hides which value belongs to which row. */
const mergedFindings = (
  merged: readonly MergedRange[] | undefined,
  { columns }: Heading,
): readonly Finding[] =>
  (merged ?? []).flatMap((range) => {
    const touched = columns.find(
      ({ column, lastColumn }) => range.firstColumn <= lastColumn && column <= range.lastColumn,
    );
    return touched === undefined
      ? []
      : [finding('MERGED_CELLS', touched.title, range.ref, { range: range.ref })];
  });
