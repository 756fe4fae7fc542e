import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { OfferedActions } from '../../api/instance-types.js';
import { request, withQuery } from '../../api/request.js';
import type { Reason } from '../../api/types.js';

/** The person acted for, and those through whose hands the right came. */
export interface Principal {
  personId: string;
  via: readonly string[];
}

/** One thing that waits for the signed-in person. Dates are ISO dates. */
export interface InboxItem {
  workflow: string;
  id: string;
  command: string;
  also: readonly string[];
  /** The same input does for many records. */
  batch: boolean;
  onBehalfOf: Principal | null;
  personName: string | null;
  memberId: string | null;
  memberName: string | null;
  unitId: string | null;
  unitName: string | null;
  year: number | null;
  period: string | null;
  state: string;
  /** What stood on screen; absent: whatever stands there. */
  revision?: number;
  due: string | null;
  overdue: boolean;
}

export interface InboxPage {
  items: InboxItem[];
  /** The server's day: what is late is late by its clock. */
  today: string;
  next: string | null;
  sides: (Principal & { name: string | null })[];
}

export interface InboxFilter {
  /** `me`, a chain of ids, or empty: all. */
  onBehalfOf: string;
  q: string;
  below: boolean;
}

/** A chain as one word: `m.lan,m.tam`. */
export const chainOf = (principal: Principal | null): string =>
  principal === null ? 'me' : [principal.personId, ...principal.via].join(',');

const behalf = (principal: Principal | null): Record<string, string> =>
  principal === null ? {} : { 'x-on-behalf-of': chainOf(principal) };

export const inboxQuery = ({ onBehalfOf, q, below }: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: ['inbox', onBehalfOf, q, below],
    queryFn: ({ pageParam, signal }) =>
      request<InboxPage>(
        withQuery('/me/inbox', {
          onBehalfOf,
          q,
          below: below ? 'all' : undefined,
          size: 50,
          page: pageParam,
        }),
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** What commands of a record take, asked in the name of whoever is acted for. */
export const offeredToQuery = ({ workflow, id, onBehalfOf }: InboxItem) =>
  queryOptions({
    queryKey: ['instance', workflow, id, 'actions', chainOf(onBehalfOf)],
    queryFn: ({ signal }) =>
      request<OfferedActions>(`/${workflow}/${encodeURIComponent(id)}/actions`, {
        signal,
        headers: behalf(onBehalfOf),
      }),
  });

export interface Explanation {
  possible: boolean;
  state: string;
  due: string | null;
  reasons: Reason[];
}

export const whyQuery = (workflow: string, id: string, command: string) =>
  queryOptions({
    queryKey: ['why', workflow, id, command],
    queryFn: ({ signal }) =>
      request<Explanation>(withQuery('/me/inbox/why', { workflow, id, command }), { signal }),
    retry: false,
  });

/** What became of one record of a batch. */
export interface BatchLine {
  id: string;
  outcome: 'accepted' | 'refused' | 'conflict' | 'invalid';
  reasons: Reason[];
  state?: string;
}

export interface BatchAnswer {
  accepted: number;
  lines: BatchLine[];
  position: string | null;
}

/** The same command on many records; with the same key it is done once. */
export const sendBatch = (
  items: readonly InboxItem[],
  input: Record<string, unknown>,
  key: string,
): Promise<BatchAnswer> => {
  const { workflow, command, onBehalfOf } = items[0]!;
  return request<BatchAnswer>('/bulk', {
    method: 'POST',
    headers: { 'idempotency-key': key, ...behalf(onBehalfOf) },
    body: {
      workflow,
      command,
      input,
      items: items.map(({ id, revision }) => ({ id, expectedRevision: revision })),
    },
  });
};

/** A right given or received. Dates are ISO dates. */
export interface Delegation {
  giverId: string;
  giverName: string | null;
  id: string;
  kind: 'delegation' | 'substitution';
  toId: string;
  toName: string | null;
  unitId: string;
  unitName: string | null;
  office: string | null;
  workflows: readonly string[] | null;
  from: string;
  until: string;
  mayPassOn: boolean;
  of: { fromId: string; id: string } | null;
  reason: string | null;
  endedOn: string | null;
  active: boolean;
}

export interface Delegations {
  memberId: string | null;
  /** The server's day. */
  today: string;
  given: Delegation[];
  received: Delegation[];
}

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: ({ signal }) => request<Delegations>('/me/delegations', { signal }),
});
