import { setTimeout as delay } from 'node:timers/promises';
import type { Product } from '#libs/assembly';
import type { Position } from '#libs/event-store';
import type { LineStatus } from '#libs/projections';
import { shareOf } from './position-share.js';
import type { Terminal } from './terminal.js';
import { ViewsUnkept } from './trouble.js';

const POLL_MS = 100;
/** Times that an order is given to whoever does not know the view yet. */
const ORDERS = 100;

export interface Rebuilt {
  /** Where the log ended. */
  readonly head: Position;
  /** Lines of these views that cannot go on. */
  readonly stopped: readonly LineStatus[];
}

/**
 * Orders these views to be built anew from whoever keeps them, and waits with a progress bar until
 * they are, or have stopped. Throws ViewsUnkept when nobody takes the order.
 */
export async function rebuilt(
  terminal: Terminal,
  { projections }: Pick<Product, 'projections'>,
  names: readonly string[],
): Promise<Rebuilt> {
  const before = await projections.status();
  const generations = new Map(
    before.lines
      .filter(({ role }) => role === 'serving')
      .map(({ name, generation }) => [name, generation]),
  );
  for (const name of names) await order(projections, name);
  const progress = terminal.progress({ vi: 'đang dựng lại', en: 'rebuilding' }, 100);
  for (;;) {
    const { head, lines } = await projections.status();
    const ours = lines.filter(({ name }) => names.includes(name));
    const stopped = ours.filter(({ state }) => state === 'parked' || state === 'ahead');
    const done = names.map((name) => shareDone(ours, name, head, generations.get(name)));
    progress.update(Math.floor(Math.min(1, ...done) * 100));
    if (done.every((share) => share === 1)) {
      progress.stop();
      return { head, stopped };
    }
    await delay(POLL_MS);
  }
}

/** Whoever has just been given a view may not have it yet. Throws ViewsUnkept. */
async function order(projections: Product['projections'], name: string): Promise<void> {
  for (let asked = 0; asked < ORDERS; asked += 1) {
    if (await projections.rebuild(name)) return;
    await delay(POLL_MS);
  }
  throw new ViewsUnkept([name]);
}

/** 1 once the view serves a later generation, or its new rows cannot go on. */
function shareDone(
  lines: readonly LineStatus[],
  view: string,
  head: Position,
  before: number | undefined,
): number {
  const ours = lines.filter(({ name }) => name === view);
  const serves = ours.find(({ role, state }) => role === 'serving' && state === 'live');
  if (serves !== undefined && serves.generation !== before) return 1;
  const building = ours.find(({ role }) => role === 'building');
  if (building === undefined) return 0;
  if (building.state === 'parked') return 1;
  return Math.min(0.99, shareOf(building.position, head));
}
