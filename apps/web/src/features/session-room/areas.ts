/** What a person or a unit is looked at in; the server refuses any other. */
export const AREAS = [
  'ideology',
  'ethics',
  'criticism',
  'people',
  'duty',
  'discipline',
  'unity',
] as const;
