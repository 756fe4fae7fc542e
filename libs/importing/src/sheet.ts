/** A merged area; rows and columns count from 1 and 0. */
export interface MergedRange {
  /** `B5:C7` */
  readonly ref: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** One row of a sheet or of a CSV file. Dates of a spreadsheet arrive as ISO text. */
export interface SheetRow {
  /** As a spreadsheet counts, from 1. */
  readonly row: number;
  /** By column from 0; holes are empty cells. */
  readonly cells: readonly (string | undefined)[];
  readonly merged?: readonly MergedRange[] | undefined;
  /** Set when serial numbers without a date format count from 1904. */
  readonly from1904?: boolean | undefined;
}

/** How far reading has come. `total` is of the same unit as `done`. */
export type OnBytes = (done: number, total: number) => void;

/** Column number of `B`, `AA` or `AA17`, from 0; -1 if there is no letter. */
export function columnOf(ref: string): number {
  let column = 0;
  for (const character of ref) {
    const digit = character.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) break;
    column = column * 26 + digit;
  }
  return column - 1;
}

/** `AA` of 26. */
export const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
