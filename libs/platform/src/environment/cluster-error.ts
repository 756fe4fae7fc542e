import { StoreError } from '#libs/event-store';
import { NewerKeysError } from '../accounts/account-store.port.js';
import { isDatabaseAway } from '../accounts/database-away.js';
import { StartError, type StartFailureCode } from '../texts/startup-texts.js';
import type { ClusterSettings } from './cluster-settings.js';

const CODE_OF_LOG: Readonly<Partial<Record<StoreError['code'], StartFailureCode>>> = {
  STORE_UNAVAILABLE: 'EVENTS_UNREACHABLE',
  STORE_OUTCOME_UNKNOWN: 'EVENTS_UNREACHABLE',
  STORE_DENIED: 'EVENTS_DENIED',
  STORE_UNSAFE: 'EVENTS_UNSAFE',
  STORE_AHEAD: 'EVENTS_OLDER',
};
/** SQLSTATE: wrong user or password, no such database, no right to make or use tables. */
const DENIED = /^(28|3D000|42501)/;

/** An address as it may be printed: without user, password and options. */
export const printedUrl = (url: string): string =>
  url.replace(/^([a-z+]+:\/\/)(?:[^@/?#]*@)?([^?#]*).*$/is, '$1$2');

/** Why a cluster cannot be opened, in words an operator can act on; else the error itself. */
export function clusterError(
  error: unknown,
  { eventsUrl, viewsUrl }: Pick<ClusterSettings, 'eventsUrl' | 'viewsUrl'>,
): unknown {
  if (error instanceof StartError) return error;
  const because = { cause: error };
  const { code, path } = error as { code?: unknown; path?: unknown };
  if (code === 'HOLIDAYS_INVALID') return new StartError(code, String(path), because);
  const ofLog = error instanceof StoreError ? CODE_OF_LOG[error.code] : undefined;
  if (ofLog !== undefined) return new StartError(ofLog, printedUrl(eventsUrl), because);
  const ofDatabase = codeOfDatabase(error);
  return ofDatabase === undefined
    ? error
    : new StartError(ofDatabase, printedUrl(viewsUrl), because);
}

function codeOfDatabase(error: unknown): StartFailureCode | undefined {
  if (error instanceof NewerKeysError) return 'VIEWS_NEWER';
  if (isDatabaseAway(error)) return 'VIEWS_UNREACHABLE';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && DENIED.test(code) ? 'VIEWS_DENIED' : undefined;
}
