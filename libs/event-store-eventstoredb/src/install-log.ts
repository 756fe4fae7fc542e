import { StoreError } from '#libs/event-store';
import { backOffMs, pause } from './deadline.js';
import { logClient } from './eventstoredb-client.js';
import type { LogClient } from './log-client.port.js';
import { outgoingRecord } from './outgoing-event.js';
import { faultOf, storeErrorOf } from './server-fault.js';
import { SETTINGS_STREAM } from './stream-settings.js';

export interface InstallOptions {
  /** Users of the server that append events; default `['guong']`. None of them an administrator. */
  readonly writers?: readonly string[] | undefined;
  /** Users that read; writers always do. */
  readonly readers?: readonly string[] | undefined;
  readonly deadlineMs?: number | undefined;
}

const ADMINS = '$admins';
const ATTEMPTS = 5;

/**
 * Writes the rights a safe log needs, as an administrator (`url` carries the credentials): only the
 * writers append, only administrators delete streams or change their settings, and readers may read
 * `$all` and the settings. Can be run again. The users themselves are made on the server.
 * Throws StoreError: STORE_DENIED, STORE_UNAVAILABLE.
 */
export async function installLog(url: string, options: InstallOptions = {}): Promise<void> {
  const { writers = ['guong'], readers = [], deadlineMs = 5000 } = options;
  const reading = [...new Set([...writers, ...readers]), ADMINS];
  const admins = { $w: [ADMINS], $d: [ADMINS], $mw: [ADMINS], $mr: reading };
  const client = logClient(url);
  const write = (stream: string, type: string, data: object) =>
    settled(() => client.append(stream, 'any', [outgoingRecord(type, data)], deadlineMs), stream);
  try {
    await write(SETTINGS_STREAM, 'update-default-acl', {
      $userStreamAcl: { ...admins, $r: reading, $w: [...writers] },
      $systemStreamAcl: { $r: [ADMINS], $w: [ADMINS], $d: [ADMINS], $mr: [ADMINS], $mw: [ADMINS] },
    });
    for (const stream of [SETTINGS_STREAM, '$all'])
      await write(`$$${stream}`, '$metadata', { $acl: { ...admins, $r: reading } });
  } finally {
    await client.dispose();
  }
}

/** Writing the same settings twice does no harm. */
async function settled(
  write: () => ReturnType<LogClient['append']>,
  stream: string,
): Promise<void> {
  for (let retry = 0; ; retry += 1)
    try {
      await write();
      return;
    } catch (error) {
      const fault = faultOf(error);
      const passing = fault.kind === 'unavailable' || fault.kind === 'unknown';
      if (passing && retry < ATTEMPTS) await pause(backOffMs(retry));
      else if (passing) throw new StoreError('STORE_UNAVAILABLE', 'the log cannot be reached');
      else throw storeErrorOf(fault, stream);
    }
}
