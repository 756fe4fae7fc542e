/** Bounds on what a file may make us hold or do. Sizes in bytes unless said otherwise. */
export interface Limits {
  readonly fileBytes: number;
  /** Data rows and empty rows together. */
  readonly rows: number;
  readonly columns: number;
  /** Characters in one cell. */
  readonly cellChars: number;
  /** One CSV record, in characters; also what an unclosed quotation mark may swallow. */
  readonly lineChars: number;
  /** Unpacked worksheet of an .xlsx. */
  readonly sheetBytes: number;
  /** Unpacked shared strings of an .xlsx: the one part that must be held in memory. */
  readonly sharedStringsBytes: number;
  /** Unpacked workbook, relations and styles, each. */
  readonly partBytes: number;
  readonly zipEntries: number;
  readonly mergedRanges: number;
  /** How many levels of units one file may hold. */
  readonly treeDepth: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 1024 * MIB,
  rows: 2_000_000,
  columns: 256,
  cellChars: 5_000,
  lineChars: 256 * 1024,
  sheetBytes: 2048 * MIB,
  sharedStringsBytes: 256 * MIB,
  partBytes: 16 * MIB,
  zipEntries: 2_000,
  mergedRanges: 100_000,
  treeDepth: 24,
};

/** The first rows among which the heading is looked for; titles stand above it. */
export const HEADING_WITHIN = 20;
