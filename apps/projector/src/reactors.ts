import type { Share } from '#libs/assembly';
import type { Reactor } from '#libs/kernel';
import { REACTORS } from '#libs/workflows';

/** A reactor looks at few events and seldom acts: each weighs as little as the smallest view. */
const WEIGHT = 1;

/** Every reactor of the product. */
export const REACTOR_SHARES: readonly Share<Reactor>[] = REACTORS.map((work) => ({
  work,
  weight: WEIGHT,
}));

/** Firing timers is commands, each with a decision and a write: as much as a larger view. */
export const TIMERS_WEIGHT = 8;
