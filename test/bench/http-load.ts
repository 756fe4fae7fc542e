import autocannon from 'autocannon';

export const CONNECTIONS = 64;

/** What one request says beside the constant parts. */
export interface HttpCommand {
  /** `workflow/id/command`. */
  readonly path: string;
  readonly token: string;
  readonly key: string;
  /** Business time that the command claims. */
  readonly occurredAt: string;
  readonly body: object;
  /** Called once it is answered. */
  answered?(): void;
}

export interface HttpResult {
  readonly perSecond: number;
  /** ms */
  readonly p99: number;
  /** Requests that were not answered with 200. */
  readonly failed: number;
}

/** Sends so many commands over 64 connections, each waiting for its answer. */
export async function httpLoad(
  url: string,
  amount: number,
  next: () => HttpCommand,
): Promise<HttpResult> {
  const start = performance.now();
  // The generator itself ends only with its next full second.
  let end = start;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    amount,
    requests: [
      {
        setupRequest(request, context: { command?: HttpCommand }) {
          context.command = next();
          return { ...request, ...requestOf(context.command) };
        },
        onResponse(_status, _body, context: { command?: HttpCommand }) {
          end = performance.now();
          context.command?.answered?.();
        },
      },
    ],
  });
  const seconds = (end - start) / 1000;
  return {
    perSecond: result['2xx'] / seconds,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}

const requestOf = (command: HttpCommand): autocannon.Request => ({
  method: 'POST',
  path: `/api/v1/${command.path}`,
  headers: {
    authorization: `Bearer ${command.token}`,
    'content-type': 'application/json',
    'idempotency-key': command.key,
    'x-occurred-at': command.occurredAt,
  },
  body: JSON.stringify(command.body),
});
