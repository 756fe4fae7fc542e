import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { LogAlarms } from './log-alarms.js';
import { type ObservedWorker, WORKER } from './ports.js';

/** What Prometheus reads of a projector. Labels are names of items and states, never ids. */
@Injectable()
export class WorkerMetrics {
  readonly registry = new Registry();
  readonly #held: Gauge<'item' | 'state'>;
  readonly #token: Gauge<'item'>;
  readonly #waiting: Gauge<'item'>;
  readonly #failing: Gauge<'code'>;
  readonly #alarms: Gauge<'code'>;

  constructor(
    @Inject(WORKER) private readonly worker: ObservedWorker,
    @Inject(LogAlarms) private readonly alarms: LogAlarms,
  ) {
    collectDefaultMetrics({ register: this.registry });
    const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
      new Gauge({ name, help, labelNames, registers: [this.registry] });
    this.#held = gauge('guong_worker_item', '1 for each item this process holds a lease of', [
      'item',
      'state',
    ]);
    this.#token = gauge('guong_worker_item_token', 'Fencing token of each item held', ['item']);
    this.#waiting = gauge('guong_worker_waiting', '1 for each item that nobody holds', ['item']);
    this.#failing = gauge('guong_worker_failing', '1 for each kind of failure that lasts', [
      'code',
    ]);
    this.#alarms = gauge('guong_log_alarms', 'Findings about the log since the process began', [
      'code',
    ]);
  }

  /** Prometheus text of this moment. */
  async text(): Promise<string> {
    const { items, waiting, failures } = await this.worker.status();
    for (const gauge of [this.#held, this.#token, this.#waiting, this.#failing]) gauge.reset();
    for (const { item, state, token } of items) {
      this.#held.set({ item, state }, 1);
      this.#token.set({ item }, token);
    }
    for (const item of waiting) this.#waiting.set({ item }, 1);
    for (const [code, count] of this.alarms.counted) this.#alarms.set({ code }, count);
    for (const code of failures) this.#failing.set({ code }, 1);
    return this.registry.metrics();
  }
}
