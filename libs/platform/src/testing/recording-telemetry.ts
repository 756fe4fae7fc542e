import {
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace';
import { OtelTelemetry } from '../telemetry/otel-telemetry.js';
import type { Telemetry } from '../telemetry/telemetry.port.js';

/** A span as it would have been sent. */
export interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  /** Name of the span that caused it, or the id of one that is not here. */
  readonly parent?: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** How many links it has. */
  readonly links: number;
  readonly failed?: string;
}

/** Telemetry that keeps its spans in memory, in the order in which they ended. */
export function recordingTelemetry(options: { readonly share?: number } = {}): {
  readonly telemetry: Telemetry;
  readonly spans: () => readonly SentSpan[];
} {
  const exporter = new InMemorySpanExporter();
  const telemetry = new OtelTelemetry(new SimpleSpanProcessor({ exporter }), {
    serviceName: 'guong-test',
    share: options.share ?? 1,
  });
  return {
    telemetry,
    spans: () => {
      const sent = exporter.getFinishedSpans();
      const names = new Map(sent.map((span) => [span.spanContext().spanId, span.name]));
      return sent.map((span) => sentSpan(span, names));
    },
  };
}

function sentSpan(span: ReadableSpan, names: ReadonlyMap<string, string>): SentSpan {
  const parent = span.parentSpanContext?.spanId;
  const failed = span.status.message;
  return {
    name: span.name,
    traceId: span.spanContext().traceId,
    ...(parent !== undefined && { parent: names.get(parent) ?? parent }),
    values: span.attributes,
    links: span.links.length,
    ...(failed !== undefined && { failed }),
  };
}
