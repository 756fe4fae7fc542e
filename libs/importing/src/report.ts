import { stringify } from 'csv-stringify/sync';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { BadCell } from './problem.js';

const HEADING = [
  'Dòng (row)',
  'Cột (column)',
  'Giá trị (value)',
  'Mã (code)',
  'Lý do',
  'Reason',
  'Cách sửa',
  'How to mend',
];
const LONGEST_VALUE = 200;
const FLUSH_LINES = 500;

/** Where the report goes unless told otherwise: beside the input. */
export const reportBeside = (file: string): string =>
  join(dirname(file), `${basename(file, extname(file))}.import-report.csv`);

/** The one place outside the sealed record where values of a file are written. */
export interface Report {
  add(lines: readonly BadCell[]): Promise<void>;
  /** Puts the report in its place; until then an earlier one stays. */
  close(): Promise<void>;
  discard(): Promise<void>;
}

/** Opens a report only its owner may read. Throws what the file system throws. */
export async function openReport(path: string): Promise<Report> {
  const part = `${path}.part`;
  await rm(part, { force: true });
  const handle = await open(part, 'wx', 0o600);
  let waiting: (readonly string[])[] = [HEADING];
  await handle.writeFile('\uFEFF');
  let written: Promise<unknown> = Promise.resolve();
  // One write after the other: a file handle does not order those that overlap.
  const flush = (): Promise<unknown> => {
    const lines = waiting as string[][];
    waiting = [];
    // A cell that starts with `=` would be run as a formula by whoever opens the report.
    const text = stringify(lines, { escape_formulas: true, record_delimiter: 'windows' });
    written = written.then(() => handle.writeFile(text));
    return written;
  };
  return {
    async add(lines) {
      waiting.push(...lines.map(lineOf));
      if (waiting.length >= FLUSH_LINES) await flush();
    },
    async close() {
      await flush();
      await handle.close();
      await rename(part, path);
    },
    async discard() {
      await handle.close();
      await rm(part, { force: true });
    },
  };
}

const lineOf = ({ row, column, value, code, text, mend }: BadCell): readonly string[] => [
  row === undefined ? '' : String(row),
  column,
  value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value,
  code,
  text.vi,
  text.en,
  mend.vi,
  mend.en,
];
