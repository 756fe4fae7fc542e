import { Gauge, type Registry } from 'prom-client';
import type { EventStore, Position } from '#libs/event-store';
import type { LineState, ProjectionStanding } from '#libs/projections';
import type { Measured } from './metrics-page.js';

const STATES: readonly LineState[] = ['catchingUp', 'live', 'parked', 'ahead', 'frozen', 'unowned'];
/** Log entries looked at for the first event that was not applied. */
const PAGE = 16;

export interface ProjectionMetricsOptions {
  readonly projections: Pick<ProjectionStanding, 'status'>;
  readonly store: Pick<EventStore, 'readAll'>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Where each projection stands, measured when asked. */
export class ProjectionMetrics implements Measured {
  readonly part = 'projections';
  readonly #behind: Gauge<'projection'>;
  readonly #lag: Gauge<'projection'>;
  readonly #state: Gauge<'projection' | 'state'>;

  constructor(
    registry: Registry,
    private readonly options: ProjectionMetricsOptions,
  ) {
    const registers = [registry];
    this.#behind = new Gauge({
      name: 'guong_projection_behind',
      help: '1 while a projection has not yet applied the last event of the log, else 0',
      labelNames: ['projection'],
      registers,
    });
    this.#lag = new Gauge({
      name: 'guong_projection_lag_seconds',
      help: 'Age of the first event that a projection has not yet applied; 0 when it is current',
      labelNames: ['projection'],
      registers,
    });
    this.#state = new Gauge({
      name: 'guong_projection_state',
      help: '1 for the state a projection is in',
      labelNames: ['projection', 'state'],
      registers,
    });
  }

  async collect(): Promise<void> {
    const { head, lines } = await this.options.projections.status();
    const serving = lines.filter(({ role }) => role === 'serving');
    const lags = new Map<Position, number>();
    for (const { position } of serving)
      if (!lags.has(position))
        lags.set(position, position < head ? await this.#lagAt(position) : 0);
    this.reset();
    for (const { name, position, state } of serving) {
      this.#behind.set({ projection: name }, position < head ? 1 : 0);
      this.#lag.set({ projection: name }, lags.get(position)!);
      for (const each of STATES)
        this.#state.set({ projection: name, state: each }, each === state ? 1 : 0);
    }
  }

  reset(): void {
    for (const gauge of [this.#behind, this.#lag, this.#state]) gauge.reset();
  }

  async #lagAt(position: Position): Promise<number> {
    const { store, clock } = this.options;
    for (let after = position; ;) {
      const { events, next, atEnd } = await store.readAll(after, { limit: PAGE });
      const [first] = events;
      if (first !== undefined) return Math.max(0, (clock() - Date.parse(first.recordedAt)) / 1000);
      if (atEnd || next === after) return 0;
      after = next;
    }
  }
}
