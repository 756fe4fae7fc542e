import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { compareWithRebuild, type Guong, openEmbedded } from '#libs/assembly';
import type { CommandRequest } from '#libs/engine';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { SqliteAccounts, TokenIssuer } from '#libs/platform';
import { checkLog } from './check-log.js';
import { killableServer } from './killable-server.js';
import { type Acknowledged, send, startLoad, type Writer } from './load.js';
import { seeded } from './random.js';

export interface TortureOptions {
  /** The folder that holds package.json; `dist` under it is what runs. */
  readonly root: string;
  /** An empty data folder. */
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface TortureReport {
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly problems: readonly string[];
}

const WRITERS = 24;
/** The first requests of a new process are slow; without this nothing would be under way. */
const LIFE_MIN_MS = 250;
const LIFE_SPAN_MS = 1_000;
const TOKEN_SECONDS = 86_400;
const SYSTEM = { id: 'system.torture', kind: 'system' } as const;

/**
 * Starts the real server, lets members write as fast as they can, kills it with SIGKILL at a
 * random moment, and checks the log; again and again over the same folder. At the end the views
 * that survived all kills are compared with a rebuild.
 */
export async function torture({
  root,
  folder,
  kills,
  seed,
  say,
}: TortureOptions): Promise<TortureReport> {
  const random = seeded(seed);
  const writers = await prepare(folder);
  const acknowledged: Acknowledged[] = [];
  const problems: string[] = [];
  let unanswered = 0;
  for (let round = 1; round <= kills; round += 1) {
    const server = await killableServer(root, folder);
    problems.push(...(await repeatLast(server.url, writers, acknowledged)));
    const load = startLoad(server.url, writers, round);
    await delay(LIFE_MIN_MS + random() * LIFE_SPAN_MS);
    await server.kill();
    await load.done;
    acknowledged.push(...load.acknowledged);
    unanswered += load.unanswered.length;
    problems.push(
      ...(await checkAfterKill(folder, acknowledged)).map(
        (problem) => `after kill ${round}: ${problem}`,
      ),
    );
    say(`kill ${round}: ${load.acknowledged.length} acknowledged, ${problems.length} problems`);
  }
  problems.push(...(await checkViews(folder)));
  return { acknowledged: acknowledged.length, unanswered, problems };
}

/** A cell with members who can sign in. */
async function prepare(folder: string): Promise<readonly Writer[]> {
  const guong = await openEmbedded({ folder });
  const on = `${new Date().getUTCFullYear()}-01-01`;
  await must(guong, {
    workflow: 'organisation',
    id: 'cell',
    command: 'found',
    input: { name: 'Chi bộ thử', level: 'cell', on, decisionNo: '1' },
    actor: SYSTEM,
    commandId: 'found',
  });
  const members = Array.from({ length: WRITERS }, (_, index) => `m${index}`);
  for (const id of members)
    await must(guong, {
      workflow: 'membership',
      id,
      command: 'admit',
      input: { unitId: 'cell', status: 'official', on, fullName: 'Người thử' },
      actor: SYSTEM,
      commandId: `admit-${id}`,
    });
  await guong.close();
  const accounts = new SqliteAccounts(folder, Date.now);
  const issuer = new TokenIssuer(accounts.tokenKey(), TOKEN_SECONDS, Date.now);
  const writers: Writer[] = [];
  for (const member of members) {
    const account = await accounts.put({
      username: member,
      password: `torture ${seed(member)}`,
      personId: member,
      roles: ['member'],
    });
    writers.push({ member, token: issuer.issue(account).token });
  }
  accounts.close();
  return writers;
}

const seed = (member: string): string => member.padStart(12, 'x');

async function must(guong: Guong, request: CommandRequest): Promise<void> {
  const outcome = await guong.engine.execute(request);
  if (outcome.kind !== 'accepted')
    throw new Error(`the preparation was refused: ${JSON.stringify(outcome)}`);
}

/** The last acknowledged command of each writer, sent again, gets the first answer. */
async function repeatLast(
  url: string,
  writers: readonly Writer[],
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const writer of writers) {
    const last = acknowledged.findLast(({ member }) => member === writer.member);
    if (last === undefined) continue;
    const again = await send(url, writer, last.key);
    if (again?.position !== last.position || again.revision !== last.revision)
      problems.push(`${last.key} sent again got another answer`);
  }
  return problems;
}

async function checkAfterKill(
  folder: string,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const store = sqliteEventStore({ file: join(folder, 'events.db'), clock: Date.now });
  try {
    return await checkLog(store, acknowledged);
  } finally {
    await store.close();
  }
}

async function checkViews(folder: string): Promise<string[]> {
  const guong = await openEmbedded({ folder });
  try {
    await guong.start();
    await guong.settled();
    const tables = await compareWithRebuild(guong.store, guong.views);
    return tables.flatMap(({ table, differing }) =>
      differing.map((row) => `${table} differs from a rebuild: ${row}`),
    );
  } finally {
    await guong.close();
  }
}
