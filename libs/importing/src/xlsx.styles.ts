/** How the number of a cell is shown, as far as it changes what the number means. */
export type NumberStyle =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  /** `00000`: the digits a code is padded to. */
  | { readonly kind: 'padded'; readonly digits: number };

export const PLAIN: NumberStyle = { kind: 'plain' };
const DATE: NumberStyle = { kind: 'date' };

/** Built-in formats with a day in them; 27-36 and 50-58 are the dates of East Asian versions. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Takes away what is printed literally, colours, conditions and locales. */
const bare = (format: string): string =>
  format
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]!
    .toLowerCase();

/** The style of a format code such as `dd/mm/yyyy`, `[$-42A]d mmmm yyyy` or `00000`. */
export function styleOf(id: number, format: string | undefined): NumberStyle {
  if (format === undefined) return isBuiltInDate(id) ? DATE : PLAIN;
  const code = bare(format);
  if (/[yd]/.test(code) && !/general/.test(code)) return DATE;
  return /^0{2,}$/.test(code.trim()) ? { kind: 'padded', digits: code.trim().length } : PLAIN;
}
