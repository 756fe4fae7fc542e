import { parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { decoded, encodingOf, glimpse } from './encoding.js';
import { headingScore } from './headings.js';
import { HEADING_WITHIN, type Limits } from './limits.js';
import { FileRefusal } from './problem.js';
import type { OnBytes, SheetRow } from './sheet.js';

const DELIMITERS = [',', ';', '\t'] as const;
const HEAD_BYTES = 64 * 1024;
/** Excel writes it above the data to say which separator it used. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/;

/** The first bytes of a file. */
export async function headOf(file: string, bytes = HEAD_BYTES): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const buffer = new Uint8Array(bytes);
    const { bytesRead } = await handle.read(buffer, 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The separator with which the most headings are recognised; else the most even one. */
export function delimiterOf(text: string): string {
  const named = SEPARATOR_LINE.exec(text)?.[1];
  if (named !== undefined) return named;
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter) }));
  return scored.sort((a, b) => b.score - a.score)[0]!.delimiter;
}

const scoreOf = (text: string, delimiter: string): number => {
  const rows: string[][] = [];
  try {
    parseNow(text, {
      ...LENIENT,
      delimiter,
      to: HEADING_WITHIN,
      on_record: (record: string[]) => (rows.push(record), record),
    });
  } catch {
    // The glimpse may end inside quotation marks; what was read until then is enough.
  }
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Math.max(0, ...rows.map(headingScore)) * 1000 + Math.min(columns, 900);
};

const LENIENT = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  // Told, not guessed from the first row: files glued together mix them.
  record_delimiter: ['\r\n', '\n', '\r'],
};

const REFUSALS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'CSV_QUOTE_BROKEN',
  CSV_INVALID_CLOSING_QUOTE: 'CSV_QUOTE_BROKEN',
  CSV_MAX_RECORD_SIZE: 'LINE_TOO_LONG',
};

/** Rows of a CSV file, streaming. Throws `FileRefusal`. */
export async function* csvRows(
  file: string,
  limits: Limits,
  onBytes: OnBytes,
): AsyncGenerator<SheetRow> {
  const head = await headOf(file);
  const encoding = encodingOf(head);
  const start = glimpse(head, encoding);
  const { size } = await stat(file);
  const parser = parse({
    ...LENIENT,
    bom: true,
    delimiter: delimiterOf(start),
    max_record_size: limits.lineChars,
  });
  const source = Readable.from(decoded(file, encoding, (bytes) => onBytes(bytes, size)));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  // The line that names the separator is a row to the spreadsheet, too, but holds no data.
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.length > limits.columns)
        throw new FileRefusal('TOO_MANY_COLUMNS', { limit: limits.columns }, row);
      yield { row, cells };
    }
  } catch (error) {
    throw refusalOf(error, row + 1, limits);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

const refusalOf = (error: unknown, row: number, limits: Limits): unknown => {
  const code = REFUSALS[String((error as { code?: unknown }).code)];
  return code === undefined ? error : new FileRefusal(code, { limit: limits.lineChars }, row);
};
