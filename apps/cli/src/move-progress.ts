import type { LogCursor, MoveStage } from '#libs/assembly';
import type { Position } from '#libs/event-store';
import type { Bilingual } from '#libs/platform';
import { shareOf } from './position-share.js';
import { progressNote } from './progress-note.js';
import type { Progress, Terminal } from './terminal.js';

const STAGES: Readonly<Record<MoveStage, Bilingual>> = {
  comparing: { vi: 'so phần đã có', en: 'comparing what is there' },
  copying: { vi: 'đang chép', en: 'copying' },
  proving: { vi: 'so lại toàn bộ', en: 'proving equality' },
};
const EVERY_MS = 200;

/** A bar for each stage of a move: events, events a second, time left. */
export function moveProgress(
  terminal: Terminal,
  head: Position,
): { at(stage: MoveStage, cursor: LogCursor): void; stop(): void } {
  let bar: Progress | undefined;
  let current: MoveStage | undefined;
  let [began, before, shown, from] = [0, 0, 0, 0];
  return {
    at(stage, cursor) {
      const now = performance.now();
      const share = shareOf(cursor.position, head);
      if (stage !== current) {
        bar?.stop();
        bar = terminal.progress(STAGES[stage], 100);
        current = stage;
        // What an earlier run copied says nothing about how fast this one is.
        [began, before, from, shown] = [
          now,
          stage === 'copying' ? cursor.taken : 0,
          stage === 'copying' ? share : 0,
          0,
        ];
      }
      if (now - shown < EVERY_MS && share < 1) return;
      shown = now;
      const done = from === 1 ? 1 : (share - from) / (1 - from);
      const note = progressNote(cursor.taken - before, done, now - began, terminal.language);
      bar?.update(Math.floor(share * 100), 100, note);
    },
    stop: () => bar?.stop(),
  };
}
