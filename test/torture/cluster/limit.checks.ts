import { type Position, StoreError } from '#libs/event-store';
import type { EventStoreDb } from '#libs/event-store-eventstoredb';
import { ballast, type Check, type CheckRig, listen, withLog } from './check.rig.js';
import { codeOf } from './load.js';

const MIB = 1024 * 1024;
/** Around the limits of servers: older ones take 1 MiB in an append, none 16 MiB in an event. */
const OVERSIZE: readonly (readonly [string, number, number])[] = [
  ['1 MiB + 1 byte in two events', 2, MIB / 2 + 1],
  ['an event of 16 MiB', 1, 16 * MIB],
  ['10,000 events', 10_000, 16],
];

/** 27: what is too large is refused by name and leaves nothing; what is taken is there in full. */
export const oversize: Check = (rig) =>
  withLog(rig, async (store) => {
    const problems: string[] = [];
    const figures: Record<string, string> = {};
    for (const [index, [what, count, bytes]] of OVERSIZE.entries()) {
      const stream = `${rig.run}-large${index}`;
      const answer = await store
        .append(stream, 'none', ballast(rig.run, `large${index}`, count, bytes))
        .then(
          ({ kind }) => kind,
          (error: unknown) => codeOf(error),
        );
      figures[what] = answer;
      const there = (await store.read(stream)).length;
      const due = answer === 'appended' ? count : 0;
      if (answer !== 'appended' && answer !== 'STORE_TOO_LARGE')
        problems.push(`${what}: answered ${answer}`);
      if (there !== due) problems.push(`${what}: ${there} events are there, ${due} were due`);
      // Whoever wrote too much goes on with less.
      const next = await store.append(`${stream}-after`, 'none', ballast(stream, 'after', 1, 1));
      if (next.kind !== 'appended') problems.push(`${what}: nothing can be written afterwards`);
    }
    return { problems, figures };
  });

/**
 * 25: a position beyond the end is found before anything is subscribed. Over a double the log is
 * really cut; over a server, which this does not cut, the position lies beyond its end.
 */
export const beyondTheEnd: Check = (rig) =>
  withLog(rig, async (store, alarms) => {
    await store.append(`${rig.run}-cut`, 'none', ballast(rig.run, 'cut', 20, 10));
    const reached = await beyond(rig, store);
    const subscribed = rig.double?.stats.calls.subscribe;
    const problems: string[] = [];
    for (const types of [undefined, ['TortureRare']]) {
      const ended = await listen(store, reached, { types }, () => true).then(
        ({ messages }) => `said ${messages[0]?.kind}`,
        (error: unknown) => (error instanceof StoreError ? error.code : String(error)),
      );
      if (ended !== 'STORE_AHEAD') problems.push(`a subscriber beyond the end ${ended}`);
    }
    if (rig.double?.stats.calls.subscribe !== subscribed)
      problems.push('the server was asked to subscribe beyond its end');
    const { findings } = await store.check({ reached });
    if (!findings.some(({ code }) => code === 'LOG_TRUNCATED'))
      problems.push('the check at start does not tell that the log is shorter');
    if (!alarms.some(({ code }) => code === 'LOG_TRUNCATED')) problems.push('nobody was alarmed');
    return { problems, figures: { alarms: alarms.length } };
  });

async function beyond({ double }: CheckRig, store: EventStoreDb): Promise<Position> {
  const head = await store.head();
  if (double !== undefined) {
    const kept = double.log.events.at(-10);
    if (kept !== undefined) double.truncateAfter(kept);
    return head;
  }
  const further = (half: string): string =>
    (BigInt(half) + 1_000_000_000n).toString().padStart(half.length, '0');
  return head.split('/').map(further).join('/') as Position;
}
