import { Writable } from 'node:stream';
import type { Params } from 'nestjs-pino';
import { errorLine } from './error-line.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

interface LogLine {
  readonly level: string;
  readonly time: string;
  readonly context?: string;
  readonly msg?: string;
  readonly err?: { readonly stack?: string };
}

/** One readable line per entry, for a terminal. */
const terminal = (): Writable =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      const line = JSON.parse(chunk.toString()) as LogLine;
      const context = line.context === undefined ? '' : ` [${line.context}]`;
      const stack = line.err?.stack === undefined ? '' : `\n${line.err.stack}`;
      const time = line.time.slice(11, 19);
      process.stderr.write(`${time} ${line.level}${context} ${line.msg ?? ''}${stack}\n`);
      done();
    },
  });

/** Without words of its own a line about an error would say the error's message. */
function say(this: unknown, parts: unknown[], method: (...parts: unknown[]) => void): void {
  const [first] = parts;
  const error = first instanceof Error ? first : (first as { err?: unknown } | undefined)?.err;
  const words = error instanceof Error && parts.length === 1 ? ['failed'] : [];
  method.apply(this, [...parts, ...words]);
}

const traced = (traceId: () => string | undefined) => (): object => {
  const id = traceId();
  return id === undefined ? {} : { traceId: id };
};

/**
 * Logging for a Nest process: one JSON object per line in production, readable lines otherwise.
 * There is no line per request (metrics count those); what is logged holds ids and codes, never
 * names, tokens, headers, bodies or addresses with queries, and of an error no message.
 */
export const loggerOptions = (options: {
  readonly level: LogLevel;
  readonly production: boolean;
  /** Trace of the work under way, which lines then carry. */
  readonly traceId?: (() => string | undefined) | undefined;
}): Params => ({
  // Without routes no middleware runs, so a request costs the log nothing.
  forRoutes: [],
  pinoHttp: [
    {
      level: options.level,
      autoLogging: false,
      base: null,
      ...(options.traceId && { mixin: traced(options.traceId) }),
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorLine },
      hooks: { logMethod: say },
      redact: ['req', 'res', '*.password', '*.token', '*.authorization'],
    },
    options.production ? process.stdout : terminal(),
  ],
});
