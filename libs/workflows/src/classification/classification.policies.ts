import { above, all, any, distinctFrom, holds, is, not, system } from '#libs/kernel';

/** Whoever is rated: the member, or for a unit whoever leads it. */
export const subject = any(
  is('memberId'),
  holds('secretary', 'ratedUnitId'),
  holds('deputy', 'ratedUnitId'),
);

/** The level above, never the member, nor whoever leads the unit that is rated. */
export const level = all(
  any(above('secretary', 'unitId'), above('deputy', 'unitId'), above('committee', 'unitId')),
  not(subject),
);

/** The cell committee, or whoever stands above it; never the member. */
export const cell = all(
  any(
    holds('secretary', 'unitId'),
    holds('deputy', 'unitId'),
    above('secretary', 'unitId'),
    above('committee', 'unitId'),
  ),
  not(is('memberId')),
);

/** Whoever rated themselves, or the unit they lead, does not also propose its rating. */
export const proposer = all(cell, distinctFrom('SelfRated'));
export const appraiser = all(level, distinctFrom('RatingProposed'));
/** Somebody else than whoever signed the decision. */
export const complaintJudge = all(level, not(is('decidedBy')));
export const levelOrSystem = any(system, level);
export const cellOrSystem = any(system, cell);
