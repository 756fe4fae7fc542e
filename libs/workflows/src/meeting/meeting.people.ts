import { above, any, holds, is, system } from '#libs/kernel';

/** The cell committee, whoever stands above it, and imports of what was held elsewhere. */
export const officers = any(
  system,
  holds('secretary', 'unitId'),
  holds('deputy', 'unitId'),
  holds('committee', 'unitId'),
  above('secretary', 'unitId'),
  above('committee', 'unitId'),
);

/** Whoever presides. */
export const chair = any(
  system,
  is('chairId'),
  holds('secretary', 'unitId'),
  holds('deputy', 'unitId'),
  above('secretary', 'unitId'),
);

/** Whoever writes at the meeting: the officers, or the member chosen to take the minutes. */
export const recorder = any(officers, is('recorderId'));
