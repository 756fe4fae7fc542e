/** Dates as people write them: dd/MM/yyyy in Vietnamese, 15 Mar 2026 in English. */

const ZONE = 'Asia/Ho_Chi_Minh';

const dayOf = (iso: string): { y: number; m: number; d: number } | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return undefined;
  return { y: Number(match[1]), m: Number(match[2]), d: Number(match[3]) };
};

const two = (value: number): string => String(value).padStart(2, '0');

/** An ISO date (or the day of a moment, as Vietnam's clock has it). */
export function formatDate(iso: string | null | undefined, language: string): string {
  if (!iso) return '';
  // A bare date has no zone: read its digits, never shift it.
  const day = iso.length <= 10 ? dayOf(iso) : dayOf(localDay(iso));
  if (!day) return iso;
  if (language.startsWith('vi')) return `${two(day.d)}/${two(day.m)}/${String(day.y)}`;
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(day.y, day.m - 1, day.d));
}

/** The day of a moment in Vietnam, as YYYY-MM-DD. */
export function localDay(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso.slice(0, 10);
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(moment);
}

/** A moment with its time of day: 15/03/2026 09:05. */
export function formatMoment(iso: string | null | undefined, language: string): string {
  if (!iso) return '';
  if (iso.length <= 10) return formatDate(iso, language);
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ZONE,
  }).format(new Date(iso));
  return `${formatDate(iso, language)} ${time}`;
}

/** Today in Vietnam, as YYYY-MM-DD. */
export const today = (): string => localDay(new Date().toISOString());
export const thisYear = (): number => Number(today().slice(0, 4));
