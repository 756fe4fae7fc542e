import { type EventStore, START, type StoredEvent } from '#libs/event-store';
import { projectionRunner } from '#libs/projections';
import { openReadModels, READ_MODELS } from '#libs/read-models';
import { asItIs, sameRows } from '../cluster/same-rows.js';
import { checkLog } from '../torture/check-log.js';
import { checkHistory } from './check-history.js';
import type { Deployment } from './deployment.js';
import type { History } from './history.js';
import type { Writing } from './writing.js';

const WAIT_MS = 1_000;
const NAMES = READ_MODELS.map(({ name }) => name);

export interface Agreement {
  readonly problems: readonly string[];
  readonly events: number;
  readonly rows: number;
}

/**
 * What is wrong when everything has come to rest: the log against what was answered (I1-I4, I8),
 * the history of all clients, and every row of every view against a rebuild (I5, I6).
 */
export async function agreement(
  { product }: Deployment,
  history: History,
  writings: readonly Writing[],
): Promise<Agreement> {
  await everythingShown(product);
  const log = await wholeLog(product.store);
  const acknowledged = writings.flatMap((writing) => writing.acknowledged);
  const problems = [
    ...(await checkLog(product.store, acknowledged, 'several')),
    ...checkHistory(history.moments, log),
  ];
  const embedded = openReadModels({ file: ':memory:' });
  try {
    const { store } = product;
    const rebuilt = { store, rows: embedded.rows, projections: READ_MODELS, offline: true };
    const runner = projectionRunner(rebuilt);
    await runner.start();
    await runner.caughtUp();
    await runner.stop();
    const { compared, differing } = await sameRows(
      [product.views.db, asItIs],
      [embedded.db, asItIs],
    );
    problems.push(...differing.map((row) => `differs from a rebuild: ${row}`));
    const lines = (await product.projections.status()).lines;
    const head = await store.head();
    for (const { name, position } of lines)
      if (position > head) problems.push(`${name} is ahead of the log`);
    return { problems, events: log.length, rows: compared };
  } finally {
    await embedded.close();
  }
}

/** Until every view shows the head, and nothing was written meanwhile. */
export async function everythingShown({
  store,
  projections,
}: Deployment['product']): Promise<void> {
  for (let head = await store.head(); ;) {
    // Nobody may have it at this moment; somebody will.
    while ((await projections.waitFor(NAMES, head, WAIT_MS)) !== 'reached')
      await new Promise((resolve) => setTimeout(resolve, 20));
    const now = await store.head();
    if (now === head) return;
    head = now;
  }
}

async function wholeLog(store: EventStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let after = START; ;) {
    const page = await store.readAll(after, { limit: 5_000 });
    events.push(...page.events);
    after = page.next;
    if (page.atEnd) return events;
  }
}
