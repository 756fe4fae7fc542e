import { type Position, START } from '#libs/event-store';
import type { Place } from './log-client.port.js';

/** Digits of each half, enough for 64 bits: the order of the texts is that of the log. */
const DIGITS = 20;
const FORM = /^(\d{20})\/(\d{20})$/;

/** A place as a position: `<commit, 20 digits>/<prepare, 20 digits>`. */
export const positionOf = ({ commit, prepare }: Place): Position =>
  `${padded(commit)}/${padded(prepare)}` as Position;

/** The place of a position. Throws RangeError on a position of another kind of store. */
export function placeOf(position: Position): Place | 'start' {
  if (position === START) return 'start';
  const [, commit, prepare] = FORM.exec(position) ?? [];
  if (commit === undefined || prepare === undefined)
    throw new RangeError('not a position of this store');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

export const samePlace = (a: Place, b: Place | 'start'): boolean =>
  b !== 'start' && a.commit === b.commit && a.prepare === b.prepare;

/** Whether `a` comes after `b` in the log. */
export const isAfter = (a: Place, b: Place | 'start'): boolean =>
  b === 'start' || a.commit > b.commit || (a.commit === b.commit && a.prepare > b.prepare);

const padded = (half: bigint): string => half.toString().padStart(DIGITS, '0');
