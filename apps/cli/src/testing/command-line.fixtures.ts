import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { openEmbedded } from '#libs/assembly';
import { newEvent } from '#libs/event-store/testing';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { loadSmallDemo } from '#libs/scenarios';
import { runProgram } from '../program.js';

// Whole commands, some over a server: on a busy machine they take their time.
jest.setTimeout(60_000);

const folders: string[] = [];

afterAll(() =>
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })),
);

/** What a person at a terminal sees of one command. */
export interface Seen {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** Standard output, parsed. */
  readonly json: unknown;
}

/** Runs one command line as a user would, in English unless the environment says otherwise. */
export async function guong(
  line: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Seen> {
  const seen = { out: '', err: '' };
  const exitCode = await runProgram(line, {
    variables: { LANG: 'en_GB.UTF-8', ...variables },
    out: { write: (text) => (seen.out += text) },
    err: { write: (text) => (seen.err += text) },
  });
  return {
    exitCode,
    ...seen,
    get json() {
      if (seen.out === '') throw new Error(`no result, exit code ${exitCode}: ${seen.err}`);
      return JSON.parse(seen.out) as unknown;
    },
  };
}

/** An empty folder that goes after the spec; with a name: one inside it that is not there yet. */
export function temporaryFolder(name?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'guong-cli-'));
  folders.push(folder);
  return name === undefined ? folder : join(folder, name);
}

/** A data folder with this many events of no workflow, each a command of its own. */
export async function folderWithEvents(count: number, name = 'data'): Promise<string> {
  const folder = temporaryFolder(name);
  mkdirSync(folder, { recursive: true });
  let now = Date.parse('2026-03-01T02:00:00.000Z');
  const store = sqliteEventStore({ file: join(folder, 'events.db'), clock: () => now });
  for (let n = 0; n < count; n += 1) {
    now += n % 3;
    const id = `event-${n}`;
    await store.append(`stream-${n % 4}`, 'any', [newEvent({ id, commandId: id, data: { n } })]);
  }
  await store.close();
  return folder;
}

/** A data folder with one small organisation's years, views built; each caller gets its own. */
export async function folderWithDemo(): Promise<string> {
  const folder = temporaryFolder();
  cpSync(await (loaded ??= loadedDemo()), folder, { recursive: true });
  return folder;
}
let loaded: Promise<string> | undefined;

async function loadedDemo(): Promise<string> {
  const folder = temporaryFolder();
  let now = 0;
  const product = await openEmbedded({ folder, clock: () => now, offline: true, repeatable: true });
  await product.startReactors();
  await loadSmallDemo({
    finishedYear: 2025,
    execute: product.engine.execute.bind(product.engine),
    clock: { set: (iso) => void (now = Date.parse(iso)) },
    settled: product.reacted,
  });
  await product.start();
  await product.settled();
  await product.close();
  return folder;
}
