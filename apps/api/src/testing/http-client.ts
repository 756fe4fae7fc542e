import { randomUUID } from 'node:crypto';
import { TokenIssuer } from '#libs/platform';
import type { TestServer } from './start-server.js';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** What tests read of a problem document. */
export interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly reasons: readonly {
    readonly code: string;
    readonly path?: string;
    readonly params?: object;
    readonly text: { readonly vi: string; readonly en: string };
  }[];
}

/** Speaks to a test server, signed in as one account. */
export class HttpClient {
  private constructor(
    private readonly server: Pick<TestServer, 'url'>,
    readonly token: string | undefined,
  ) {}

  static anonymous(server: Pick<TestServer, 'url'>): HttpClient {
    return new HttpClient(server, undefined);
  }

  /** As somebody who has signed in, without the time that checking a password takes. */
  static signedIn(server: TestServer, username: string): HttpClient {
    const account = server.accounts.all().find((each) => each.username === username);
    if (account === undefined) throw new Error(`there is no account ${username}`);
    return new HttpClient(server, server.app.get(TokenIssuer).issue(account).token);
  }

  withToken(token: string): HttpClient {
    return new HttpClient(this.server, token);
  }

  /** Sends anything; a body that is a string goes as it is. */
  async send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    options: { readonly body?: unknown; readonly headers?: Record<string, string> } = {},
  ): Promise<Answer<Body>> {
    const { body, headers } = options;
    const response = await fetch(`${this.server.url}${path}`, {
      method,
      headers: {
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : { text }) as Body,
    };
  }

  get<Body = Record<string, unknown>>(
    path: string,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>> {
    return this.send<Body>('GET', `/api/v1${path}`, headers && { headers });
  }

  /** Executes a command, under a key of its own unless one is given. */
  command<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('POST', `/api/v1${path}`, {
      body,
      headers: { 'idempotency-key': randomUUID(), ...headers },
    });
  }
}
