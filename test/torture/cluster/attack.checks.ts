import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { installLog, type LogAlarm, type LogAlarmCode } from '#libs/event-store-eventstoredb';
import { ballast, type CheckReport, type CheckRig, withLog } from './check.rig.js';
import { partsOf } from './command.hands.js';
import { codeOf } from './load.js';

type Attack = (client: EventStoreDBClient, stream: string) => Promise<unknown>;

/** 26: what somebody might do to a stream, and the alarm it must raise where it succeeds. */
const ATTACKS: readonly (readonly [string, LogAlarmCode, Attack])[] = [
  ['$maxCount', 'LOG_RETENTION', (client, stream) => client.setStreamMetadata(stream, maxCount)],
  ['$tb', 'LOG_RETENTION', (client, stream) => client.setStreamMetadata(stream, truncateBefore)],
  ['$acl', 'LOG_ACL_UNSAFE', (client, stream) => client.setStreamMetadata(stream, openToAll)],
  ['deletion', 'LOG_STREAM_DELETED', (client, stream) => client.deleteStream(stream)],
  ['tombstone', 'LOG_STREAM_DELETED', (client, stream) => client.tombstoneStream(stream)],
];
const maxCount = { maxCount: 1 };
const truncateBefore = { truncateBefore: 2 };
const openToAll = { acl: { writeRoles: ['$all'] } };

const EVERY_MS = 250;
const ALARM_WITHIN_MS = 60_000;
const WRITER = 'guong';

/**
 * 26: the application's own user, whose rights `installLog` wrote, can neither cut nor delete a
 * stream nor give rights to it; where an administrator does it all the same, the guard alarms and
 * reading tells. Over a server the second half needs the address of an administrator, and leaves
 * streams of this run cut and deleted: never do it to a log that is used.
 */
export const metadataAttack = async (rig: CheckRig): Promise<CheckReport> => {
  const asUser = (name: string): void => {
    if (rig.double !== undefined) rig.double.settings.user = name;
  };
  const writer = partsOf(rig.url).user?.split(':')[0] ?? WRITER;
  asUser('admin');
  if (rig.adminUrl !== undefined) await installLog(rig.adminUrl, { writers: [writer] });
  const problems: string[] = [];
  asUser(writer);
  const streamOf = (index: number): string => `${rig.run}-attacked${index}`;
  await withLog(rig, async (store) => {
    for (const index of ATTACKS.keys())
      await store.append(streamOf(index), 'none', ballast(rig.run, `attacked${index}`, 3, 10));
    const refused = await attackAll(rig.url, streamOf);
    for (const [what, answer] of refused)
      if (answer !== 'access-denied') problems.push(`${what} by ${writer}: ${answer}`);
    for (const index of ATTACKS.keys()) {
      const there = await store.read(streamOf(index)).then(
        ({ length }) => `${length} events`,
        (error: unknown) => codeOf(error),
      );
      if (there !== '3 events') problems.push(`${streamOf(index)} has ${there} of 3`);
    }
  });
  if (rig.adminUrl === undefined) return { problems, figures: { administrator: 'not tried' } };
  asUser('admin');
  const alarmed = await alarmsOf(rig, rig.adminUrl, streamOf, problems);
  asUser('admin');
  return { problems, figures: { alarms: alarmed.length } };
};

/** The alarms of the guard while an administrator attacks; adds to the problems what is missing. */
function alarmsOf(
  rig: CheckRig,
  adminUrl: string,
  streamOf: (index: number) => string,
  problems: string[],
): Promise<readonly LogAlarm[]> {
  return withLog(rig, async (store, alarms) => {
    const guarding = store.guard({ after: await store.head(), everyMs: EVERY_MS });
    for (const [what, answer] of await attackAll(adminUrl, streamOf))
      if (answer !== 'done') problems.push(`${what} by an administrator: ${answer}`);
    const silent = (): string[] =>
      ATTACKS.flatMap(([what, code], index) =>
        alarms.some((alarm) => alarm.stream === streamOf(index) && alarm.code === code)
          ? []
          : [`${what} by an administrator: no alarm`],
      );
    for (let waited = 0; silent().length > 0 && waited < ALARM_WITHIN_MS; waited += EVERY_MS)
      await pause(EVERY_MS);
    problems.push(...silent());
    guarding.stop();
    await guarding.stopped;
    const { findings } = await store.check();
    if (findings.length < ATTACKS.length) problems.push('the check at start finds too little');
    return alarms;
  });
}

/** Each attack, and the kind of error that answered it, or `done`. */
async function attackAll(
  url: string,
  streamOf: (index: number) => string,
): Promise<[string, string][]> {
  const client = EventStoreDBClient.connectionString(url);
  const answers: [string, string][] = [];
  try {
    for (const [index, [what, , attack]] of ATTACKS.entries())
      answers.push([
        what,
        await attack(client, streamOf(index)).then(
          () => 'done',
          (error: unknown) => String((error as { type?: unknown }).type ?? error),
        ),
      ]);
  } finally {
    await client.dispose();
  }
  return answers;
}
