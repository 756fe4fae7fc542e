/** What needs no escape: no quote, backslash, control character or surrogate. */
const PLAIN = /^[^"\\\p{Cc}\p{Cs}]*$/u;
/** Up to here looking at a text first is cheaper than asking the built-in. */
const SHORT = 128;

/**
 * JSON with sorted keys and without `undefined` members, so that equal content gives equal text
 * (RFC 8785 for the values we use: strings, finite numbers, booleans, null, arrays, objects).
 * Every command is hashed through it, hence the plain loops and the way round the built-in for
 * texts, which is what a command mostly consists of.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (value === undefined || value === null) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value as Members);
}

type Members = Readonly<Record<string, unknown>>;

const text = (value: string): string =>
  value.length <= SHORT && PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);

function canonicalArray(values: readonly unknown[]): string {
  let json = '[';
  for (let index = 0; index < values.length; index += 1)
    json += (index === 0 ? '' : ',') + canonicalJson(values[index]);
  return `${json}]`;
}

function canonicalObject(members: Members): string {
  let json = '{';
  for (const key of sorted(Object.keys(members))) {
    const member = members[key];
    if (member !== undefined)
      json += `${json.length === 1 ? '' : ','}${text(key)}:${canonicalJson(member)}`;
  }
  return `${json}}`;
}

/** Sorts in place what is not in order already, as most is. */
function sorted(keys: string[]): string[] {
  for (let index = 1; index < keys.length; index += 1)
    if (keys[index]! < keys[index - 1]!) return keys.sort();
  return keys;
}
