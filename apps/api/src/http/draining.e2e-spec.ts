import { setTimeout as pause } from 'node:timers/promises';
import type { Product } from '#libs/assembly';
import type { CommandRequest, Outcome } from '#libs/engine';
import { START } from '#libs/event-store';
import { HttpClient } from '../testing/http-client.js';
import {
  clockOfMarch,
  startOver,
  startServer,
  type TestApi,
  testConfig,
  type TestServer,
} from '../testing/start-server.js';

const COMMANDS = 200;
const DAY_MS = 86_400_000;

let owner: TestServer;
const clock = clockOfMarch();
beforeEach(async () => {
  owner = await startServer({ demo: 'small', clock });
}, 30_000);
afterEach(() => owner.close());

/** An engine whose commands wait at a gate: they are under way for as long as a test likes. */
class Gate {
  readonly #opened = Promise.withResolvers<undefined>();
  waiting = 0;

  open(): void {
    this.#opened.resolve(undefined);
  }

  over(product: Product): Product {
    const execute = async (request: CommandRequest): Promise<Outcome> => {
      this.waiting += 1;
      await this.#opened.promise;
      return product.engine.execute(request);
    };
    const engine = new Proxy(product.engine, {
      get(target, name) {
        if (name === 'execute') return execute;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    return { ...product, engine };
  }
}

const another = (changes: Parameters<typeof testConfig>[0], engineOf?: Gate): Promise<TestApi> => {
  const { guong, accounts } = owner;
  const product = engineOf?.over(guong) ?? guong;
  return startOver({ product, accounts, clock }, testConfig(changes));
};

const secretary = (api: TestApi): HttpClient =>
  HttpClient.anonymous(api).withToken(HttpClient.signedIn(owner, 'secretary').token!);

type Answer = { readonly status: number; readonly position?: string } | 'none';

/** Calls a meeting on a day of its own, under a key that tells it from all others. */
async function schedule(client: HttpClient, index: number): Promise<Answer> {
  const on = new Date(Date.parse('2026-03-05T00:00:00Z') + index * DAY_MS).toISOString();
  const call = {
    kind: 'regular',
    on: on.slice(0, 10),
    startsAt: '08:00',
    place: 'Nhà văn hóa',
    agenda: [{ key: 'k1', kind: 'work', title: 'Việc tháng' }],
  };
  const path = `/meeting/chi-bo-1-${call.on.replaceAll('-', '')}/schedule`;
  try {
    const headers = { 'idempotency-key': keyOf(index) };
    const { status, body } = await client.command(path, call, headers);
    return { status, position: String(body['position']) };
  } catch {
    return 'none';
  }
}
const keyOf = (index: number): string => `meeting-number-${index}`;

/** Which of the keys the log knows, with the position of what they wrote. */
async function written(): Promise<ReadonlyMap<string, string>> {
  const { events } = await owner.guong.store.readAll(START, { limit: 100_000 });
  return new Map(events.map(({ commandId, position }) => [commandId, position]));
}

const isWritten = (log: ReadonlyMap<string, string>, index: number): string | undefined =>
  [...log].find(([commandId]) => commandId.endsWith(keyOf(index)))?.[1];

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(5);
}

describe('a server that is asked to stop', () => {
  it('answers the 200 commands under way, after it has said that it is going', async () => {
    const gate = new Gate();
    const api = await another({ shutdownDelayMs: 300 }, gate);
    const client = secretary(api);
    const answers = Array.from({ length: COMMANDS }, (_, index) => schedule(client, index));
    await until(() => gate.waiting === COMMANDS);
    const closing = api.close();
    // A proxy has that long to notice; whoever comes all the same is served.
    expect((await fetch(`${api.url}/health/serving`)).status).toBe(503);
    expect((await fetch(`${api.url}/health/ready`)).status).toBe(503);
    const late = await fetch(`${api.url}/health/live`);
    expect([late.status, late.headers.get('connection')]).toEqual([200, 'close']);
    await until(() => !(api.app.getHttpServer() as { listening: boolean }).listening);
    await expect(fetch(`${api.url}/health/live`)).rejects.toThrow();
    gate.open();
    const log = await Promise.all(answers).then(async (all) => {
      expect(all.filter((answer) => answer === 'none')).toEqual([]);
      const known = await written();
      for (const [index, answer] of all.entries())
        expect(answer).toEqual({ status: 200, position: isWritten(known, index) });
      return known;
    });
    expect(log.size).toBeGreaterThanOrEqual(COMMANDS);
    await closing;
  }, 60_000);

  it('has written what it answered and nothing else, while commands keep arriving', async () => {
    const api = await another({});
    const client = secretary(api);
    const answers = new Map<number, Answer>();
    let next = 0;
    let isOver = false;
    const writer = async (): Promise<void> => {
      for (let answer: Answer | undefined; !isOver && answer !== 'none';) {
        const index = next;
        next += 1;
        answer = await schedule(client, index);
        answers.set(index, answer);
      }
    };
    const writers = Array.from({ length: 50 }, writer);
    await until(() => answers.size >= COMMANDS);
    await api.close();
    isOver = true;
    await Promise.all(writers);
    const log = await written();
    const accepted = [...answers].filter(
      ([, answer]) => answer !== 'none' && answer.status === 200,
    );
    expect(accepted.length).toBeGreaterThanOrEqual(COMMANDS);
    for (const [index, answer] of answers) {
      const position = answer === 'none' || answer.status !== 200 ? undefined : answer.position;
      expect([index, isWritten(log, index)]).toEqual([index, position]);
    }
  }, 60_000);

  it('does not wait for ever; the same key tells elsewhere how it went', async () => {
    const gate = new Gate();
    const api = await another({ shutdownMs: 100 }, gate);
    const answer = schedule(secretary(api), 1);
    await until(() => gate.waiting === 1);
    await api.close();
    expect(await answer).toBe('none');
    expect(isWritten(await written(), 1)).toBeUndefined();
    gate.open();
    const again = await schedule(secretary(owner), 1);
    expect(again).toEqual({ status: 200, position: isWritten(await written(), 1) });
  }, 30_000);

  it('tells live readers when to come back', async () => {
    const api = await another({});
    const { token } = HttpClient.signedIn(owner, 'secretary');
    const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
    const response = await fetch(`${api.url}/api/v1/live`, { headers });
    const text = response.text();
    await api.close();
    expect(Number(/^retry: (\d+)\n\n/m.exec(await text)?.[1])).toBeGreaterThanOrEqual(500);
  }, 30_000);
});
