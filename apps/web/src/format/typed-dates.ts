/** Dates as people type them: 5/3/2026, 05-03-2026, 05032026 or 2026-03-05, always day first. */

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const iso = (year: number, month: number, day: number): string | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** The ISO date that was typed; undefined when it is not (yet) one, such as 31/02. */
export function parseDay(text: string): string | undefined {
  const trimmed = text.trim();
  const stored = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (stored) return iso(Number(stored[1]), Number(stored[2]), Number(stored[3]));
  const typed =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(trimmed) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  return typed ? iso(Number(typed[3]), Number(typed[2]), Number(typed[1])) : undefined;
}

/** An ISO date as it stands in the field (dd/MM/yyyy); anything else as it is. */
export function typedDate(value: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts ? `${parts[3] ?? ''}/${parts[2] ?? ''}/${parts[1] ?? ''}` : value;
}
