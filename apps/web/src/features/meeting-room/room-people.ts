import { createContext, use } from 'react';
import type { PersonInRoom } from './room-queries.js';

export interface People {
  all: readonly PersonInRoom[];
  /** The unit whose room it is. */
  unitId: string | undefined;
  nameOf: (id: string) => string;
}

/** Names by id; an id stays itself where its name is not known. */
export const peopleOf = (all: readonly PersonInRoom[], unitId?: string): People => {
  const names = new Map(all.map(({ memberId, name }) => [memberId, name]));
  return { all, unitId, nameOf: (id) => names.get(id) ?? id };
};

export const PeopleContext = createContext<People>(peopleOf([]));

/** Everybody in the room the page shows. */
export const usePeople = (): People => use(PeopleContext);
