import { useNames } from '../../ui/names.js';
import { usePeople } from '../meeting-room/index.js';
import type { Item } from './session-data.js';

/** The name of whoever is heard: a person, or the collective by its unit. */
export function useSubjectName(): (item: Pick<Item, 'subjectId' | 'role'>) => string {
  const { nameOf, unitId } = usePeople();
  const unitName = useNames('unit', unitId === undefined ? [] : [unitId]);
  return ({ subjectId, role }) => (role === 'collective' ? unitName(subjectId) : nameOf(subjectId));
}
