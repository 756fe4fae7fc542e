import type { JsonSchema } from '../../api/instance-types.js';

/** How a person fills a field in. `members`, `units`, `choices` and `texts` take several. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'date'
  | 'moment'
  | 'time'
  | 'choice'
  | 'choices'
  | 'number'
  | 'yesNo'
  | 'member'
  | 'members'
  | 'unit'
  | 'units'
  | 'texts'
  | 'key'
  | 'list'
  | 'group'
  | 'counts';

export interface Option {
  value: string;
  /** Absent: the words of the workflow say what it is called. */
  label?: string;
}

/** One field of a command's input. */
export interface Field {
  name: string;
  kind: FieldKind;
  required: boolean;
  options?: readonly Option[];
  /** The fields of each line of a `list`, or of a `group`. */
  fields?: readonly Field[];
  min?: number;
  max?: number;
  maxLength?: number;
  /** Whole numbers only. */
  whole?: boolean;
  /**
   * Of a list: its lines are given, one for each of these, headed by its label; nobody adds or
   * removes any. The value stands in the line's first field named `key`, `id` or `…Id`.
   */
  lines?: readonly Option[];
  /** Sent as it was given, and not shown. */
  hidden?: boolean;
}

const LONG_TEXT = 120;
const PEOPLE =
  'member|owner|chair|recorder|head|speaker|author|subject|nominee|heard|to|from|person';
const MEMBER_NAME = new RegExp(
  `^(judges|tellers|temporary|representatives|excluded)$|(^|[a-z])(${PEOPLE})Ids?$`,
  'i',
);
const UNIT_NAME = /(^|[a-z])(unit|parent|heir|host)Ids?$/i;
/** Ids of units may have hyphens, ids of members may not; keys of lines have no dots. */
const UNIT_PATTERN = /^\^\[a-z0-9\]\(\?:\[a-z0-9\.-\]\{0,\d+\}\[a-z0-9\]\)\?\$$/;
const MEMBER_PATTERN = /^\^\[a-z0-9(?:\.\]\{1,\d+\}|\]\(\?:\[a-z0-9\.\]\{0,\d+\}\[a-z0-9\]\)\?)\$$/;
const KEY_PATTERNS: readonly RegExp[] = [
  /^\^\[a-z0-9-\]\{1,\d+\}\$$/,
  /^\^\[a-z0-9\]\[a-z0-9-\]\{0,\d+\}\$$/,
  /^\^\[a-z0-9\]\(\?:\[a-z0-9(?:\._)?-\]\{0,\d+\}\[a-z0-9\]\)\?\$$/,
];
const HOUR_PATTERN = '^(?:[01]\\d|2[0-3]):';
const INSTANT_PATTERN = /^\^\\d\{4\}-\\d\\d-\\d\\dT/;

const formatsOf = (schema: JsonSchema): readonly (string | undefined)[] => [
  schema.format,
  ...(schema.oneOf ?? []).map((one) => one.format),
];

function kindOfText(name: string, schema: JsonSchema): FieldKind {
  const { pattern = '', maxLength = 0 } = schema;
  if (schema.enum) return 'choice';
  const formats = formatsOf(schema);
  if (formats.includes('date') && maxLength === 10) return 'date';
  if (formats.includes('date-time')) return 'moment';
  if (formats.includes('date')) return 'date';
  if (pattern.startsWith(HOUR_PATTERN)) return 'time';
  if (INSTANT_PATTERN.test(pattern)) return 'moment';
  if (MEMBER_NAME.test(name)) return 'member';
  if (UNIT_NAME.test(name)) return 'unit';
  if (/^(key|id|voteId|entryId)$/.test(name)) {
    return KEY_PATTERNS.some((one) => one.test(pattern)) ? 'key' : 'text';
  }
  // The id of another record looks like a unit's, but its name says what it is.
  if (/Ids?$/.test(name)) return 'text';
  if (MEMBER_PATTERN.test(pattern)) return 'member';
  if (UNIT_PATTERN.test(pattern)) return 'unit';
  return maxLength > LONG_TEXT ? 'longText' : 'text';
}

const SEVERAL: Partial<Record<FieldKind, FieldKind>> = {
  member: 'members',
  unit: 'units',
  choice: 'choices',
};

const optionsOf = (schema: JsonSchema | undefined) =>
  schema?.enum && { options: schema.enum.map((value) => ({ value: String(value) })) };

function fieldOfSchema(name: string, schema: JsonSchema, required: boolean): Field {
  const field = { name, required };
  switch (schema.type) {
    case 'boolean':
      return { ...field, kind: 'yesNo' };
    case 'integer':
    case 'number':
      return {
        ...field,
        kind: schema.enum ? 'choice' : 'number',
        whole: schema.type === 'integer',
        ...(schema.minimum !== undefined && { min: schema.minimum }),
        ...(schema.maximum !== undefined && { max: schema.maximum }),
        ...optionsOf(schema),
      };
    case 'array': {
      const { items = {}, minItems, maxItems } = schema;
      const bounds = {
        ...(minItems !== undefined && { min: minItems }),
        ...(maxItems !== undefined && { max: maxItems }),
      };
      if (items.properties)
        return { ...field, kind: 'list', fields: fieldsOf(items, 'line'), ...bounds };
      const one = kindOfText(name, items);
      return { ...field, kind: SEVERAL[one] ?? 'texts', ...optionsOf(items), ...bounds };
    }
    case 'object':
      return schema.properties
        ? { ...field, kind: 'group', fields: fieldsOf(schema, 'line') }
        : { ...field, kind: 'counts' };
    default: {
      const kind = kindOfText(name, schema);
      const { maxLength } = schema;
      return {
        ...field,
        kind,
        ...(maxLength !== undefined && { maxLength }),
        ...optionsOf(schema),
      };
    }
  }
}

/** A line that says what it is about is a new one; a line that only answers names another's key. */
const saysItself = (fields: readonly Field[]): boolean =>
  fields.some(({ kind, required }) => required && (kind === 'text' || kind === 'longText'));

/** Commands whose id names what they bring about; with all others it names what exists. */
const BRINGS_ABOUT =
  /^(comment|prompt|record|reserve|assign|grant|substitute|raise|discuss|note|submit|open|add)/;

/**
 * The fields of a command's input, in the order of its declaration. The key of something new is
 * made by the form; any other key names something that exists and is asked for. `of` is the
 * command, or `line` within a list.
 */
export function fieldsOf(schema: JsonSchema, of: string): readonly Field[] {
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fieldOfSchema(name, property, required.has(name)),
  );
  const isNew = of === 'line' ? saysItself(fields) : BRINGS_ABOUT.test(of);
  return fields.map((field) =>
    field.kind === 'key' && !isNew ? { ...field, kind: 'text' as const } : field,
  );
}

/** The field of a line that says which one it is. */
export const lineKeyOf = ({ fields = [] }: Pick<Field, 'fields'>): string | undefined =>
  fields.find(({ name }) => /^(key|id)$|Id$/.test(name))?.name;

/** What a page knows better than the schema, by the field's path without line numbers. */
export type FieldChanges = Readonly<Record<string, Partial<Omit<Field, 'name' | 'fields'>>>>;

/** The fields with what the page knows better: `{'results.key': {kind: 'choice', options}}`. */
export const withChanges = (
  fields: readonly Field[],
  changes: FieldChanges,
  under = '',
): readonly Field[] =>
  fields.map((field) => {
    const path = under === '' ? field.name : `${under}.${field.name}`;
    return {
      ...field,
      ...changes[path],
      ...(field.fields && { fields: withChanges(field.fields, changes, path) }),
    };
  });
