import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Double } from './double.js';
import type { Fault } from './fault-desk.js';
import type { Place } from './recorded.event.js';
import type { StreamMetadata } from './stream-metadata.js';

/** The second door of a double: what tests in other processes do to it, over HTTP. */
export interface ControlServer {
  readonly url: string;
  stop(): Promise<void>;
}

type Order = (double: Double, body: unknown) => unknown;

/** Orders by method and path; a body and an answer are JSON. */
const ORDERS: Record<string, Order> = {
  'GET /stats': ({ stats, log }) => ({
    ...stats,
    events: log.events.length,
    head: log.head,
    streams: log.streamNames().length,
  }),
  'POST /stats/reset': ({ stats }) => stats.reset(),
  'GET /faults': ({ faults }) => faults.inForce,
  'POST /faults': ({ faults }, body) => {
    faults.raise(body as Fault);
  },
  'DELETE /faults': ({ faults }) => faults.clear(),
  'POST /stop': (double) => double.stop(),
  'POST /start': (double) => double.start(),
  'POST /restart': (double) => double.restart(),
  'POST /reset-calls': (double) => double.resetCalls(),
  'POST /forget-recent': ({ log }) => log.recent.clear(),
  'POST /truncate': (double, body) => double.truncateAfter(body as Place),
  'POST /tombstone': ({ log }, body) => {
    log.writeTombstone((body as { stream: string }).stream);
  },
  'POST /metadata': (double, body) => {
    const { stream, metadata } = body as { stream: string; metadata: StreamMetadata };
    double.setMetadata(stream, metadata);
  },
  'POST /settings': ({ settings }, body) => {
    Object.assign(settings, body);
  },
};

/** Serves a double's orders on 127.0.0.1; unknown ones are 404, failed ones 500 with their text. */
export async function controlServer(double: Double, port = 0): Promise<ControlServer> {
  const server = createServer((request, response) => {
    const order = ORDERS[`${request.method} ${request.url}`];
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? {}));
    };
    if (!order) {
      answer(404, { problem: 'no such order', orders: Object.keys(ORDERS) });
      return;
    }
    bodyOf(request)
      .then((body) => order(double, body))
      .then(
        (result) => answer(200, result),
        (problem: unknown) => answer(500, { problem: String(problem) }),
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${bound}`, stop };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : JSON.parse(text);
}
