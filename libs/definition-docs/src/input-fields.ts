import type { JsonSchema } from '#libs/kernel';
import type { Bilingual, Language } from '#libs/platform';
import { say, termOf } from './words.js';

/** One line of a table of fields. */
export interface FieldText {
  /** `deeds[].measure`. */
  readonly path: string;
  readonly text: string;
  /** What kind of value, in words. */
  readonly type: string;
  readonly required: boolean;
}

const TEXTS = {
  text: { vi: 'văn bản', en: 'text' },
  length: { vi: 'văn bản, {min}–{max} ký tự', en: 'text, {min}–{max} characters' },
  date: { vi: 'ngày (NNNN-TT-NG)', en: 'date (YYYY-MM-DD)' },
  moment: { vi: 'thời điểm (ISO 8601)', en: 'moment (ISO 8601)' },
  pattern: { vi: 'mã', en: 'code' },
  whole: { vi: 'số nguyên', en: 'whole number' },
  number: { vi: 'số', en: 'number' },
  atLeast: { vi: 'từ {min}', en: 'from {min}' },
  atMost: { vi: 'đến {max}', en: 'up to {max}' },
  boolean: { vi: 'đúng hoặc sai', en: 'true or false' },
  oneOf: { vi: 'một trong: {values}', en: 'one of: {values}' },
  exactly: { vi: 'luôn là {values}', en: 'always {values}' },
  list: { vi: 'danh sách', en: 'list' },
  listOf: { vi: 'danh sách {item}', en: 'list of {item}' },
  most: { vi: 'nhiều nhất {max}', en: 'at most {max}' },
  group: { vi: 'nhóm', en: 'group' },
  empty: { vi: 'không có', en: 'nothing' },
  anything: { vi: 'bất kỳ', en: 'anything' },
  or: { vi: ' hoặc ', en: ' or ' },
} satisfies Record<string, Bilingual>;

const listOf = (value: unknown): readonly JsonSchema[] =>
  Array.isArray(value) ? (value as readonly JsonSchema[]) : [];

/** Formats that any of the alternatives names. */
const formats = (schema: JsonSchema): readonly unknown[] => [
  schema['format'],
  ...listOf(schema['oneOf']).map(({ format }) => format),
];

function textType(schema: JsonSchema, language: Language): string {
  const { minLength, maxLength, pattern } = schema;
  if (formats(schema).includes('date') && maxLength === 10) return TEXTS.date[language];
  if (formats(schema).includes('date-time')) return TEXTS.moment[language];
  if (formats(schema).includes('date')) return TEXTS.date[language];
  if (pattern !== undefined) return TEXTS.pattern[language];
  if (typeof maxLength === 'number')
    return say(TEXTS.length, language, { min: Number(minLength ?? 0), max: maxLength });
  return TEXTS.text[language];
}

function numberType(schema: JsonSchema, language: Language): string {
  const { type, minimum, maximum } = schema;
  return [
    (type === 'integer' ? TEXTS.whole : TEXTS.number)[language],
    ...(typeof minimum === 'number' ? [say(TEXTS.atLeast, language, { min: minimum })] : []),
    ...(typeof maximum === 'number' ? [say(TEXTS.atMost, language, { max: maximum })] : []),
  ].join(' ');
}

function listType(schema: JsonSchema, language: Language): string {
  const items = schema['items'] as JsonSchema | undefined;
  const isPlain = items !== undefined && childrenOf(items).length === 0;
  const text = isPlain
    ? say(TEXTS.listOf, language, { item: typeWords(items, language) })
    : TEXTS.list[language];
  const max = schema['maxItems'];
  return typeof max === 'number' ? `${text}, ${say(TEXTS.most, language, { max })}` : text;
}

/** The kind of value that a schema allows, in words. */
export function typeWords(schema: JsonSchema, language: Language): string {
  const { type } = schema;
  const values = schema['enum'];
  if (schema['const'] !== undefined)
    return say(TEXTS.exactly, language, { values: `\`${JSON.stringify(schema['const'])}\`` });
  if (Array.isArray(values)) {
    const codes = values.map((value) => `\`${String(value)}\``).join(', ');
    return say(TEXTS.oneOf, language, { values: codes });
  }
  const choices = listOf(schema['anyOf']);
  if (choices.length > 0)
    return [...new Set(choices.map((choice) => typeWords(choice, language)))].join(
      TEXTS.or[language],
    );
  if (Array.isArray(type))
    return type.map((one: string) => typeWords({ type: one }, language)).join(TEXTS.or[language]);
  if (type === 'string') return textType(schema, language);
  if (type === 'number' || type === 'integer') return numberType(schema, language);
  if (type === 'boolean') return TEXTS.boolean[language];
  if (type === 'array') return listType(schema, language);
  if (type === 'object') return TEXTS.group[language];
  return (type === 'null' ? TEXTS.empty : TEXTS.anything)[language];
}

type Child = readonly [name: string, schema: JsonSchema, required: boolean];

/** Fields of an object, or of the objects among alternatives. */
function childrenOf(schema: JsonSchema): readonly Child[] {
  const required = (schema['required'] ?? []) as readonly string[];
  const own = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>).map(
    ([name, property]): Child => [name, property, required.includes(name)],
  );
  const others = [...listOf(schema['anyOf']), ...listOf(schema['allOf'])].flatMap(childrenOf);
  const all = new Map([...others, ...own].map((child) => [child[0], child]));
  return [...all.values()];
}

/** The fields of a JSON Schema, those inside lists and groups after their own. */
export function fieldsOf(
  schema: JsonSchema,
  language: Language,
  prefix = '',
): readonly FieldText[] {
  return childrenOf(schema).flatMap(([name, property, required]) => {
    const path = `${prefix}${name}`;
    const row = {
      path,
      text: termOf('field', name, language),
      type: typeWords(property, language),
      required,
    };
    const items = property['items'] as JsonSchema | undefined;
    const inner =
      items === undefined
        ? fieldsOf(property, language, `${path}.`)
        : fieldsOf(items, language, `${path}[].`);
    return [row, ...inner];
  });
}

/** The names of all fields at any depth. */
export const fieldNames = (schema: JsonSchema): readonly string[] =>
  fieldsOf(schema, 'en').map(({ path }) => path.split('.').at(-1)!.replace('[]', ''));
