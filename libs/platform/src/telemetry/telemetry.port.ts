import type { Tracer, TraceSpan } from '#libs/event-store';

/** Tracing of a process; absent where nothing is traced. */
export interface Telemetry {
  readonly tracer: Tracer;
  /** Does the work as part of a span: whatever is begun in it without a parent belongs to it. */
  within<Result>(span: TraceSpan, work: () => Result): Result;
  /** Hexadecimal id of a span's trace, recorded or not. */
  traceIdOf(span: TraceSpan): string | undefined;
  /** The same of the work under way, for a line of a log. */
  traceId(): string | undefined;
  /** Sends what still waits to be sent; a collector that is away is waited for a few seconds. */
  close(): Promise<void>;
}
