import { type InboxPlace, inboxOrder, type InboxProbe, type InboxQueries } from '#libs/read-models';
import type { ExpectedItem } from './expected-work.js';
import type { Side } from './standing.js';

/** Something that may wait for the viewer; the engine has not been asked yet. */
export interface Candidate extends InboxPlace {
  readonly side: Side;
  /** What should be done, where that is known beforehand. */
  readonly command?: string | undefined;
  /** Named in the record as owner of something owed, or as one of a team. */
  readonly isNamed?: boolean;
}

/** Candidates in order; `complete`: there are none after them. */
export interface Candidates {
  readonly list: readonly Candidate[];
  readonly complete: boolean;
}

const keyOf = ({ workflow, id }: InboxPlace): string => `${workflow}|${id}`;

/**
 * The next candidates after a place, from what is expected and from every probe of every side. What
 * several sides could do is listed once, for the first of them.
 */
export async function candidates(
  queries: InboxQueries,
  sides: readonly { readonly side: Side; readonly probes: readonly InboxProbe[] }[],
  expected: readonly (ExpectedItem & { readonly side: Side })[],
  options: {
    readonly limit: number;
    readonly after?: InboxPlace | undefined;
    readonly search?: string | undefined;
  },
): Promise<Candidates> {
  const { after } = options;
  const known = new Set(expected.map(keyOf));
  const found: Candidate[] = expected.filter(
    (item) => after === undefined || inboxOrder(item, after) > 0,
  );
  // Beyond the end of a probe that has more, others' rows would overtake its own.
  let horizon: InboxPlace | undefined;
  for (const { side, probes } of sides)
    for (const probe of probes) {
      const rows = await queries.find(probe, options);
      const last = rows.length < options.limit ? undefined : rows.at(-1);
      if (last !== undefined && (horizon === undefined || inboxOrder(last, horizon) < 0))
        horizon = last;
      for (const row of rows)
        if (!known.has(keyOf(row)))
          found.push({ ...row, side, isNamed: probe.field.endsWith(':') });
    }
  const first = new Map<string, Candidate>();
  for (const candidate of found) {
    const before = first.get(keyOf(candidate));
    if (before === undefined) first.set(keyOf(candidate), candidate);
    else if (candidate.isNamed === true && candidate.side === before.side)
      first.set(keyOf(candidate), { ...before, isNamed: true });
  }
  const list = [...first.values()]
    .sort(inboxOrder)
    .filter((candidate) => horizon === undefined || inboxOrder(candidate, horizon) <= 0);
  return { list, complete: horizon === undefined };
}
