import type { StoredEvent } from '#libs/event-store';

/** Streams that are kept whatever they hold, so that short and long lives are both there. */
const LONGEST = 1;
const STREAMS_MAX = 24;

/** What a stream shows: its types of facts, and which fact it ends with. */
const marksOf = (events: readonly StoredEvent[]): readonly string[] => [
  ...new Set(events.map(({ type }) => type)),
  `ends ${events.at(-1)!.type}`,
];

/**
 * A few streams that together show every type of fact and every end that the log has. Greedy:
 * each next one is the stream that adds most; the same log gives the same choice.
 */
export function chooseStreams(
  streams: ReadonlyMap<string, readonly StoredEvent[]>,
): ReadonlyMap<string, readonly StoredEvent[]> {
  const all = [...streams].sort(([left], [right]) => (left < right ? -1 : 1));
  const chosen = new Map<string, readonly StoredEvent[]>();
  const shown = new Set<string>();
  const take = ([stream, events]: (typeof all)[number]): void => {
    chosen.set(stream, events);
    for (const mark of marksOf(events)) shown.add(mark);
  };
  const byLength = all.toSorted(([, left], [, right]) => right.length - left.length);
  byLength.slice(0, LONGEST).forEach(take);
  while (chosen.size < STREAMS_MAX) {
    const gain = (events: readonly StoredEvent[]): number =>
      marksOf(events).filter((mark) => !shown.has(mark)).length;
    const best = all.reduce((left, right) => (gain(right[1]) > gain(left[1]) ? right : left));
    if (gain(best[1]) === 0) break;
    take(best);
  }
  return chosen;
}
