import { today } from '../../format/dates.js';
import { lineKeyOf, type Field } from './fields-of-schema.js';

/** What stands in the fields: texts as typed, so that nothing is lost, and lines of them. */
export type Values = Record<string, unknown>;

const SEVERAL = new Set(['members', 'units', 'choices', 'texts']);
const ZONE = '+07:00';

/** A name for something new, which nobody else gives. */
export const newId = (): string => crypto.randomUUID().slice(0, 13);

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lines = (value: unknown): readonly Values[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** A key that no line has yet: `k1`, `k2`, … */
const freshKey = (taken: readonly Values[], name: string): string => {
  const keys = new Set(taken.map((line) => line[name]));
  let number = taken.length + 1;
  while (keys.has(`k${String(number)}`)) number += 1;
  return `k${String(number)}`;
};

/** A new line for a list that already has these. */
export const emptyLine = (fields: readonly Field[], taken: readonly Values[]): Values =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.kind === 'key' ? freshKey(taken, field.name) : valueOf(field, undefined),
    ]),
  );

/** `2026-03-05T02:00:00Z` as the clock in Vietnam shows it: `2026-03-05T09:00`. */
const localMoment = (iso: string): string => {
  const time = Date.parse(iso);
  return Number.isNaN(time) || iso.length <= 16
    ? iso
    : new Date(time + 7 * 3_600_000).toISOString().slice(0, 16);
};

/** One line for each of the given ones, with what is already known of it. */
const givenLines = (field: Field, known: readonly Values[]): Values[] => {
  const key = lineKeyOf(field) ?? 'key';
  return (field.lines ?? []).map(({ value }) => ({
    ...valuesFor(field.fields ?? [], known.find((line) => line[key] === value) ?? {}),
    [key]: value,
  }));
};

/** What the clock in Vietnam shows as an instant in UTC; what is none goes as it was typed. */
const instantOf = (moment: string): string => {
  const time = Date.parse(`${moment}:00${ZONE}`);
  return Number.isNaN(time) ? moment : new Date(time).toISOString().replace('.000Z', 'Z');
};

function valueOf(field: Field, given: unknown): unknown {
  switch (field.kind) {
    case 'yesNo':
      return given === true;
    case 'key':
      return given ?? newId();
    case 'list': {
      if (field.lines) return givenLines(field, lines(given));
      const list = lines(given).map((line) => valuesFor(field.fields ?? [], line));
      const least = Math.max(field.min ?? 0, field.required ? 1 : 0);
      while (given === undefined && list.length < Math.min(least, 10))
        list.push(emptyLine(field.fields ?? [], list));
      return list;
    }
    case 'group':
      return valuesFor(field.fields ?? [], isRecord(given) ? given : {});
    case 'counts':
      return isRecord(given) ? given : {};
    case 'date':
      if (given === undefined && field.required && field.name === 'on') return today();
      return given ?? '';
    case 'moment':
      return typeof given === 'string' ? localMoment(given) : '';
    default:
      if (SEVERAL.has(field.kind)) return Array.isArray(given) ? given : [];
      return given ?? '';
  }
}

/** The fields filled with what is known: an earlier input, or nothing. */
export const valuesFor = (fields: readonly Field[], known: Values): Values =>
  Object.fromEntries(fields.map((field) => [field.name, valueOf(field, known[field.name])]));

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.every(isBlank)) ||
  (isRecord(value) && Object.values(value).every(isBlank));

/** Whether nobody wrote anything into a line; what the form itself put there does not count. */
const isBlankLine = (field: Field, line: Values): boolean => {
  const given = field.lines && lineKeyOf(field);
  return (field.fields ?? []).every(
    ({ name, kind, hidden }) =>
      kind === 'key' || hidden === true || name === given || isBlank(line[name]),
  );
};

export interface Sent {
  input: Record<string, unknown>;
  /** Of each list, the numbers on screen of the lines that were sent. */
  kept: ReadonlyMap<string, readonly number[]>;
}

function sentValue(field: Field, value: unknown, path: string, kept: Map<string, number[]>) {
  switch (field.kind) {
    case 'yesNo':
      return value === true || field.required ? value === true : undefined;
    case 'number': {
      const number = typeof value === 'string' ? Number(value.replace(',', '.')) : value;
      // What is no number goes as it was typed: the server says so, and nothing is lost.
      return isBlank(value) ? undefined : Number.isNaN(number) ? value : number;
    }
    case 'moment':
      return isBlank(value) ? undefined : instantOf(String(value));
    case 'list': {
      const numbers: number[] = [];
      const list = lines(value).flatMap((line, number) => {
        if (isBlankLine(field, line)) return [];
        numbers.push(number);
        return [sentValues(field.fields ?? [], line, `${path}.${String(number)}`, kept)];
      });
      kept.set(path, numbers);
      return list.length === 0 && !field.required ? undefined : list;
    }
    case 'group': {
      const group = sentValues(field.fields ?? [], isRecord(value) ? value : {}, path, kept);
      return Object.keys(group).length === 0 && !field.required ? undefined : group;
    }
    case 'counts':
      return isBlank(value) && !field.required ? undefined : value;
    case 'texts': {
      const texts = (Array.isArray(value) ? value : []).map((text) => String(text).trim());
      const filled = texts.filter((text) => text !== '');
      return filled.length === 0 && !field.required ? undefined : filled;
    }
    default:
      if (SEVERAL.has(field.kind)) return isBlank(value) && !field.required ? undefined : value;
      if (isBlank(value)) return undefined;
      return typeof value === 'string' ? value.trim() : value;
  }
}

const sentValues = (
  fields: readonly Field[],
  values: Values,
  under: string,
  kept: Map<string, number[]>,
): Record<string, unknown> => {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const path = under === '' ? field.name : `${under}.${field.name}`;
    const value = sentValue(field, values[field.name], path, kept);
    if (value !== undefined) input[field.name] = value;
  }
  return input;
};

/** What is sent: blanks and blank lines are left out, so that the server names what is missing. */
export function inputOf(fields: readonly Field[], values: Values): Sent {
  const kept = new Map<string, number[]>();
  return { input: sentValues(fields, values, '', kept), kept };
}

/** The given line of a list that a reason names (`{key: 'd2'}`), as a path to its first field. */
export function lineNamed(
  at: string,
  params: Readonly<Record<string, unknown>> | undefined,
  fields: readonly Field[],
): string {
  const field = fields.find(({ name, lines }) => name === at && lines !== undefined);
  const key = field && lineKeyOf(field);
  const number = field?.lines?.findIndex(({ value }) => value === params?.['key']) ?? -1;
  const first = field?.fields?.find(({ name, hidden }) => name !== key && hidden !== true);
  return number < 0 || first === undefined ? at : `${at}.${String(number)}.${first.name}`;
}

/**
 * The field on screen that a reason concerns (`remarks[1].text` → `remarks.2.text` if the line
 * before was blank), or '' if there is none.
 */
export function fieldAt(
  path: string | undefined,
  fields: readonly Field[],
  kept: Sent['kept'],
): string {
  const parts = (path ?? '').replace(/\[(\w+)\]/g, '.$1').split('.');
  if (!fields.some((field) => field.name === parts[0])) return '';
  let at = '';
  for (const part of parts) {
    const numbers = kept.get(at);
    const number = numbers?.[Number(part)];
    const next = numbers && number !== undefined ? String(number) : part;
    at = at === '' ? next : `${at}.${next}`;
  }
  return at;
}
