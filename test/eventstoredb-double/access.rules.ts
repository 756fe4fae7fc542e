import type { Metadata } from '@grpc/grpc-js';
import type { EventLog } from './event-log.js';
import { type AccessList, isMetastream, jsonOf, metadataOf } from './stream-metadata.js';

const ADMINS = '$admins';
const EVERYBODY = '$all';
const SETTINGS_STREAM = '$settings';

/** Default rights, as `$settings` holds them. */
interface SystemSettings {
  $userStreamAcl?: AccessList;
  $systemStreamAcl?: AccessList;
}

/** Somebody who calls: 'admin' and 'ops' are in `$admins`, everybody else is only themselves. */
export function userOf(caller: Metadata, withoutCredentials: string): string {
  const header = String(caller.get('authorization')[0] ?? '');
  if (!header.startsWith('Basic ')) return withoutCredentials;
  const [name = ''] = Buffer.from(header.slice(6), 'base64').toString().split(':');
  return name;
}

/** Whether a user may append to a stream; for `$$stream` the right to write its metadata counts. */
export function mayWrite(log: EventLog, user: string, stream: string): boolean {
  return isMetastream(stream)
    ? allowed(log, user, stream.slice(2), '$mw')
    : allowed(log, user, stream, '$w');
}

/** Whether a user may read a stream or `$all`. */
export function mayRead(log: EventLog, user: string, stream: string): boolean {
  return isMetastream(stream)
    ? allowed(log, user, stream.slice(2), '$mr')
    : allowed(log, user, stream, '$r');
}

export function mayDelete(log: EventLog, user: string, stream: string): boolean {
  return allowed(log, user, stream, '$d');
}

function allowed(log: EventLog, user: string, stream: string, right: keyof AccessList): boolean {
  if (user === 'admin' || user === 'ops') return true;
  const roles = [rolesFor(log, stream, right)].flat();
  return roles.includes(EVERYBODY) || roles.includes(user);
}

function rolesFor(log: EventLog, stream: string, right: keyof AccessList): string | string[] {
  const own = metadataOf(log, stream).$acl;
  const byStream = typeof own === 'object' ? own[right] : undefined;
  if (byStream !== undefined) return byStream;
  const settings: SystemSettings | undefined = jsonOf(log.stream(SETTINGS_STREAM).at(-1));
  return stream.startsWith('$')
    ? (settings?.$systemStreamAcl?.[right] ?? ADMINS)
    : (settings?.$userStreamAcl?.[right] ?? EVERYBODY);
}
