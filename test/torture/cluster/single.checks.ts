import { metadataAttack } from './attack.checks.js';
import type { Check } from './check.rig.js';
import { goingLive, rareMatch, slowConsumer } from './following.checks.js';
import { beyondTheEnd, oversize } from './limit.checks.js';

/** Checks that are no fault under load, by name. `beyond-the-end` cuts a double: last but one. */
export const CHECKS = {
  oversize,
  'rare-match': rareMatch,
  'slow-consumer': slowConsumer,
  'going-live': goingLive,
  'beyond-the-end': beyondTheEnd,
  'metadata-attack': metadataAttack,
} as const satisfies Record<string, Check>;
export type CheckName = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as CheckName[];
