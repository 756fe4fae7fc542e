import {
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer as OtelTracer,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { SpanOptions, SpanValues, Tracer, TraceSpan } from '#libs/event-store';
import type { Telemetry } from './telemetry.port.js';
import type { TelemetrySettings } from './telemetry-settings.js';

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const CLOSE_MS = 3_000;

/** Spans through OpenTelemetry, sent in batches; registers nothing globally. */
export function otlpTelemetry(settings: TelemetrySettings): Telemetry {
  const { url } = settings;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: CLOSE_MS });
  return new OtelTelemetry(new BatchSpanProcessor({ exporter }), settings);
}

/** Spans through OpenTelemetry to any processor; also for tests. */
export class OtelTelemetry implements Telemetry, Tracer {
  readonly tracer: Tracer = this;
  readonly #contexts = new AsyncLocalStorageContextManager().enable();
  readonly #provider: TracerProvider;
  readonly #tracer: OtelTracer;

  constructor(
    processor: SpanProcessor,
    { serviceName, share }: Pick<TelemetrySettings, 'serviceName' | 'share'>,
  ) {
    this.#provider = new TracerProvider({
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
      resource: resourceFromAttributes({ 'service.name': serviceName }),
      spanProcessors: [processor],
    });
    this.#tracer = this.#provider.getTracer('guong');
  }

  span(name: string, { parent, links, values, kind }: SpanOptions = {}): TraceSpan {
    const around = this.#contextOf(parent);
    const linked = links?.map(spanContextOf).filter((context) => context !== undefined);
    const span = this.#tracer.startSpan(
      name,
      {
        kind: kind === 'server' ? SpanKind.SERVER : SpanKind.INTERNAL,
        ...(values && { attributes: values }),
        ...(linked && { links: linked.map((context) => ({ context })) }),
      },
      around,
    );
    return new OtelSpan(span);
  }

  within<Result>(span: TraceSpan, work: () => Result): Result {
    return this.#contexts.with(this.#contextOf(span), work);
  }

  traceIdOf(span: TraceSpan): string | undefined {
    return span instanceof OtelSpan ? span.span.spanContext().traceId : undefined;
  }

  traceId(): string | undefined {
    return trace.getSpanContext(this.#contexts.active())?.traceId;
  }

  async close(): Promise<void> {
    await this.#provider.shutdown().catch(() => undefined);
    this.#contexts.disable();
  }

  #contextOf(parent: SpanOptions['parent']): Context {
    if (parent instanceof OtelSpan) return trace.setSpan(ROOT_CONTEXT, parent.span);
    const remote = typeof parent === 'string' ? spanContextOf(parent) : undefined;
    return remote === undefined
      ? this.#contexts.active()
      : trace.setSpanContext(ROOT_CONTEXT, remote);
  }
}

class OtelSpan implements TraceSpan {
  constructor(readonly span: Span) {}

  get traceparent(): string | undefined {
    const { traceId, spanId, traceFlags } = this.span.spanContext();
    return (traceFlags & TraceFlags.SAMPLED) === 0 ? undefined : `00-${traceId}-${spanId}-01`;
  }

  set(values: SpanValues): void {
    this.span.setAttributes(values);
  }

  fail(code: string): void {
    this.span.setStatus({ code: SpanStatusCode.ERROR, message: code });
  }

  end(): void {
    this.span.end();
  }
}

/** What a `traceparent` says, or `undefined` when it says nothing sensible. */
function spanContextOf(traceparent: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  const isSampled = (Number.parseInt(flags, 16) & TraceFlags.SAMPLED) !== 0;
  const context: SpanContext = {
    traceId,
    spanId,
    traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  };
  return isSpanContextValid(context) ? context : undefined;
}
