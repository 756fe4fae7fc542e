/** A step of a clock that is due. */
export interface TimerStep {
  readonly stream: string;
  readonly clock: string;
  readonly workflow: string;
  /** Id of the instance. */
  readonly instance: string;
  /** ISO date by which it had to be done. */
  readonly due: string;
  /** Revision at which the clock was started or re-dated. */
  readonly revision: number;
  /** Days from the due date: -3 before, 0 when its day has ended, 5 after. */
  readonly step: number;
  /** ISO moment from which it is to be fired. */
  readonly at: string;
}

/** What the runner of timers asks of the view that lists them. */
export interface TimerTable {
  /** Steps due at a moment (ISO 8601), earliest first, at most `limit`, after one already seen. */
  due(now: string, limit: number, after?: TimerStep): Promise<readonly TimerStep[]>;
  /**
   * Resolves when the table shows everything that is stored now, or the signal aborts; rejects when
   * it will not.
   */
  shown(signal?: AbortSignal): Promise<void>;
}
