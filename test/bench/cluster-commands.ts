import { join } from 'node:path';
import { openCluster, productEngine } from '#libs/assembly';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import type { ClusterPlaces } from './cluster-places.js';
import { CommandRounds } from './command-rounds.js';
import { inTurns, type Turn } from './measure.js';
import { costs, type ProcessTime, stopwatch } from './process-time.js';
import { shapeFor, writeLog } from './product-log.js';
import { RawEvents } from './raw-events.js';
import { admit, endorse, must, prepareCell, submit } from './requests.js';
import type { Row } from './row.js';
import type { ClusterScale } from './scale.js';

/** Past every index a round could reach. */
const SAMPLE = 10_000_000;
/** Enough for a checkpoint of the data folder's log. */
const USED_EVENTS = 80_000;

/** Commands of the product over gRPC, beside bare appends and beside a data folder. */
export async function clusterCommandRows(
  places: ClusterPlaces,
  folder: string,
  scale: ClusterScale,
): Promise<readonly Row[]> {
  const product = await openCluster({
    eventsUrl: places.eventsUrl,
    viewsUrl: await places.emptyViews(),
  });
  await product.start();
  const store = sqliteEventStore({ file: join(folder, 'embedded.db'), clock: Date.now });
  await writeLog(store, shapeFor(USED_EVENTS));
  const embedded = productEngine({ store, clock: Date.now });
  for (const engine of [product.engine, embedded]) {
    await prepareCell(engine);
    for (const command of [admit, submit, endorse]) await must(engine, command(SAMPLE));
  }
  const raw = new RawEvents(places.eventsUrl);
  const [plain, form] = [
    await raw.newest('RegistrationEndorsed'),
    await raw.newest('RegistrationSubmitted'),
  ];
  const ours = new CommandRounds(product.engine, scale);
  const theirs = new CommandRounds(embedded, scale);
  const cost = new Costs({ client: ownTime, log: places.log, database: places.database });
  // Within a round members are admitted before they submit, and submit before it is endorsed.
  const rates = await inTurns(scale.rounds, {
    rawSingle: raw.single(scale.singles, plain),
    rawAtOnce: raw.atOnce(scale.atOnce, plain),
    rawForm: raw.single(scale.singles, form),
    rawFormAtOnce: raw.atOnce(scale.atOnce, form),
    embeddedAdmit: theirs.single(admit),
    embeddedAdmitAtOnce: theirs.atOnce(admit),
    embeddedSubmit: theirs.single(submit),
    embeddedSubmitAtOnce: theirs.atOnce(submit),
    embeddedEndorse: theirs.single(endorse),
    embeddedEndorseAtOnce: theirs.atOnce(endorse),
    admit: ours.single(admit),
    admitAtOnce: ours.atOnce(admit),
    submit: ours.single(submit),
    submitAtOnce: cost.of('submit', scale.atOnce, ours.atOnce(submit)),
    endorse: cost.of('single', scale.singles, ours.single(endorse)),
    endorseAtOnce: cost.of('endorse', scale.atOnce, ours.atOnce(endorse)),
  });
  await raw.close();
  await product.close();
  await store.close();
  const row = (id: string, what: string, figures: readonly number[], note?: string): Row => {
    const [rawFigure, embeddedFigure, own] = figures as [number, number, number];
    const [rest, ids] = [{ raw: rawFigure, embedded: embeddedFigure, note }, `cluster-${id}`];
    return { id: ids, what: `cluster: ${what}`, unit: '/s', ours: own, ...rest };
  };
  const r = rates;
  const p99 = (command: typeof admit): string => ours.p99Text(command);
  return [
    row('single-admit', 'admit, one at a time', [r.rawSingle, r.embeddedAdmit, r.admit]),
    row(
      'single-endorse',
      'endorse, one at a time',
      [r.rawSingle, r.embeddedEndorse, r.endorse],
      cost.text('single'),
    ),
    row('single-submit', 'form, one at a time', [r.rawForm, r.embeddedSubmit, r.submit]),
    row(
      'burst-admit',
      'admit, 64 at once',
      [r.rawAtOnce, r.embeddedAdmitAtOnce, r.admitAtOnce],
      p99(admit),
    ),
    row(
      'burst-endorse',
      'endorse, 64 at once',
      [r.rawAtOnce, r.embeddedEndorseAtOnce, r.endorseAtOnce],
      `${p99(endorse)}; ${cost.text('endorse')}`,
    ),
    row(
      'burst-submit',
      'form, 64 at once',
      [r.rawFormAtOnce, r.embeddedSubmitAtOnce, r.submitAtOnce],
      `${p99(submit)}; ${cost.text('submit')}`,
    ),
  ];
}

/** Of this process, user and system, seconds. */
export const ownTime: ProcessTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};

/** What a command costs each process, summed over the rounds that count. */
class Costs<Name extends string> {
  private readonly sums = new Map<string, { count: number; seconds: Record<string, number> }>();

  constructor(private readonly clocks: Readonly<Record<Name, ProcessTime>>) {}

  of(name: string, count: number, turn: Turn): Turn {
    return async (round) => {
      const read = stopwatch(this.clocks);
      const rate = await turn(round);
      const spent = read();
      if (round < 0) return rate;
      const sum = this.sums.get(name) ?? { count: 0, seconds: {} };
      sum.count += count;
      for (const part of Object.keys(spent) as Name[])
        sum.seconds[part] = (sum.seconds[part] ?? 0) + spent[part];
      this.sums.set(name, sum);
      return rate;
    };
  }

  text(name: string): string {
    const { count, seconds } = this.sums.get(name)!;
    return costs(seconds, count);
  }
}
