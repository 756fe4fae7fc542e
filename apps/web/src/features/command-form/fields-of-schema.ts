import type { JsonSchema } from '../../api/instance-types.js';

/** How a person fills a field in. `members`, `units`, `choices` and `texts` take several. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'date'
  | 'moment'
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
  /** Sent as it was given, and not shown. */
  hidden?: boolean;
}

const LONG_TEXT = 120;
const MEMBER_NAME =
  /(^|[a-z])(member|owner|chair|head|speaker|author|nominee|teller|clerk|person)Id(s?)$/i;
const UNIT_NAME = /(^|[a-z])(unit|parent|heir|host|cell|sender|receiver)Id(s?)$/i;
/** Ids of units may have hyphens, ids of members may not; keys of lines have no dots. */
const UNIT_PATTERN = /^\^\[a-z0-9\]\(\?:\[a-z0-9\.-\]\{0,\d+\}\[a-z0-9\]\)\?\$$/;
const MEMBER_PATTERN = /^\^\[a-z0-9(?:\.\]\{1,\d+\}|\]\(\?:\[a-z0-9\.\]\{0,\d+\}\[a-z0-9\]\)\?)\$$/;
const KEY_PATTERN = /^\^\[a-z0-9-\]\{1,\d+\}\$$/;

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
  if (MEMBER_NAME.test(name)) return 'member';
  if (UNIT_NAME.test(name)) return 'unit';
  if (MEMBER_PATTERN.test(pattern)) return 'member';
  if (UNIT_PATTERN.test(pattern)) return 'unit';
  if (KEY_PATTERN.test(pattern) && /^(key|id)$/.test(name)) return 'key';
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
        return { ...field, kind: 'list', fields: fieldsOf(items, true), ...bounds };
      const one = kindOfText(name, items);
      return { ...field, kind: SEVERAL[one] ?? 'texts', ...optionsOf(items), ...bounds };
    }
    case 'object':
      return schema.properties
        ? { ...field, kind: 'group', fields: fieldsOf(schema, true) }
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

/**
 * The fields of a command's input, in the order of its declaration. In the lines of a list, `key`
 * names the line and is made by the form; at the top it names something that exists.
 */
export function fieldsOf(schema: JsonSchema, inLine = false): readonly Field[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const field = fieldOfSchema(name, property, required.has(name));
    return field.kind === 'key' && !inLine ? { ...field, kind: 'text' as const } : field;
  });
}

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
