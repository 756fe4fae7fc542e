import { act, projection, state, store } from '@rotorsoft/act';
import { SqliteStore } from '@rotorsoft/act-sqlite';
import { join } from 'node:path';
import { z } from 'zod';
import { perSecond } from './measure.js';
import { SAMPLE_DATA } from './sample-event.js';

/** @rotorsoft/act with its SQLite store, the best embedded peer: the same work, its own API. */
export interface PeerResult {
  readonly single: number;
  /** Of 64 commands at once, how many succeeded. */
  readonly succeededOf64: number;
  readonly read: number;
  readonly project: number;
}

const Payload = z.object({ text: z.string() });

const Record = state({ Record: z.object({ text: z.string() }) })
  .init(() => ({ text: '' }))
  .emits({ Recorded: Payload })
  .patch({ Recorded: ({ data }) => ({ text: data.text }) })
  .on({ record: Payload })
  .emit((action) => ['Recorded', { text: action.text }])
  .build();

async function measurePeer(folder: string, singles: number): Promise<PeerResult> {
  store(new SqliteStore({ url: `file:${join(folder, 'peer.db')}` }));
  await store().seed();
  let projected = 0;
  const counter = projection('counter')
    .on({ Recorded: Payload })
    .do(function count() {
      projected += 1;
      return Promise.resolve();
    })
    .build();
  const app = act().withState(Record).withProjection(counter).build();
  const record = (stream: string): Promise<unknown> =>
    app.do('record', { stream, actor: { id: '1', name: 'u' } }, { text: SAMPLE_DATA });
  const single = await perSecond(singles, async () => {
    for (let i = 0; i < singles; i += 1) await record(`s${i}`);
  });
  let read = 0;
  const readRate = await perSecond(1, async () => {
    await app.query({ limit: 1_000_000 }, () => void (read += 1));
  });
  const project = await projectAll(app, () => projected);
  // Last, because the commands that fail leave the file locked for a while.
  const atOnce = await Promise.allSettled(Array.from({ length: 64 }, (_, i) => record(`p${i}`)));
  return {
    single,
    succeededOf64: atOnce.filter(({ status }) => status === 'fulfilled').length,
    read: readRate * read,
    project,
  };
}

async function projectAll(
  app: { correlate(query?: object): Promise<unknown>; drain(options?: object): Promise<unknown> },
  projected: () => number,
): Promise<number> {
  const start = performance.now();
  await app.correlate({ limit: 100_000 });
  for (let before = -1; before < projected();) {
    before = projected();
    await app.drain({ streamLimit: 1000, eventLimit: 10_000 });
  }
  return (projected() / (performance.now() - start)) * 1000;
}

// A process of its own: its SQLite is another library than ours, and it ends the process it is in.
const [folder, singles] = process.argv.slice(2);
if (folder !== undefined) {
  process.stdout.write(`\n${JSON.stringify(await measurePeer(folder, Number(singles)))}\n`);
  process.exit(0);
}
