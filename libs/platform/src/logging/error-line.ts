const CAUSES = 3;

/** An error as a line of the log says it. */
export interface ErrorLine {
  readonly type: string;
  readonly code?: string;
  /** Where it was thrown; the first line is type and code. */
  readonly stack: string;
  readonly cause?: ErrorLine;
}

/**
 * An error without its message and its other members: what libraries write there quotes what they
 * were given, and that may be somebody's name. Class, code and place say what is to be mended.
 */
export function errorLine(given: unknown, depth = 1): ErrorLine {
  const error = rawOf(given);
  if (!(error instanceof Error)) return { type: typeof error, stack: typeof error };
  const { cause } = error;
  const type = wordOf(error.constructor.name) ?? 'Error';
  const code = 'code' in error ? wordOf(error.code) : undefined;
  const title = code === undefined ? type : `${type} ${code}`;
  return {
    type,
    ...(code !== undefined && { code }),
    stack: [title, ...framesOf(error)].join('\n'),
    ...(cause instanceof Error && depth < CAUSES && { cause: errorLine(cause, depth + 1) }),
  };
}

/** The logger may have prepared it already, and keeps what it was made of. */
const rawOf = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && 'raw' in given ? given.raw : given;

/** Codes and names of classes are words; anything else is text that somebody may have written. */
const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\w{1,64}$/.test(value) ? value : undefined;

/** The lines after the message, which may have lines of its own. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const start = stack.indexOf(message);
  const rest = start < 0 ? '' : stack.slice(start + message.length);
  return rest.split('\n').filter((line) => /^ {4}at /.test(line));
}
