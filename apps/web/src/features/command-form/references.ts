import type { Field, FieldChanges, Option } from './fields-of-schema.js';

type Record_ = Record<string, unknown>;

const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const NAMES = ['title', 'content', 'measure', 'name', 'text', 'subject'] as const;
const LONG = 80;

/** The lists of a record whose lines have keys, by their names; one level down too. */
function listsOf(data: Record_): [string, Record_[]][] {
  const here = Object.entries(data).flatMap(([name, value]): [string, Record_[]][] => {
    if (!Array.isArray(value) || value.length === 0) return [];
    const lines = value.filter(isRecord);
    return lines.some((line) => 'key' in line || 'id' in line) ? [[name, lines]] : [];
  });
  const below = Object.values(data).filter(isRecord);
  return [...here, ...below.flatMap((part) => listsOf(part))];
}

const labelOf = (line: Record_, value: string): string => {
  const name = NAMES.map((one) => line[one]).find((one) => typeof one === 'string' && one !== '');
  const text = typeof name === 'string' ? name : value;
  return text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text;
};

const optionsOf = (lines: readonly Record_[]): Option[] =>
  lines.flatMap((line) => {
    const value = line['key'] ?? line['id'];
    return typeof value === 'string' ? [{ value, label: labelOf(line, value) }] : [];
  });

/** `shortcomingId` names a line of `shortcomings`; `key` in `results` one of whatever has keys. */
function listFor(
  name: string,
  under: string,
  lists: readonly [string, Record_[]][],
): Record_[] | undefined {
  const base = name.replace(/(Key|Id)$/, '');
  if (base === name || base === '') {
    const same = lists.find(([list]) => list === under);
    const keyed = lists.filter(([, lines]) => lines.some((line) => name in line));
    return (same ?? (keyed.length === 1 ? keyed[0] : undefined))?.[1];
  }
  return lists.find(([list]) => list.toLowerCase().startsWith(base.toLowerCase()))?.[1];
}

/** The key of a list whose lines each answer for something that exists. */
const answeredKey = ({ fields = [] }: Field): string | undefined =>
  fields.find(({ name, kind }) => kind === 'text' && /^(key|id)$/.test(name))?.name;

/**
 * Fields that name a line of the record itself become choices among its
 * lines; a list that answers for each of them gets one line for each.
 */
export function referencesIn(
  fields: readonly Field[],
  data: Record<string, unknown>,
): FieldChanges {
  const lists = listsOf(data);
  const changes: Record<string, Partial<Field>> = {};
  const walk = (some: readonly Field[], path: string, under: string) => {
    for (const field of some) {
      const at = path === '' ? field.name : `${path}.${field.name}`;
      if (field.kind === 'text' && /^(key|id)$|(Key|Id)$/.test(field.name)) {
        const options = optionsOf(listFor(field.name, under, lists) ?? []);
        if (options.length > 0) changes[at] = { kind: 'choice', options };
      }
      const key = field.kind === 'list' ? answeredKey(field) : undefined;
      const lines = key === undefined ? [] : optionsOf(listFor(key, field.name, lists) ?? []);
      if (lines.length > 0) changes[at] = { lines };
      else walk(field.fields ?? [], at, field.name);
    }
  };
  walk(fields, '', '');
  return changes;
}
