import { Histogram, type Registry } from 'prom-client';

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const APPENDS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

/** What the disk takes for a commit of the log; made before there is a page to show it. */
export class CommitMetrics {
  readonly #seconds = new Histogram({
    name: 'guong_log_commit_seconds',
    help: 'Time of a commit of the event log, with its sync of the disk',
    buckets: SECONDS,
    registers: [],
  });
  readonly #appends = new Histogram({
    name: 'guong_log_commit_appends',
    help: 'Commands that shared a commit of the event log',
    buckets: APPENDS,
    registers: [],
  });

  showOn(registry: Registry): void {
    registry.registerMetric(this.#seconds);
    registry.registerMetric(this.#appends);
  }

  readonly committed = (ms: number, appends: number): void => {
    this.#seconds.observe(ms / 1000);
    this.#appends.observe(appends);
  };
}
