/** Everything but the server's own events. */
export const NO_SYSTEM_TYPES = '^[^$]';
const NOTHING = '(?!)';

/**
 * A regular expression for exactly these event types, in the syntax that .NET (the server) and
 * JavaScript share. Left out: all but the server's own.
 */
export function typeRegex(types: readonly string[] | undefined): string {
  if (types === undefined) return NO_SYSTEM_TYPES;
  if (types.length === 0) return NOTHING;
  return `^(?:${types.map(escaped).join('|')})$`;
}

const escaped = (type: string): string => type.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
