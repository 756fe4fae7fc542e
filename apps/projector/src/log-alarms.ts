import type { PinoLogger } from 'nestjs-pino';
import type { LogAlarm } from '#libs/event-store-eventstoredb';

/** What was found about the log while this process ran: said in its own log, and counted. */
export class LogAlarms {
  #logger: PinoLogger | undefined;
  readonly #counts = new Map<string, number>();

  /** From now on alarms are written there; before, nothing could have been found. */
  to(logger: PinoLogger): void {
    this.#logger = logger;
  }

  readonly report = ({ code, stream, position, setting }: LogAlarm): void => {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    // A stream's name holds an id, never a name; it is needed to mend the stream.
    this.#logger?.error({ alarm: code, stream, position, setting }, 'alarm about the log');
  };

  /** How often each code was found. */
  get counted(): ReadonlyMap<string, number> {
    return this.#counts;
  }
}
