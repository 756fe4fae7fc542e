import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { START } from '#libs/event-store';
import { handClock, newEvent, newEvents, numbersOf, wholeLog } from '#libs/event-store/testing';
import { sqliteEventStore, type SqliteEventStoreOptions } from './sqlite-event-store.js';
import { temporaryFile } from './testing/temporary.fixtures.js';

const open = (file: string, options: Partial<SqliteEventStoreOptions> = {}) =>
  sqliteEventStore({ file, clock: handClock(), ...options });
const refusal = (code: string) => expect.objectContaining({ name: 'StoreError', code });

/** A closed log of `count` events, each with a text that can be found in the file. */
async function closedLog(count: number): Promise<string> {
  const file = temporaryFile();
  const store = open(file);
  for (let n = 1; n <= count; n += 1)
    await store.append(`s${n % 5}`, 'any', [
      newEvent({ id: `event-${n}`, data: { n, mark: `mark-${n}-end` } }),
    ]);
  await store.close();
  return file;
}

/**
 * Replaces a text wherever it is in the file by another of the same length, as a bad disk would.
 */
function overwrite(file: string, text: string, other: string): void {
  const before = readFileSync(file, 'latin1');
  expect(before).toContain(text);
  writeFileSync(file, before.replaceAll(text, other), 'latin1');
}

describe('a damaged log', () => {
  it('is noticed at the event, by name, when a text was changed', async () => {
    const file = await closedLog(300);
    overwrite(file, 'mark-7-end', 'mark-8-end');
    const store = open(file);
    const events = await store.read('s2');
    expect(events[0]?.data).toMatchObject({ n: 2 });
    expect(() => events[1]?.data).toThrow(refusal('STORE_CORRUPT'));
    expect(() => events[1]?.data).toThrow(/s2 revision 1, position 7/);
    expect(events[1]?.actor).toBe('member-1');
    await store.close();
  });

  it('is noticed in a text that was left in the file until it was looked at', async () => {
    const file = await closedLog(300);
    overwrite(file, '"event-7"', '"event-8"');
    const store = open(file);
    const options = { limit: 10, types: [newEvent().type], parts: { envelope: [], sealed: [] } };
    const { events } = await store.readAll(START, options);
    expect(numbersOf(events)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(events[5]?.id).toBe('event-6');
    expect(() => events[6]?.id).toThrow(/meta of event s2 revision 1, position 7/);
    await store.close();
  });

  it('is noticed at opening when its end was changed', async () => {
    const file = await closedLog(20);
    overwrite(file, 'mark-20-end', 'mark-21-end');
    expect(() => open(file)).toThrow(refusal('STORE_CORRUPT'));
    // A refused opening leaves no lock behind.
    expect(() => open(file)).toThrow(refusal('STORE_CORRUPT'));
  });

  it.each([
    ['cut short', (file: string) => truncateSync(file, 3 * 4096)],
    ['no database', (file: string) => writeFileSync(file, 'x'.repeat(8192))],
    [
      'a page of zeros',
      (file: string) => writeFileSync(file, readFileSync(file).fill(0, 4096, 8 * 4096)),
    ],
    [
      "another program's",
      (file: string) => {
        const other = new DatabaseSync(file);
        other.exec('PRAGMA application_id = 7');
        other.close();
      },
    ],
  ])('is refused when it is %s', async (_what, damage) => {
    const file = await closedLog(300);
    damage(file);
    expect(() => open(file)).toThrow(refusal('STORE_CORRUPT'));
  });

  it('is noticed when an event is missing from the middle', async () => {
    const file = await closedLog(300);
    const database = new DatabaseSync(file);
    database.exec('DROP TRIGGER events_no_delete; DELETE FROM events WHERE position = 8');
    database.close();
    const store = open(file);
    await expect(wholeLog(store)).rejects.toThrow(refusal('STORE_CORRUPT'));
    await expect(store.read('s3')).rejects.toThrow(/revision 1 of s3/);
    await store.close();
  });

  it('is refused when a newer version wrote it', async () => {
    const file = await closedLog(1);
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => open(file)).toThrow(refusal('STORE_NEWER'));
    expect(() => open(file, { readonly: true })).toThrow(refusal('STORE_NEWER'));
  });

  it('names a folder that does not exist, and a log to read that does not', () => {
    expect(() => open('/nowhere/at/all/events.db')).toThrow(refusal('STORE_FAILED'));
    expect(() => open(temporaryFile(), { readonly: true })).toThrow(refusal('STORE_FAILED'));
  });
});

describe('a full disk', () => {
  it('fails the append, reads on, and works again once there is space', async () => {
    const file = temporaryFile();
    const full = open(file, { maxBytes: 40 * 4096 });
    await full.append('a', 'none', newEvents(3));
    const large = newEvents(50).map((event) => ({ ...event, data: { text: 'x'.repeat(4000) } }));
    await expect(full.append('b', 'none', large)).rejects.toMatchObject({ code: 'STORE_FULL' });
    expect(numbersOf(await wholeLog(full))).toEqual([1, 2, 3]);
    expect(await full.append('a', 2, newEvents(1, 4))).toMatchObject({
      kind: 'appended',
      revision: 3,
    });
    await full.close();

    const roomy = open(file);
    expect(await roomy.append('b', 'none', large)).toMatchObject({
      kind: 'appended',
      revision: 49,
    });
    expect((await wholeLog(roomy)).map(({ position }) => Number(position))).toEqual(
      Array.from({ length: 54 }, (_, n) => n + 1),
    );
    await roomy.close();
  });
});

describe('a killed process', () => {
  const child = join(fileURLToPath(new URL('.', import.meta.url)), 'testing', 'crash-writer.mjs');
  const start = (file: string) =>
    spawn(
      process.execPath,
      ['--experimental-transform-types', '--disable-warning=ExperimentalWarning', child, file],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );

  it('leaves every acknowledged append, none half, and no lock', async () => {
    const file = temporaryFile();
    const acknowledged: string[] = [];
    for (const acknowledgements of [1, 200, 1500]) {
      const writer = start(file);
      let output = '';
      for await (const chunk of writer.stdout) {
        output += String(chunk);
        if (writer.killed || output.split('\n').length <= acknowledgements) continue;
        // While it runs, nobody else may write.
        expect(() => open(file)).toThrow(refusal('STORE_IN_USE'));
        writer.kill('SIGKILL');
      }
      expect(writer.signalCode ?? (await once(writer, 'exit'))[1]).toBe('SIGKILL');
      acknowledged.push(...output.split('\n').slice(0, -1));
    }
    const store = open(file);
    const log = await wholeLog(store);
    const recorded = new Set(
      log.map(({ stream, revision, position }) => `${stream} ${revision} ${position}`),
    );
    expect(acknowledged.length).toBeGreaterThan(1700);
    expect(acknowledged.filter((line) => !recorded.has(line))).toEqual([]);
    expect(log.map(({ type }) => type)).toEqual(
      log.map((_, index) => (index % 2 === 0 ? 'First' : 'Second')),
    );
    expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, index) => index + 1));
    await store.close();
  }, 30_000);

  it('cannot open the log that this process writes', async () => {
    const file = temporaryFile();
    const store = open(file);
    const second = start(file);
    let output = '';
    for await (const chunk of second.stdout) output += String(chunk);
    expect(output).toBe('STORE_IN_USE\n');
    await store.close();
  });
});
