import type { LogAlarm } from './log-alarm.js';
import type { LogRecord } from './log-client.port.js';
import { positionOf } from './place.js';

export const SETTINGS_STREAM = '$settings';
const EVERYBODY = '$all';
const ADMINS = new Set(['$admins', '$ops']);
const RETENTION = ['$maxAge', '$maxCount', '$tb'];
/** Deleting a stream sets `$tb` to the largest revision there is. */
const DELETED = 2 ** 53;

type Json = Record<string, unknown>;

/**
 * What default rights endanger the record: anybody may write, or others than administrators may
 * delete streams or change their settings. No `$settings` means the server's defaults: everybody.
 */
export function defaultRightsAtFault(settings: unknown): LogAlarm[] {
  const acl = asJson(asJson(settings)['$userStreamAcl']);
  return rightsAtFault((right) => acl[right] ?? EVERYBODY).map((setting) => ({
    code: 'LOG_ACL_UNSAFE',
    stream: SETTINGS_STREAM,
    setting,
  }));
}

/** What a record of settings, of metadata or of a deletion endangers; maybe nothing. */
export function dangersOf(record: LogRecord): LogAlarm[] {
  const position = positionOf(record.place);
  if (record.stream === SETTINGS_STREAM)
    return defaultRightsAtFault(record.data).map((alarm) => ({ ...alarm, position }));
  const isMetadata = record.stream.startsWith('$$');
  const stream = isMetadata ? record.stream.slice(2) : record.stream;
  if (stream.startsWith('$')) return [];
  if (!isMetadata) return [{ code: 'LOG_STREAM_DELETED', stream, position }];
  const metadata = asJson(record.data);
  const acl = asJson(metadata['$acl']);
  const dangers: LogAlarm[] = RETENTION.filter((key) => metadata[key] != null).map((setting) =>
    setting === '$tb' && Number(metadata[setting]) >= DELETED
      ? { code: 'LOG_STREAM_DELETED', stream, position }
      : { code: 'LOG_RETENTION', stream, position, setting },
  );
  for (const setting of rightsAtFault((right) => acl[right]))
    dangers.push({ code: 'LOG_ACL_UNSAFE', stream, position, setting });
  return dangers;
}

function rightsAtFault(rolesOf: (right: string) => unknown): string[] {
  const roles = (right: string): string[] => [rolesOf(right) ?? []].flat().map(String);
  return [
    ...(roles('$w').includes(EVERYBODY) ? ['$w'] : []),
    ...['$d', '$mw'].filter((right) => roles(right).some((role) => !ADMINS.has(role))),
  ];
}

const asJson = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};
