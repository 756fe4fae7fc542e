/** Fields of a folded state that come from sealed parts; everything else is clear. */
const SEALED: Readonly<Record<string, readonly string[]>> = {
  organisation: [],
  programme: [],
  membership: ['person'],
  delegation: [],
  registration: ['form', 'remarks', 'shortcomingTexts'],
};

/** The state without what its facts keep sealed; of an unknown workflow nothing at all. */
export function withoutSealed(workflow: string, state: object): object {
  const sealed = SEALED[workflow];
  if (sealed === undefined) return {};
  return Object.fromEntries(Object.entries(state).filter(([name]) => !sealed.includes(name)));
}
