import { above, all, any, holds, is, not, system } from '#libs/kernel';

/** The committee of the unit that sees to the record. */
export const committee = any(
  holds('secretary', 'keeperId'),
  holds('deputy', 'keeperId'),
  holds('committee', 'keeperId'),
);
export const superior = any(above('secretary', 'keeperId'), above('committee', 'keeperId'));

/** Whoever runs the session: its chair, its recorder, the committee. */
export const desk = any(is('chairId'), is('recorderId'), committee);

/** Whoever may close an item: never its subject. */
export const judges = all(any(is('chairId'), committee, superior), not(is('subjectId')));

/** The subject or, for the collective, its head; a guard tells which. */
export const subjectItself = any(is('subjectId'), is('headId'));
export const fromAbove = any(system, superior);
export const keepers = any(system, committee, superior);
/** Any person; which one, a guard asks. */
export const anybody = not(system);
