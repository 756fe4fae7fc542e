import { copiedClock, moveLog, type MoveOutcome } from '#libs/assembly';
import { StoreError } from '#libs/event-store';
import { type LogPlace, nameOfLog, openSource, openTarget } from './log-place.js';
import { moveProgress } from './move-progress.js';
import type { Terminal } from './terminal.js';
import { PlaceError } from './trouble.js';

/** Copies a whole log with a progress bar; see `moveLog`. Throws PlaceError. */
export async function copyLog(
  terminal: Terminal,
  from: LogPlace,
  to: LogPlace,
): Promise<MoveOutcome> {
  const clock = copiedClock();
  const source = await openSource(from);
  try {
    const { store: target, atOnce, foreign } = await openTarget(to, clock);
    const progress = moveProgress(terminal, await source.head());
    try {
      return await moveLog({
        source,
        target,
        clock,
        atOnce,
        onProgress: (...seen) => progress.at(...seen),
        foreign,
      });
    } catch (error) {
      throw error instanceof StoreError
        ? new PlaceError(nameOfLog(placeOfFailure(error, from, to)), error)
        : error;
    } finally {
      progress.stop();
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Which of the two failed: damage is of what is read, and only a server can be away. */
function placeOfFailure({ code }: StoreError, from: LogPlace, to: LogPlace): LogPlace {
  if (code === 'STORE_CORRUPT') return from;
  const isOfServer = !['STORE_FULL', 'STORE_FAILED', 'STORE_READ_ONLY'].includes(code);
  return isOfServer && from.kind === 'server' && to.kind === 'folder' ? from : to;
}
