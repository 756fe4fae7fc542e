import type { Position } from '#libs/event-store';

/**
 * How far a position is on the way to another one, 0 to 1: for a progress bar only. Positions are
 * opaque; both kinds that there are begin with a number that grows with the log.
 */
export function shareOf(position: Position, head: Position): number {
  const [is, end] = [leading(position), leading(head)];
  return end === 0n ? 1 : Math.min(1, Number((is * 10_000n) / end) / 10_000);
}

const leading = (position: Position): bigint => BigInt(/^\d*/.exec(position)?.[0] || '0');
