import type { Instance } from '../../api/instance-types.js';

/** A review as the server tells it; the texts only for whoever may read them. */
export interface ReviewData {
  period: string;
  due?: string;
  late?: boolean;
  progress?: { key: string; progress: string }[];
  report?: { text?: string; deeds: { key: string; text: string }[] };
  marks?: { key: string; mark: string }[];
  merit?: string;
  remark?: { text: string; nextDirection?: string };
  nextDirection?: string;
  dispute?: { text?: string; by?: string; on?: string; outcome?: string; answer?: string };
}

export const reviewOf = (record: Instance | undefined): ReviewData | undefined =>
  record?.data as ReviewData | undefined;

/** What an id `{memberId}-{year}-{03|q1}` says; undefined for any other. */
export function partsOf(
  id: string,
): { memberId: string; year: number; period: string; before: string } | undefined {
  const parts = /^([a-z0-9.]+)-(\d{4})-(0[1-9]|1[0-2]|q[1-4])$/.exec(id);
  if (!parts) return undefined;
  const [, memberId = '', year = '', key = ''] = parts;
  return {
    memberId,
    year: Number(year),
    period: `${year}-${key}`,
    before: `${memberId}-${periodBefore(Number(year), key)}`,
  };
}

/** The period before, of the same length: before `01` comes `12` of the year before. */
const periodBefore = (year: number, key: string): string => {
  const quarter = key.startsWith('q');
  const number = Number(key.replace('q', ''));
  const name = (of: number) => (quarter ? `q${String(of)}` : String(of).padStart(2, '0'));
  return number === 1
    ? `${String(year - 1)}-${name(quarter ? 4 : 12)}`
    : `${String(year)}-${name(number - 1)}`;
};
