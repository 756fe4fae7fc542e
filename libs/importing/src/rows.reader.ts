import { open, stat } from 'node:fs/promises';
import { csvRows, headOf } from './csv.reader.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { FileRefusal } from './problem.js';
import type { OnBytes, SheetRow } from './sheet.js';
import { xlsxRows } from './xlsx.reader.js';

export interface ReadOptions {
  readonly limits?: Partial<Limits> | undefined;
  readonly onBytes?: OnBytes | undefined;
}

/** Why a file cannot be read (any further). */
export interface FileProblem {
  readonly problem: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number | boolean>>;
    readonly row: number | undefined;
  };
}

/**
 * The rows of a CSV file or of the first visible sheet of an .xlsx, streaming. What cannot be read
 * ends the rows with one `FileProblem`; only a fault of the machine throws.
 */
export async function* readRows(
  file: string,
  options: ReadOptions = {},
): AsyncGenerator<SheetRow | FileProblem> {
  try {
    yield* rowsOf(file, { ...DEFAULT_LIMITS, ...options.limits }, options.onBytes);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    yield { problem: { code: error.code, params: error.params, row: error.row } };
  }
}

const silent = (): void => undefined;

/** As `readRows`, but throws `FileRefusal`. */
export async function* rowsOf(
  file: string,
  limits: Limits,
  onBytes: OnBytes = silent,
): AsyncGenerator<SheetRow> {
  const read = await readerOf(file, limits);
  let rows = 0;
  for await (const row of read(file, limits, onBytes)) {
    rows += 1;
    if (rows > limits.rows) throw new FileRefusal('TOO_MANY_ROWS', { limit: limits.rows }, row.row);
    yield row;
  }
  if (rows === 0) throw new FileRefusal('FILE_EMPTY');
}

const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

const readerOf = async (file: string, limits: Limits): Promise<typeof csvRows> => {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new FileRefusal('FILE_NOT_FOUND');
  if (found.size === 0) throw new FileRefusal('FILE_EMPTY');
  if (found.size > limits.fileBytes)
    throw new FileRefusal('FILE_TOO_BIG', { limit: limits.fileBytes });
  const head = await headOf(file, 16);
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return xlsxRows;
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) throw await oleRefusal(file);
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) throw new FileRefusal('FILE_NOT_SPREADSHEET');
  return csvRows;
};

/** A compound file is an .xls of 1997-2003, or an .xlsx behind a password: its directory says. */
const oleRefusal = async (file: string): Promise<FileRefusal> => {
  const handle = await open(file, 'r');
  try {
    const header = Buffer.alloc(512);
    await handle.read(header, 0, 512, 0);
    const sectorBytes = 2 ** Math.min(header.readUInt16LE(30), 12);
    const directory = Buffer.alloc(4096);
    await handle.read(directory, 0, 4096, (header.readUInt32LE(48) + 1) * sectorBytes);
    const encrypted = directory.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return new FileRefusal(encrypted ? 'FILE_ENCRYPTED' : 'FILE_OLD_XLS');
  } finally {
    await handle.close();
  }
};
