import { join } from 'node:path';
import { openEmbedded } from '#libs/assembly';
import { AccountStore, TokenIssuer } from '#libs/platform';
import { killableServer } from '../torture/killable-server.js';
import { CONNECTIONS, type HttpCommand, httpLoad, type HttpResult } from './http-load.js';
import { concurrently } from './measure.js';
import * as requests from './requests.js';
import type { Row } from './row.js';
import type { Scale } from './scale.js';

const WARM_UP = 4_000;
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
  const server = await killableServer(ROOT, folder);
  try {
    const [draft, endorsement] = [drafts(drafters), endorsements(secretary!)];
    await httpLoad(server.url, WARM_UP, draft);
    const saved = await httpLoad(server.url, httpCommands, draft);
    await httpLoad(server.url, WARM_UP, endorsement);
    const endorsed = await httpLoad(server.url, httpCommands, endorsement);
    return [...rows('endorse', 'endorse', endorsed), ...rows('draft', 'form saved', saved)];
  } finally {
    await server.kill();
  }
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
  const accounts = new AccountStore(folder, Date.now);
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
      key: `endorse-${index}`,
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
      key: `draft-${(index += 1)}`,
      occurredAt: requests.SUBMITTED_AT,
      body: requests.FORM,
      answered: () => void idle.push(member),
    };
  };
}

const rows = (id: string, what: string, { perSecond, p99, failed }: HttpResult): readonly Row[] => [
  {
    id: `http-${id}`,
    what: `HTTP ${what}, ${CONNECTIONS} connections`,
    unit: '/s',
    ours: perSecond,
    target: { least: 3_000 },
    note: `${failed} failed; the load generator shares the processors`,
  },
  {
    id: `http-${id}-p99`,
    what: `HTTP ${what} p99`,
    unit: 'ms',
    ours: failed === 0 ? p99 : Number.POSITIVE_INFINITY,
    target: { most: 50 },
  },
];
