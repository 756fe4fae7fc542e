import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '#libs/event-store';
import { type Acknowledged, streamOfWriter, type Writer } from '../torture/load.js';
import type { City } from './city.js';
import type { History } from './history.js';

const YEAR = new Date().getUTCFullYear();
/** A command without an answer is asked again, elsewhere, after so long. */
const AGAIN_MS = 50;
const PATIENCE_MS = 20_000;
/** One in so many commands of the load admits somebody: what counts members has to count. */
const ADMITS = 8;
const CONFLICT = 409;

/** Where commands are sent: the servers there are at this moment. */
export type Servers = () => readonly { readonly name: string; readonly url: string }[];

export interface WritingOptions {
  readonly servers: Servers;
  readonly city: City;
  readonly history: History;
  /** Told apart from other loads over the same log. */
  readonly name: string;
  /** Pause between the commands of a client, ms; default 20. */
  readonly restMs?: number | undefined;
}

/**
 * Clients that write, two for each member and one command after the other, turn by turn at all
 * servers, until they are stopped. A command that was not answered is repeated under its key at
 * another server until it is.
 */
export class Writing {
  readonly acknowledged: Acknowledged[] = [];
  readonly #clients: Promise<void>[];
  #isOver = false;
  #isGivenUp = false;

  constructor(private readonly options: WritingOptions) {
    this.#clients = options.city.writers.flatMap((writer, index) =>
      [0, 1].map((half) => this.#client(writer, `${writer.member}.${half}`, index + half)),
    );
  }

  /** How many commands were answered. */
  get answered(): number {
    return this.acknowledged.length;
  }

  /** Resolves when so many more commands have been answered. */
  async more(count: number): Promise<void> {
    const enough = this.answered + count;
    await Promise.race([
      (async () => {
        while (this.answered < enough && !this.#isOver) await pause(5);
      })(),
      // A client that failed is an error, not a reason to wait.
      Promise.all(this.#clients),
    ]);
  }

  /** Nothing more is asked; for a test that failed. */
  async close(): Promise<void> {
    this.#isOver = this.#isGivenUp = true;
    await Promise.allSettled(this.#clients);
  }

  /** What is under way is finished, however often it takes. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#clients);
  }

  async #client(writer: Writer, client: string, first: number): Promise<void> {
    const { name, restMs = 20 } = this.options;
    for (let index = 0; !this.#isOver; index += 1) {
      const key = `${name}-${client}-${index}`;
      const answer = await this.#write(writer, client, key, first + index);
      if (answer !== undefined && index % 2 === 1)
        await this.#read(writer, client, answer, first + index + 1);
      if (client.endsWith('.0') && index % ADMITS === ADMITS - 1) await this.#admit(key);
      await pause(restMs);
    }
  }

  /**
   * Until it is answered; a server that is not there is one without an answer. Nothing: somebody
   * else has written meanwhile, and the client sees that first.
   */
  async #write(
    writer: Writer,
    client: string,
    key: string,
    turn: number,
  ): Promise<Acknowledged | undefined> {
    const { history } = this.options;
    const stream = streamOfWriter(writer.member);
    for (let attempt = 0; ; attempt += 1) {
      const { name: via, url } = this.#server(turn + attempt);
      const moment = { client, op: 'write', key, stream, via } as const;
      history.note({ ...moment, kind: 'invoke' });
      const [status, text] = await asked(`${url}${pathOf(writer)}/saveDraft`, {
        method: 'POST',
        headers: { ...headersOf(writer), 'idempotency-key': key },
        body: JSON.stringify(draft(key)),
      });
      if (status === 200) {
        const { revision, position } = JSON.parse(text) as Acknowledged;
        history.note({ ...moment, kind: 'ok', revision, position });
        const acknowledged = { member: writer.member, key, position, revision };
        this.acknowledged.push(acknowledged);
        return acknowledged;
      }
      const told = { answer: `${status} ${text.slice(0, 200)}` };
      if (status === CONFLICT) {
        // An earlier attempt may be under way still: this answer does not speak for it.
        history.note({ ...moment, kind: attempt === 0 ? 'fail' : 'unknown', ...told });
        return undefined;
      }
      if (status > 0 && status < 500) {
        history.note({ ...moment, kind: 'fail', ...told });
        throw new Error(`${key} was refused by ${via}: ${status} ${text.slice(0, 300)}`);
      }
      if (this.#isGivenUp) return undefined;
      history.note({ ...moment, kind: 'unknown', ...told });
      await pause(AGAIN_MS);
    }
  }

  /** The own write, at another server, once that has learnt of it. */
  async #read(writer: Writer, client: string, answer: Acknowledged, turn: number): Promise<void> {
    const { history } = this.options;
    const { name: via, url } = this.#server(turn);
    const { position: after } = answer;
    const moment = { client, op: 'read', stream: streamOfWriter(writer.member), via } as const;
    history.note({ ...moment, kind: 'invoke', after });
    const path = `${pathOf(writer)}?after=${encodeURIComponent(after)}`;
    const [status, text] = await asked(`${url}${path}`, { headers: headersOf(writer) });
    const isOk = status === 200;
    const revision = isOk ? (JSON.parse(text) as Acknowledged).revision : undefined;
    history.note({
      ...moment,
      kind: isOk ? 'ok' : 'unknown',
      after,
      ...(revision === undefined ? { answer: `${status} ${text.slice(0, 200)}` } : { revision }),
    });
  }

  /** Tried until the log takes it: one key, one member. */
  async #admit(key: string): Promise<void> {
    while (!this.#isGivenUp)
      try {
        await this.options.city.admit(`x${key.replaceAll(/[-.]/g, 'x')}`);
        return;
      } catch (error) {
        // Only a store that is away mends itself.
        if (!(error instanceof StoreError)) throw error;
        await pause(AGAIN_MS);
      }
  }

  #server(turn: number): ReturnType<Servers>[number] {
    const servers = this.options.servers();
    return servers[turn % servers.length]!;
  }
}

const pathOf = ({ member }: Writer): string => `/api/v1/registration/${member}-${YEAR}`;

const headersOf = ({ token }: Writer) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
});

const draft = (text: string) => ({
  deeds: [{ area: 'duty', content: `Việc ${text}: giúp đỡ đồng nghiệp`, measure: 'mỗi tháng' }],
  areas: [],
});

/** Status and text; 0: there was no answer. */
export async function asked(url: string, init: RequestInit): Promise<[number, string]> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    return [response.status, await response.text()];
  } catch (error) {
    return [0, String((error as Error).cause ?? error)];
  }
}
