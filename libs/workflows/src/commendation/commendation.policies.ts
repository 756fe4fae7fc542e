import { above, all, any, distinctFrom, holds, is, not, system } from '#libs/kernel';

const ofTheUnit = any(
  holds('secretary', 'unitId'),
  holds('deputy', 'unitId'),
  above('secretary', 'unitId'),
  above('committee', 'unitId'),
);
const deciders = any(
  holds('secretary', 'decidedAt'),
  holds('deputy', 'decidedAt'),
  holds('committee', 'decidedAt'),
);

/** The unit of the nominee, or whoever stands above it. */
export const nominator = any(system, ofTheUnit);
/** The nominee, whoever leads the unit honoured, or the unit that nominates. */
export const reporter = any(is('memberId'), ofTheUnit);
/** The nominee's own unit or one above it: no level honours those who stand under another. */
const overTheUnit = any(
  holds('secretary', 'unitId'),
  holds('deputy', 'unitId'),
  holds('committee', 'unitId'),
  above('secretary', 'unitId'),
  above('deputy', 'unitId'),
  above('committee', 'unitId'),
);
/** The deciding level, never the nominee. */
export const decider = all(deciders, overTheUnit, not(is('memberId')));
/** Nobody appraises what they nominated themselves. */
export const appraiser = all(decider, distinctFrom('Nominated'));
export const publisher = all(any(ofTheUnit, deciders), not(is('memberId')));
/** Whoever decides there, stands above, or inspects. */
export const accuser = all(
  any(
    deciders,
    holds('commission', 'decidedAt'),
    above('secretary', 'decidedAt'),
    above('committee', 'decidedAt'),
    above('commission', 'decidedAt'),
  ),
  not(is('memberId')),
);
/** Nobody revokes on their own proposal. */
export const revoker = all(
  any(deciders, above('secretary', 'decidedAt'), above('committee', 'decidedAt')),
  not(is('memberId')),
  distinctFrom('RevocationProposed'),
);
