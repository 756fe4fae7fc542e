import { setTimeout as pause } from 'node:timers/promises';
import { installLog } from '#libs/event-store-eventstoredb';
import { READ_MODELS } from '#libs/read-models';
import { describePostgres } from '#libs/read-models/testing';
import { REACTORS } from '#libs/workflows';
import { type Double, startDouble } from '../../../test/eventstoredb-double/index.js';
import { type Config, readConfig } from './config.js';
import { openProjector } from './open.js';
import { serve, type Serving } from './serve.js';

const ITEMS = [
  ...READ_MODELS.map(({ name }) => `projection:${name}`),
  ...REACTORS.map(({ name }) => `reactor:${name}`),
  'timers',
].sort();
const LOOK_MS = 50;
const LONGEST_MS = 60_000;

interface Health {
  readonly details: { readonly items: { readonly held: readonly Held[] } };
}
interface Held {
  readonly item: string;
  readonly token: number;
  readonly state: string;
}

async function heldBy({ url }: Serving): Promise<readonly Held[]> {
  const { details } = (await (await fetch(`${url}/health/ready`)).json()) as Health;
  return details.items.held;
}

const namesOf = (...held: (readonly Held[])[]): string[] =>
  held.flatMap((items) => items.map(({ item }) => item)).sort();

/** Looks again and again; the whole test is limited in time. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(LOOK_MS);
}

describePostgres('two projectors over one log and one database', (database) => {
  let double: Double;
  let config: Config;
  const opened: Serving[] = [];

  beforeAll(async () => {
    double = await startDouble();
    await installLog(double.url);
    config = readConfig({
      GUONG_EVENTS_URL: double.url,
      GUONG_VIEWS_URL: database.url,
      GUONG_LEASE_SECONDS: '2',
      GUONG_LOG: 'silent',
      PORT: '0',
    });
  }, LONGEST_MS);
  afterAll(async () => {
    for (const each of opened) await each.close();
    await double.stop();
  }, LONGEST_MS);
  const start = async (): Promise<Serving> => {
    const serving = await serve(config, openProjector);
    opened.push(serving);
    return serving;
  };

  it(
    'share all items, each held once, and the one that stays takes over what the other gives back',
    async () => {
      const one = await start();
      await until(async () => namesOf(await heldBy(one)).join() === ITEMS.join());
      const before = new Map((await heldBy(one)).map(({ item, token }) => [item, token]));

      const other = await start();
      await until(async () => {
        const [ours, theirs] = [await heldBy(one), await heldBy(other)];
        const isShared = ours.length > 0 && theirs.length > 0;
        return isShared && namesOf(ours, theirs).join() === ITEMS.join();
      });
      for (const { item, token } of await heldBy(other))
        expect(token).toBeGreaterThan(before.get(item) ?? 0);

      await opened.pop()?.close();
      await until(async () => namesOf(await heldBy(one)).join() === ITEMS.join());
      await until(async () =>
        (await heldBy(one)).every(({ state }) => state === 'live' || state === 'running'),
      );
      expect((await fetch(`${one.url}/health/ready`)).status).toBe(200);
    },
    LONGEST_MS,
  );

  it('does not begin on a log that others may change, and says so', async () => {
    const unsafe = await startDouble();
    const cluster = { ...config.cluster, eventsUrl: unsafe.url };
    const begun = serve({ ...config, cluster }, openProjector);
    await expect(begun).rejects.toMatchObject({ code: 'EVENTS_UNSAFE', exitCode: 78 });
    await unsafe.stop();
  });
});
