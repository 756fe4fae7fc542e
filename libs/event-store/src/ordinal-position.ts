import { type Position, START } from './event-store.port.js';

/** Digits of a position; enough for every safe integer, so that text order is number order. */
const DIGITS = 16;

/** The position of the n-th event of the log (1, 2, 3, ...); 0 is `START`. */
export const positionOf = (ordinal: number): Position =>
  ordinal === 0 ? START : (String(ordinal).padStart(DIGITS, '0') as Position);

/** The n of `positionOf`. Throws RangeError on a position of another kind of store. */
export function ordinalOf(position: Position): number {
  if (position === START) return 0;
  if (!/^\d{16}$/.test(position)) throw new RangeError('not a position of this store');
  return Number(position);
}
