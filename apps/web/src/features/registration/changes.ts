import type { FormContent } from '../../api/types.js';

export interface Change {
  path: string;
  before: string;
  after: string;
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const flatten = (value: unknown, path: string, into: Map<string, string>): Map<string, string> => {
  if (Array.isArray(value)) {
    value.forEach((item, index) => flatten(item, `${path}[${String(index + 1)}]`, into));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      if (name !== 'key') flatten(part, path ? `${path}.${name}` : name, into);
    }
  } else if (isPlain(value)) into.set(path, String(value));
  return into;
};

/** The lines in which two papers differ, by path; lists are counted from one, as people do. */
export function changesBetween(before: FormContent | null, after: FormContent | null): Change[] {
  const old = flatten(before, '', new Map<string, string>());
  const now = flatten(after, '', new Map<string, string>());
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return paths
    .map((path) => ({ path, before: old.get(path) ?? '', after: now.get(path) ?? '' }))
    .filter((change) => change.before !== change.after);
}
