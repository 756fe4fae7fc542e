import { randomUUID } from 'node:crypto';
import { HttpClient, type ProblemBody } from '../../apps/api/src/testing/http-client.js';
import {
  type StartOptions,
  startServer,
  type TestServer,
} from '../../apps/api/src/testing/start-server.js';

/** What a command over HTTP came to: where the record stands, or why not. */
export interface Told {
  readonly status: number;
  readonly state?: string;
  /** `CODE`, or `CODE path` where the refusal is about a part of the input. */
  readonly codes: readonly string[];
  readonly params: readonly (object | undefined)[];
}

type Body = Record<string, unknown>;

/**
 * One user story: a server of its own on an empty folder, a clock that the story moves, and people
 * who sign in and act over HTTP. What happened before the story begins is told to the engine.
 */
export class Story {
  readonly #accounts = new Map<string, Promise<unknown>>();
  readonly #clock: { now: number };

  private constructor(
    readonly server: TestServer,
    clock: { now: number },
  ) {
    this.#clock = clock;
  }

  /** Begins on a day, at nine in the morning in Hà Nội. */
  static async on(day: string, config: StartOptions['config'] = {}): Promise<Story> {
    const clock = { now: morningOf(day) };
    return new Story(await startServer({ clock: () => clock.now, config }), clock);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** The morning of a later day; whatever falls due until then is given time to happen. */
  async day(day: string): Promise<void> {
    this.#clock.now = morningOf(day);
    await this.server.guong.settled({ timers: true });
  }

  /** What happened before: a command given to the engine, which must accept it. */
  async before(
    workflow: string,
    id: string,
    command: string,
    input: object,
    who = 'system',
  ): Promise<void> {
    const { engine, reacted } = this.server.guong;
    const commandId = `before/${randomUUID()}`;
    const actor = { id: who, kind: who === 'system' ? 'system' : 'person' } as const;
    const request = { workflow, id, command, input, actor, commandId };
    let outcome = await engine.execute(request);
    // A reactor was just writing there: it is its turn first.
    if (outcome.kind === 'conflict') {
      await reacted();
      outcome = await engine.execute(request);
    }
    const what = { workflow, id, command };
    expect({ ...what, outcome }).toEqual({
      ...what,
      outcome: expect.objectContaining({ kind: 'accepted' }) as object,
    });
  }

  /** A unit, and the decision that founded it. */
  found(id: string, name: string, level: string, parentId?: string): Promise<void> {
    const unit = { name, level, ...(parentId !== undefined && { parentId }) };
    return this.before('organisation', id, 'found', { ...unit, ...FOUNDED });
  }

  /** A member of a unit, official unless said otherwise. */
  admit(id: string, fullName: string, unitId: string, status = 'official'): Promise<void> {
    return this.before('membership', id, 'admit', { fullName, unitId, status, on: FOUNDED.on });
  }

  appoint(memberId: string, office: string, unitId: string): Promise<void> {
    return this.before('organisation', unitId, 'appointOfficer', { memberId, office, ...FOUNDED });
  }

  /** That person, signed in. */
  async as(personId: string): Promise<HttpClient> {
    const account = { username: personId, personId, password: 'guong-demo', demo: true };
    const known = this.#accounts.get(personId) ?? this.server.accounts.put(account);
    this.#accounts.set(personId, known);
    await known;
    return HttpClient.signedIn(this.server, personId);
  }

  /** A command over HTTP, and what became of it. */
  async tell(
    who: string,
    path: string,
    input: object,
    headers: Record<string, string> = {},
  ): Promise<Told> {
    const client = await this.as(who);
    const { status, body } = await client.command<Body & ProblemBody>(path, input, headers);
    return {
      status,
      ...(typeof body['state'] === 'string' && { state: body['state'] }),
      codes: status === 200 ? [] : reasonsOf(body),
      params: status === 200 ? [] : body.reasons.map(({ params }) => params),
    };
  }

  /** A command that must be accepted; its record stands in this state afterwards. */
  async does(who: string, path: string, input: object, state?: string): Promise<void> {
    const told = await this.tell(who, path, input);
    expect({ path, ...told }).toMatchObject({
      ...{ path, codes: [], status: 200 },
      ...(state && { state }),
    });
  }

  /** What a person reads once the views have everything; must be allowed. */
  async reads<Seen = Body>(who: string, path: string): Promise<Seen> {
    await this.server.guong.settled();
    const { status, body } = await (await this.as(who)).get<Seen>(path);
    expect({ path, status, body: status === 200 ? undefined : body }).toEqual({
      path,
      status: 200,
    });
    return body;
  }

  /** The status of a reading. */
  async statusOf(who: string, path: string): Promise<number> {
    await this.server.guong.settled();
    return (await (await this.as(who)).get(path)).status;
  }

  /** Numerator and denominator of an indicator: `21/23`. */
  async figure(who: string, unitId: string, code: string, year: number, map = 'then') {
    const { indicators } = await this.reads<{
      indicators: Record<string, { numerator: number; denominator: number }>;
    }>(who, `/units/${unitId}/indicators?period=${year}&map=${map}`);
    return `${indicators[code]?.numerator}/${indicators[code]?.denominator}`;
  }

  /** The facts of a stream, oldest first, as the log holds them. */
  async facts(stream: string): Promise<readonly { type: string; data: Body; sealed?: Body }[]> {
    return (await this.server.guong.store.read(stream)) as never;
  }
}

const FOUNDED = { on: '2020-01-15', decisionNo: '01-QĐ/TU' } as const;
const morningOf = (day: string): number => Date.parse(`${day}T02:00:00.000Z`);

const reasonsOf = ({ code, reasons }: ProblemBody): string[] =>
  reasons.length === 0
    ? [code]
    : reasons.map(({ code: one, path }) => (path === undefined ? one : `${one} ${path}`));
