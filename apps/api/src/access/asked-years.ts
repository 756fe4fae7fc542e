/** Records that last over years: nothing in their ids is a year. */
const LASTING: readonly string[] = ['organisation', 'membership', 'delegation', 'inspection'];
/** `khai-2026`, `khai-2026-03`, `kp4-20260303b`, `kp4-2021_2025`. */
const IN_ID = /-((?:19|20)\d\d)(?:_((?:19|20)\d\d)|\d{4}[bc]?)?(?:-(?:\d\d|q\d))?$/;
const YEAR = /^(?:19|20)\d\d/;

/** First and last year that a request is about; undefined: none in particular. */
export type Years = readonly [from: number, until: number];

/**
 * Of a record by its id, whatever the query says: a record of 2026 does not come under a warrant
 * for 2024 by being asked for with that year. Of everything else by the query.
 */
export function askedYears(
  query: Readonly<Record<string, unknown>>,
  record: { readonly workflow: string | undefined; readonly id: string } | undefined,
): Years | undefined {
  if (record === undefined) return queriedYears(query);
  if (LASTING.includes(record.workflow ?? '')) return undefined;
  const found = IN_ID.exec(record.id);
  if (found === null) return undefined;
  const first = Number(found[1]);
  return [first, found[2] === undefined ? first : Number(found[2])];
}

function queriedYears(query: Readonly<Record<string, unknown>>): Years | undefined {
  const named = ['year', 'period', 'from', 'to'].flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' && YEAR.test(value) ? [Number(value.slice(0, 4))] : [];
  });
  return named.length > 0 ? [Math.min(...named), Math.max(...named)] : undefined;
}
