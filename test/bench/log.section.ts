import { join } from 'node:path';
import { type EventStore, START } from '#libs/event-store';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { projectionRunner } from '#libs/projections';
import { openReadModels, READ_MODELS } from '#libs/read-models';
import { rmSync } from 'node:fs';
import { inTurns, perSecond } from './measure.js';
import { shapeFor, writeLog } from './product-log.js';
import { eventBytes, readAndParse } from './raw-limit.js';
import type { Row } from './row.js';
import type { Scale } from './scale.js';

const PAGE = 5_000;
const ROUNDS = 3;

/** Rows 3 and 4: reading everything, and building every read model anew from it. */
export async function logSection(folder: string, { log }: Scale): Promise<readonly Row[]> {
  const file = join(folder, 'events.db');
  const store = sqliteEventStore({ file, clock: Date.now });
  const count = await writeLog(store, shapeFor(log));
  const { raw, read, rebuild } = await inTurns(ROUNDS, {
    raw: () => readAndParse(file, count),
    read: () => perSecond(count, () => readWhole(store, count)),
    rebuild: (round) => rebuildRate(store, join(folder, `views${round}.db`), count),
  });
  await store.close();
  const { meta, data, sealed } = eventBytes(file);
  const note = `${count} events of ${meta} + ${data} + ${sealed} bytes`;
  return [
    { id: 'read', what: 'read all, parse data and metadata', unit: '/s', raw, ours: read, note },
    {
      id: 'rebuild',
      what: 'rebuild of all read models',
      unit: '/s',
      raw,
      ours: rebuild,
      target: { least: 130_000 },
    },
  ];
}

/** Reads the whole log through the port and has both texts of every event verified and parsed. */
export async function readWhole(store: EventStore, count: number): Promise<void> {
  let [read, people] = [0, 0];
  for (let after = START, atEnd = false; !atEnd;) {
    const page = await store.readAll(after, { limit: PAGE });
    read += page.events.length;
    for (const event of page.events) if (event.id !== '' && 'memberId' in event.data) people += 1;
    ({ next: after, atEnd } = page);
  }
  if (read !== count || people === 0) throw new Error(`read ${read} of ${count} events`);
}

/** Builds every read model in a new file, as an offline rebuild does; events per second. */
export async function rebuildRate(store: EventStore, file: string, count: number): Promise<number> {
  const rate = await perSecond(count, async () => {
    const views = openReadModels({ file });
    const options = { store, rows: views.rows, projections: READ_MODELS, offline: true };
    const runner = projectionRunner(options);
    await runner.start();
    await runner.caughtUp();
    const { head, lines } = await runner.status();
    const stopped = lines.find(({ state, position }) => state !== 'live' || position !== head);
    await runner.stop();
    await views.close();
    if (stopped !== undefined)
      throw new Error(`${stopped.name} is ${stopped.state}: ${stopped.parked?.error ?? ''}`);
  });
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  return rate;
}
