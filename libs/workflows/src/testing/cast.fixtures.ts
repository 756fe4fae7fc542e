import { authorityOf } from '#libs/kernel/testing';

/**
 * A fictional province with one ward and two cells, and who holds what in it: Khải is a member of
 * the cell of quarter 4, Hà its secretary; Sáu is secretary of the other cell.
 */
export const CAST = {
  khai: 'a member of the cell',
  ha: 'secretary of the cell',
  loc: 'deputy of the cell',
  binh: 'committee member of the cell',
  sau: 'secretary of another cell',
  tam: 'secretary of the ward',
  minh: 'committee member of the ward',
  ubkt: 'inspection commission of the ward',
  quang: 'committee member of the province',
  system: 'the engine itself',
} as const;
export type Person = keyof typeof CAST;
export const PEOPLE = Object.keys(CAST) as Person[];

export const authority = authorityOf({
  officers: [
    'ha secretary kp4',
    'loc deputy kp4',
    'binh committee kp4',
    'sau secretary kp5',
    'tam secretary anbinh',
    'minh committee anbinh',
    'ubkt commission anbinh',
    'quang committee songvan',
  ],
  parents: { kp4: 'anbinh', kp5: 'anbinh', anbinh: 'songvan' },
});

/** The actor of that name; `system` is not a person. */
export const actorOf = (name: Person) =>
  ({ id: name, kind: name === 'system' ? 'system' : 'person' }) as const;
