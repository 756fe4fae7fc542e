import { type FenceTokens, type Lease, postgresCheckpoints } from '#libs/cluster';
import { ReactorRunner, type TimerRunner } from '#libs/engine';
import type { Tracer } from '#libs/event-store';
import type { Reactor } from '#libs/kernel';
import type { ProjectionRunner } from '#libs/projections';
import type { PostgresReadModels } from '#libs/read-models';
import type { ClusterPlaces } from './cluster-places.js';

/** What is done under a lease, from taking it until nothing of it is under way any more. */
export interface LeasedWork {
  begin(lease: Lease): Promise<void>;
  end(): Promise<void>;
}

/** The views of one projection. */
export function projectionWork(
  name: string,
  views: PostgresReadModels,
  runner: ProjectionRunner,
  tokens: FenceTokens,
): LeasedWork {
  const item = projectionItem(name);
  return {
    async begin(lease) {
      tokens.hold(lease);
      // From here on whoever had it before can write nothing more.
      await views.claimFence(name, lease.token);
      await runner.adopt([name]);
    },
    async end() {
      // Given up first, so that a batch under way may still be stored.
      await runner.disown([name]);
      tokens.forget(item);
    },
  };
}

/** One reactor, from its shared checkpoint. */
export class ReactorWork implements LeasedWork {
  readonly #runner: ReactorRunner;

  constructor(
    reactor: Reactor,
    { store, database, engine }: Pick<ClusterPlaces, 'store' | 'database' | 'engine'>,
    private readonly tokens: FenceTokens,
    tracer?: Tracer,
  ) {
    this.#runner = new ReactorRunner({
      store,
      reactor,
      checkpoints: postgresCheckpoints(database, (name) => tokens.of(reactorItem(name))),
      execute: engine.execute.bind(engine),
      tracer,
    });
  }

  get runner(): ReactorRunner {
    return this.#runner;
  }

  async begin(lease: Lease): Promise<void> {
    this.tokens.hold(lease);
    await this.#runner.start();
  }

  async end(): Promise<void> {
    await this.#runner.stop();
    this.tokens.forget(reactorItem(this.#runner.status.name));
  }
}

/** The timers: firing twice writes nothing twice, so no token guards what they write. */
export const timerWork = (timers: TimerRunner): LeasedWork => ({
  begin() {
    timers.start();
    return Promise.resolve();
  },
  end: () => timers.stop(),
});

export const projectionItem = (name: string): string => `projection:${name}`;
export const reactorItem = (name: string): string => `reactor:${name}`;
export const TIMERS_ITEM = 'timers';
export const isProjectionItem = (item: string): boolean => item.startsWith(projectionItem(''));
