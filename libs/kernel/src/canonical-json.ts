/**
 * JSON with sorted keys and without `undefined` members, so that equal content gives equal text
 * (RFC 8785 for the values we use: strings, finite numbers, booleans, null, arrays, objects).
 * Every command is hashed through it, hence the plain loops.
 */
export function canonicalJson(value: unknown): string {
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value as Members);
}

type Members = Readonly<Record<string, unknown>>;

function canonicalArray(values: readonly unknown[]): string {
  let text = '[';
  for (let index = 0; index < values.length; index += 1)
    text += (index === 0 ? '' : ',') + canonicalJson(values[index]);
  return `${text}]`;
}

function canonicalObject(members: Members): string {
  let text = '{';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== undefined)
      text += `${text.length === 1 ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}
