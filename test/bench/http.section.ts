import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openEmbedded } from '#libs/assembly';
import { SqliteAccounts, TokenIssuer } from '#libs/platform';
import { killableServer } from '../torture/killable-server.js';
import { CONNECTIONS, type HttpCommand, httpLoad, type HttpResult } from './http-load.js';
import { concurrently } from './measure.js';
import * as requests from './requests.js';
import type { Row } from './row.js';
import type { Scale } from './scale.js';

const WARM_UP = 3_000;
const TOKEN_SECONDS = 3_600;
const ROOT = join(import.meta.dirname, '../../..');

interface Person {
  readonly id: string;
  readonly token: string;
}

/** Row 6: commands over HTTP; server and load are two processes on the same machine. */
export async function httpSection(
  folder: string,
  { httpCommands }: Scale,
): Promise<readonly Row[]> {
  const count = WARM_UP + httpCommands;
  await prepareLog(folder, count);
  const [secretary, ...drafters] = await signIn(folder, [
    requests.SECRETARY,
    ...Array.from({ length: CONNECTIONS }, (_, i) => requests.benchMember(count + 1 + i)),
  ]);
  const { amount, draft, endorse } = {
    amount: httpCommands,
    draft: drafts(drafters),
    endorse: endorsements(secretary!),
  };
  const bare = await bareServer();
  const server = await killableServer(ROOT, folder);
  try {
    for (const next of [draft, endorse]) await httpLoad(server.url, WARM_UP, next);
    const raw = await httpLoad(bare.url, amount, drafts(drafters));
    const saved = await httpLoad(server.url, amount, draft);
    const endorsed = await httpLoad(server.url, amount, endorse);
    return [
      ...rows('endorse', 'endorse', endorsed, raw),
      ...rows('draft', 'form saved', saved, raw),
    ];
  } finally {
    await server.kill();
    bare.process.kill();
  }
}

/** The limit: a server that does nothing, under the same load. */
async function bareServer(): Promise<{ readonly url: string; readonly process: ChildProcess }> {
  const process = fork(join(import.meta.dirname, 'raw-http.js'), { silent: true });
  const [port] = (await once(process.stdout!, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${port.toString()}`, process };
}

/** A cell with submitted registrations, and one member more for each connection. */
async function prepareLog(folder: string, count: number): Promise<void> {
  const guong = await openEmbedded({ folder, offline: true });
  const send = (command: typeof requests.admit, howMany: number): Promise<unknown> =>
    concurrently(howMany, CONNECTIONS, (i) => requests.must(guong.engine, command(i + 1)));
  await requests.prepareCell(guong.engine);
  await send(requests.admit, count + CONNECTIONS);
  await send(requests.submit, count);
  await guong.start();
  await guong.settled();
  await guong.close();
}

/** Accounts and tokens, made beforehand. */
async function signIn(folder: string, people: readonly string[]): Promise<readonly Person[]> {
  const accounts = new SqliteAccounts(folder, Date.now);
  const issuer = new TokenIssuer(accounts.tokenKey(), TOKEN_SECONDS, Date.now);
  const signedIn = await Promise.all(
    people.map(async (id) => {
      const account = await accounts.put({ username: id, password: `bench-${id}`, personId: id });
      return { id, token: issuer.issue(account).token };
    }),
  );
  accounts.close();
  return signedIn;
}

/** One command after the other for distinct people by the secretary of their cell. */
function endorsements({ token }: Person): () => HttpCommand {
  let index = 0;
  return () => {
    const { id, command, input } = requests.endorse((index += 1));
    return {
      path: `registration/${id}/${command}`,
      token,
      key: `bench-endorse-${index}`,
      occurredAt: requests.ENDORSED_AT,
      body: input,
    };
  };
}

/** A filled-in form saved by whoever is not waiting for an answer: nobody races with itself. */
function drafts(members: readonly Person[]): () => HttpCommand {
  const idle = [...members];
  let index = 0;
  return () => {
    const member = idle.shift()!;
    return {
      path: `registration/${member.id}-${requests.YEAR}/saveDraft`,
      token: member.token,
      key: `bench-draft-${(index += 1)}`,
      occurredAt: requests.SUBMITTED_AT,
      body: requests.FORM,
      answered: () => void idle.push(member),
    };
  };
}

const rows = (
  id: string,
  what: string,
  { perSecond, p99, failed }: HttpResult,
  raw: HttpResult,
): readonly Row[] => [
  {
    id: `http-${id}`,
    what: `HTTP ${what}, ${CONNECTIONS} connections`,
    unit: '/s',
    raw: raw.perSecond,
    ours: perSecond,
    target: { least: 3_000 },
    note: 'the load generator shares the processors',
  },
  {
    id: `http-${id}-p99`,
    what: `HTTP ${what} p99`,
    unit: 'ms',
    raw: raw.p99,
    ours: p99,
    target: { most: 50 },
  },
  {
    id: `http-${id}-failures`,
    what: `HTTP ${what}, not answered with 200`,
    unit: 'failed',
    ours: failed,
    target: { most: 0 },
  },
];
