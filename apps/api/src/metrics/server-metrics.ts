import type { Product } from '#libs/assembly';
import {
  CommandMetrics,
  type CommitMetrics,
  EngineMetrics,
  MetricsPage,
  ProjectionMetrics,
  ReactorMetrics,
  TimerMetrics,
} from '#libs/platform';
import { TimerQueries } from '#libs/read-models';

/** What a server is measured by. */
export interface ServerMetrics {
  readonly page: MetricsPage;
  readonly commands: CommandMetrics;
}

/** The page of a server: requests, commands, and how projections, reactors and timers stand. */
export function serverMetrics(
  product: Product,
  clock: () => number,
  commits: CommitMetrics | undefined,
): ServerMetrics {
  const page = new MetricsPage();
  const { registry } = page;
  const { projections, standing, store, views } = product;
  const timers = new TimerQueries(views.db);
  commits?.showOn(registry);
  product.engine.onCommand(new EngineMetrics(registry).told);
  page.add(
    new ProjectionMetrics(registry, { projections, store, clock }),
    new ReactorMetrics(registry, () => standing.reactors()),
    new TimerMetrics(registry, {
      status: () => standing.timers(),
      waiting: (now) => timers.waiting(now),
      clock,
    }),
  );
  return { page, commands: new CommandMetrics(registry) };
}
