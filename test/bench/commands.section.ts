import { join } from 'node:path';
import { productEngine } from '#libs/assembly';
import type { Engine } from '#libs/engine';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { CommandRounds } from './command-rounds.js';
import { inTurns, type Turn } from './measure.js';
import { BATCH, RawAppends, type Texts, textsOf } from './raw-limit.js';
import { admit, endorse, must, prepareCell, submit } from './requests.js';
import { shapeFor, writeLog } from './product-log.js';
import type { Row } from './row.js';
import type { Scale } from './scale.js';

const SINGLE = { least: 4_000 };
const AT_ONCE = { least: 25_000 };

/** Enough for a checkpoint. */
const USED_EVENTS = 80_000;

/** Rows 1 and 2: durable commands through the engine, beside bare inserts of the same bytes. */
export async function commandsSection(folder: string, scale: Scale): Promise<readonly Row[]> {
  const file = join(folder, 'events.db');
  const store = sqliteEventStore({ file, clock: Date.now });
  // Until its first checkpoint a write-ahead log grows, and syncing a growing file costs more: both
  // files are measured in the state they are in for the rest of their lives.
  await writeLog(store, shapeFor(USED_EVENTS));
  const engine = productEngine({ store, clock: Date.now });
  await prepareCell(engine);
  for (const command of [admit, submit, endorse]) await must(engine, command(SAMPLE));
  const raw = new RawAppends(join(folder, 'raw.db'));
  await raw.perSecond(USED_EVENTS, 256, textsOf(file, 'RegistrationSubmitted'));
  const rounds = new CommandRounds(engine, scale);
  const [plain, form] = [
    textsOf(file, 'RegistrationEndorsed'),
    textsOf(file, 'RegistrationSubmitted'),
  ];
  const rawSingle =
    (texts: Texts): Turn =>
    () =>
      raw.perSecond(scale.singles, 1, texts);
  const rawAtOnce =
    (texts: Texts): Turn =>
    () =>
      raw.perSecond(scale.atOnce, BATCH, texts);
  // Within a round members are admitted before they submit, and submit before it is endorsed.
  const rates = await inTurns(scale.rounds, {
    rawSingle: rawSingle(plain),
    admitSingle: rounds.single(admit),
    rawAtOnce: rawAtOnce(plain),
    admitAtOnce: rounds.atOnce(admit),
    rawFormSingle: rawSingle(form),
    submitSingle: rounds.single(submit),
    rawFormAtOnce: rawAtOnce(form),
    submitAtOnce: rounds.atOnce(submit),
    endorseSingle: rounds.single(endorse),
    endorseAtOnce: rounds.atOnce(endorse),
  });
  const failed = await thousandAtOnce(engine);
  raw.close();
  await store.close();
  const size = ({ meta, data }: Texts): string => `${meta.length} + ${data.length} characters`;
  const { rawSingle: one, rawAtOnce: many, rawFormSingle, rawFormAtOnce } = rates;
  return [
    row('single-admit', 'admit, one at a time', one, rates.admitSingle, SINGLE, size(plain)),
    row('single-endorse', 'endorse, one at a time', one, rates.endorseSingle, SINGLE),
    row(
      'single-submit',
      'form, one at a time',
      rawFormSingle,
      rates.submitSingle,
      SINGLE,
      size(form),
    ),
    row(
      'burst-admit',
      'admit, 64 at once',
      many,
      rates.admitAtOnce,
      AT_ONCE,
      rounds.p99Text(admit),
    ),
    row(
      'burst-endorse',
      'endorse, 64 at once',
      many,
      rates.endorseAtOnce,
      AT_ONCE,
      rounds.p99Text(endorse),
    ),
    row(
      'burst-submit',
      'form, 64 at once',
      rawFormAtOnce,
      rates.submitAtOnce,
      AT_ONCE,
      rounds.p99Text(submit),
    ),
    {
      id: 'burst-failures',
      what: '1,000 commands at once',
      unit: 'failed',
      ours: failed,
      target: { most: 0 },
    },
  ];
}

/** Past every index a round could reach. */
const SAMPLE = 10_000_000;

const row = (
  id: string,
  what: string,
  raw: number,
  ours: number,
  target: Row['target'],
  note?: string,
): Row => ({ id, what, unit: '/s', raw, ours, target, note });

async function thousandAtOnce(engine: Engine): Promise<number> {
  const outcomes = await Promise.all(
    Array.from({ length: 1_000 }, (_, i) => engine.execute(admit(SAMPLE + 1 + i))),
  );
  return outcomes.filter(({ kind }) => kind !== 'accepted').length;
}
