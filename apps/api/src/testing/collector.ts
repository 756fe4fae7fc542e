import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as a collector receives it, its parent by name where that came too. */
export interface CollectedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly parent: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}
interface Sent {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}

/** A collector of traces (OTLP over HTTP, JSON) on a free port of 127.0.0.1. */
export async function startCollector() {
  const sent: SentSpan[] = [];
  const texts: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      texts.push(text);
      const { resourceSpans } = JSON.parse(text) as Sent;
      for (const { scopeSpans } of resourceSpans)
        for (const { spans } of scopeSpans) sent.push(...spans);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1/traces`,
    /** Everything received, as it came. */
    text: () => texts.join('\n'),
    spans: (): readonly CollectedSpan[] => {
      const names = new Map(sent.map(({ spanId, name }) => [spanId, name]));
      return sent.map(({ name, traceId, parentSpanId = '', attributes }) => ({
        name,
        traceId,
        parent: names.get(parentSpanId) ?? (parentSpanId || undefined),
        attributes: Object.fromEntries(
          attributes.map(({ key, value }) => [key, Object.values(value)[0] as unknown]),
        ),
      }));
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
