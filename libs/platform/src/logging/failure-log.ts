import type { PinoLogger } from 'nestjs-pino';

/** The same failure is said once in this time: what is tried again and again fails as often. */
const SAME_MS = 60_000;

/** Says what went wrong behind the requests: by class and code, since texts may hold data. */
export class FailureLog {
  #logger: PinoLogger | undefined;
  readonly #saidAt = new Map<string, number>();

  constructor(private readonly clock: () => number) {}

  /** From now on failures are written there; before, nobody could read them. */
  to(logger: PinoLogger): void {
    this.#logger = logger;
  }

  readonly report = (error: unknown): void => {
    const { name = 'Error', code = '' } = error as { name?: string; code?: string };
    const failure = `${name} ${code}`.trim();
    const now = this.clock();
    if (now - (this.#saidAt.get(failure) ?? -Infinity) < SAME_MS) return;
    this.#saidAt.set(failure, now);
    this.#logger?.warn({ failure }, 'log or database failed; tried again');
  };
}
