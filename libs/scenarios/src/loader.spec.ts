import { ordinalOf, type StoredEvent } from '#libs/event-store';
import { wholeLog } from '#libs/event-store/testing';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { temporaryFile } from '#libs/event-store-sqlite/testing';
import { type LoadProgress, loadScenarios, readScenarios, ScenarioError } from './index.js';
import { testWorld } from './testing/index.js';

const SCALE = 0.02;
/** Large enough that communes still merge. */
const WITH_MERGER = 0.1;
const scenarios = readScenarios();

/** Of all, or of those named. */
async function logOf(
  seed: number,
  scale: number,
  open?: Parameters<typeof testWorld>[0],
  ids?: readonly string[],
) {
  const world = await testWorld(open);
  const chosen = scenarios.filter(({ id }) => ids?.includes(id) ?? true);
  const report = await loadScenarios({ ...world, scenarios: chosen, seed, scale });
  const log = await wholeLog(world.store);
  await world.close();
  return { report, log };
}

describe('loading scenarios', () => {
  it('writes the same streams for the same seed, on whatever store', async () => {
    // The one with a merger, and the one with transfers.
    const two = ['bac-kan', 'binh-dai'];
    const inMemory = await logOf(7, WITH_MERGER, undefined, two);
    const onDisk = await logOf(
      7,
      WITH_MERGER,
      (clock) => sqliteEventStore({ file: temporaryFile(), clock }),
      two,
    );
    expect(inMemory.log.length).toBeGreaterThan(10_000);
    expect(inMemory.log.some(({ type }) => type === 'OrgMerged')).toBe(true);
    expect(onDisk.log.length).toBe(inMemory.log.length);
    expect(different(onDisk.log, inMemory.log)).toEqual([]);
    expect(onDisk.report).toEqual(inMemory.report);
  }, 120_000);

  it('writes another log for another seed', async () => {
    const [one, other] = [await logOf(7, SCALE), await logOf(8, SCALE)];
    expect(one.log.map(text)).not.toEqual(other.log.map(text));
  }, 60_000);

  it('adds nothing when it is run again, and goes on where it was interrupted', async () => {
    const world = await testWorld();
    const options = { ...world, scenarios, scale: SCALE };
    const interrupted = loadScenarios({
      ...options,
      onProgress: ({ share }) => {
        if (share > 0.5) throw new Error('power cut');
      },
    });
    await expect(interrupted).rejects.toThrow('power cut');
    const half = ordinalOf(await world.store.head());
    const second = await loadScenarios(options);
    const whole = ordinalOf(await world.store.head());
    expect(second.repeated).toBeGreaterThan(0.5 * half);
    expect(whole).toBeGreaterThan(1.5 * half);
    const third = await loadScenarios(options);
    expect(third.repeated).toBe(third.commands);
    expect(ordinalOf(await world.store.head())).toBe(whole);
    await world.close();
  }, 60_000);

  it('tells how far it is, year by year', async () => {
    const world = await testWorld();
    const seen: LoadProgress[] = [];
    const report = await loadScenarios({
      ...world,
      scenarios,
      scale: SCALE,
      onProgress: (progress) => void seen.push(progress),
    });
    await world.close();
    const shares = seen.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares.at(-1)).toBeCloseTo(1);
    expect([...new Set(seen.map(({ year }) => year))]).toEqual([
      2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020,
      2021, 2022, 2023,
    ]);
    expect(seen.at(-1)!.commands).toBe(report.commands);
  }, 60_000);

  it('stops at the first command that is not accepted, naming it and why', async () => {
    const world = await testWorld();
    const refusing = loadScenarios({
      ...world,
      scenarios,
      scale: SCALE,
      execute: (request) =>
        request.command === 'endorse'
          ? world.execute({ ...request, actor: { id: 'ls.000009', kind: 'person' } })
          : world.execute(request),
    });
    await expect(refusing).rejects.toThrow(ScenarioError);
    await expect(refusing).rejects.toThrow(/^registration\.endorse \(lang-son\.2006\.\d+\): NOT_/);
    await world.close();
  });
});

/** Streams that are not the same event by event; their order among each other is left aside. */
function different(one: readonly StoredEvent[], other: readonly StoredEvent[]): string[] {
  const [left, right] = [streamsOf(one), streamsOf(other)];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (stream) => left.get(stream) !== right.get(stream),
  );
}

const streamsOf = (log: readonly StoredEvent[]): ReadonlyMap<string, string> => {
  const streams = new Map<string, string>();
  for (const { position: _, ...event } of log)
    streams.set(event.stream, `${streams.get(event.stream) ?? ''}${text(event)}\n`);
  return streams;
};

const text = (event: object): string => JSON.stringify(event);
