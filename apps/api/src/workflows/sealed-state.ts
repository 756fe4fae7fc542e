import type { Reading } from '../access/viewer.js';

/**
 * Fields of a folded state that come from sealed parts; everything else is clear. `list[].text`
 * names a field of every entry of a list.
 */
const SEALED: Readonly<Record<string, readonly string[]>> = {
  organisation: [],
  programme: [],
  membership: ['person'],
  delegation: [],
  registration: ['form', 'remarks', 'shortcomingTexts'],
  review: ['report', 'remark', 'nextDirection', 'dispute.text'],
  meeting: ['issues[].text'],
  'criticism-session': ['remedies[].text'],
  classification: ['complaint.text'],
  'rating-list': [],
  commendation: [],
  'achievement-record': [],
  inspection: ['followUps[].text'],
  transfer: [],
  contest: [],
  model: [],
  'emulation-pact': [],
  'steering-committee': ['tasks[].text'],
};
/** Totals of secret ballots, for tellers, chair and deciding body. */
const TALLIES: Readonly<Record<string, readonly string[]>> = {
  classification: ['ballots[].tally', 'ballots[].winner'],
  commendation: ['votes[].tally', 'votes[].winner'],
};

type Fields = Readonly<Record<string, unknown>>;

/** A copy of the value without the field at the path. */
function without(value: unknown, path: string): unknown {
  const [, name = '', list, rest] = /^([^.[]+)(\[\])?\.?(.*)$/.exec(path) ?? [];
  if (typeof value !== 'object' || value === null || !(name in value)) return value;
  const { [name]: field, ...others } = value as Fields;
  if (rest === '') return others;
  const cut =
    list !== undefined && Array.isArray(field)
      ? field.map((entry) => without(entry, rest!))
      : without(field, rest!);
  return { ...others, [name]: cut };
}

/** The state as this reader may see it; of an unknown workflow nothing at all. */
export function shownState(workflow: string, state: object, reading: Reading): object {
  const sealed = SEALED[workflow];
  if (sealed === undefined) return {};
  const hidden = [
    ...(reading.sealed ? [] : sealed),
    ...(reading.tallies ? [] : (TALLIES[workflow] ?? [])),
  ];
  return hidden.reduce<object>((shown, path) => without(shown, path) as object, state);
}
