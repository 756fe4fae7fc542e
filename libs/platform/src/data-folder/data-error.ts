import { StoreError } from '#libs/event-store';
import { NewerKeysError } from '../accounts/account-store.port.js';
import { StartError, type StartFailureCode } from '../texts/startup-texts.js';

const CODE_OF_STORE: Readonly<Partial<Record<StoreError['code'], StartFailureCode>>> = {
  STORE_IN_USE: 'DATA_IN_USE',
  STORE_NEWER: 'DATA_NEWER',
  STORE_READ_ONLY: 'DATA_READ_ONLY',
  STORE_CORRUPT: 'DATA_DAMAGED',
  STORE_FULL: 'DATA_FULL',
};
const CODE_OF_SYSTEM: Readonly<Record<string, StartFailureCode>> = {
  EACCES: 'DATA_READ_ONLY',
  EPERM: 'DATA_READ_ONLY',
  EROFS: 'DATA_READ_ONLY',
  ENOENT: 'DATA_READ_ONLY',
  ENOTDIR: 'DATA_READ_ONLY',
  EEXIST: 'DATA_READ_ONLY',
  ENOSPC: 'DATA_FULL',
};
/** SQLite's own numbers: busy, read-only, full, damaged, cannot open, not a database. */
const CODE_OF_SQLITE: Readonly<Record<number, StartFailureCode>> = {
  5: 'DATA_IN_USE',
  8: 'DATA_READ_ONLY',
  11: 'DATA_DAMAGED',
  13: 'DATA_FULL',
  14: 'DATA_READ_ONLY',
  26: 'DATA_DAMAGED',
};

/** Why a data folder cannot be opened, in words an operator can act on; else the error itself. */
export function dataError(error: unknown, folder: string): unknown {
  if (error instanceof StartError) return error;
  const { code: own, path } = error as { code?: unknown; path?: unknown };
  if (own === 'HOLIDAYS_INVALID')
    return new StartError('HOLIDAYS_INVALID', String(path), { cause: error });
  const code = codeOf(error);
  return code === undefined ? error : new StartError(code, folder, { cause: error });
}

function codeOf(error: unknown): StartFailureCode | undefined {
  // A store that cannot say more than that it failed has the driver's error as its cause.
  if (error instanceof StoreError)
    return (
      CODE_OF_STORE[error.code] ?? (error.cause === undefined ? undefined : codeOf(error.cause))
    );
  if (error instanceof NewerKeysError) return 'DATA_NEWER';
  const { code, errcode } = error as { code?: string; errcode?: number };
  // The lower byte is the kind of error, the rest says more about it.
  if (errcode !== undefined) return CODE_OF_SQLITE[errcode & 0xff];
  return code === undefined ? undefined : CODE_OF_SYSTEM[code];
}
