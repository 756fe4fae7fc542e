import { StoreError } from '#libs/event-store';

/**
 * Primary result codes of SQLite, and the one extended code that means something else than its
 * primary.
 */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const NOTADB = 26;
/** The shared-memory file could not grow: how a full disk shows itself there. */
const IOERR_SHMSIZE = 4874;

/**
 * What `node:sqlite` throws, by shape: it may come from another realm, where `instanceof` says no.
 */
interface SqliteFailure {
  readonly message?: unknown;
  /** SQLite's extended result code. */
  readonly errcode?: unknown;
}

const failureOf = (error: unknown): SqliteFailure =>
  typeof error === 'object' && error !== null ? error : {};

const resultCode = (error: unknown): number | undefined => {
  const { errcode } = failureOf(error);
  return typeof errcode === 'number' ? errcode : undefined;
};

/** Any error as a StoreError with a stable code; a StoreError passes through. */
export function storeError(error: unknown, doing: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = resultCode(error);
  return new StoreError(codeOf(code), `${doing} failed: ${reasonOf(error, code)}`, {
    cause: error,
  });
}

function codeOf(code: number | undefined): StoreError['code'] {
  if (code === undefined) return 'STORE_FAILED';
  if (code === IOERR_SHMSIZE) return 'STORE_FULL';
  switch (code & 0xff) {
    case BUSY:
    case LOCKED:
      return 'STORE_IN_USE';
    case READONLY:
      return 'STORE_READ_ONLY';
    case CORRUPT:
    case NOTADB:
      return 'STORE_CORRUPT';
    case FULL:
      return 'STORE_FULL';
    default:
      return 'STORE_FAILED';
  }
}

const reasonOf = (error: unknown, code: number | undefined): string =>
  `${String(failureOf(error).message ?? error)}${code === undefined ? '' : ` (sqlite ${code})`}`;

/**
 * After these nothing may be written through this connection again: what a failed write or sync
 * left behind is unknown, and asking the disk a second time may wrongly say that all is well.
 */
export const endsWriting = (error: unknown): boolean => {
  const code = resultCode(error);
  if (code === undefined || code === IOERR_SHMSIZE) return false;
  return [IOERR, CORRUPT, NOTADB].includes(code & 0xff);
};
