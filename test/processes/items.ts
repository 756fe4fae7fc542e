import { READ_MODELS } from '#libs/read-models';
import { REACTORS } from '#libs/workflows';
import { eventually } from '#libs/cluster/testing';
import type { Projector } from './projector.process.js';

/** How many leases there are: every view, every reactor, the timers. */
export const ITEMS = READ_MODELS.length + REACTORS.length + 1;
/** A busy machine takes its time; nothing is proved by how long it takes. */
const WITHIN_MS = 60_000;
const AT_WORK = new Set(['live', 'running']);

/** Until these hold every lease together, each its part, and all of it is being done. */
export const shareAll = (...projectors: readonly Projector[]): Promise<void> =>
  eventually(
    async () => {
      const held = await Promise.all(projectors.map(async (each) => (await each.health()).held));
      const all = held.flat();
      const isEven = held.every(({ length }) => length > 0);
      return isEven && all.length === ITEMS && all.every(({ state }) => AT_WORK.has(state));
    },
    'everything held and at work',
    WITHIN_MS,
  );

/** Until its health is as asked for. */
export const until = (
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs = WITHIN_MS,
): Promise<void> => eventually(isSo, what, withinMs);

/** What took how long is told, and not judged. */
export function told(what: string, sinceMs: number): void {
  process.stderr.write(`processes: ${what} after ${Math.round(performance.now() - sinceMs)} ms\n`);
}
