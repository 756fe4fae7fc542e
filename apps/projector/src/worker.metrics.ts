import { Gauge, type Registry } from 'prom-client';
import { LeaseMetrics, type Measured, MetricsPage } from '#libs/platform';
import type { LogAlarms } from './log-alarms.js';
import type { ObservedWorker } from './ports.js';

/** What this process holds and in which state, and what fails. Labels are names, never ids. */
class WorkerMetrics implements Measured {
  readonly part = 'worker';
  readonly #held: Gauge<'item' | 'state'>;
  readonly #token: Gauge<'item'>;
  readonly #failing: Gauge<'code'>;
  readonly #alarms: Gauge<'code'>;
  readonly #refused: Gauge;
  readonly #lost: Gauge<'why'>;

  constructor(
    registry: Registry,
    private readonly worker: ObservedWorker,
    private readonly alarms: LogAlarms,
  ) {
    const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
      new Gauge({ name, help, labelNames, registers: [registry] });
    this.#held = gauge('guong_worker_item', '1 for each item this process holds a lease of', [
      'item',
      'state',
    ]);
    this.#token = gauge('guong_worker_item_token', 'Fencing token of each item held', ['item']);
    this.#failing = gauge('guong_worker_failing', '1 for each kind of failure that lasts', [
      'code',
    ]);
    this.#alarms = gauge('guong_log_alarms', 'Findings about the log since the process began', [
      'code',
    ]);
    const refused = 'Transactions of views refused because somebody else had taken over';
    this.#refused = gauge('guong_worker_writes_refused', refused, []);
    this.#lost = gauge('guong_worker_leases_ended', 'Leases that ended, by why', ['why']);
  }

  async collect(): Promise<void> {
    const { items, failures, refused = 0, lost = {} } = await this.worker.status();
    this.reset();
    for (const { item, state, token } of items) {
      this.#held.set({ item, state }, 1);
      this.#token.set({ item }, token);
    }
    for (const code of failures) this.#failing.set({ code }, 1);
    this.#refused.set(refused);
    for (const [why, count] of Object.entries(lost)) this.#lost.set({ why }, count);
    for (const [code, count] of this.alarms.counted) this.#alarms.set({ code }, count);
  }

  reset(): void {
    for (const gauge of [this.#held, this.#token, this.#failing, this.#alarms, this.#lost])
      gauge.reset();
  }
}

/** The page of a projector: who holds what, in which state, and what fails. */
export function projectorMetrics(worker: ObservedWorker, alarms: LogAlarms): MetricsPage {
  const page = new MetricsPage();
  const leases = new LeaseMetrics(page.registry, async () => {
    const { owner, items, waiting } = await worker.status();
    const held = items.map(({ item }) => ({ item, owner }));
    return [...held, ...waiting.map((item) => ({ item, owner: undefined }))];
  });
  page.add(leases, new WorkerMetrics(page.registry, worker, alarms));
  return page;
}
