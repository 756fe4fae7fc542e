import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Instance, OfferedActions } from './instance-types.js';
import { request, withQuery } from './request.js';
import type { HistoryItem, Page } from './types.js';

const addressOf = (workflow: string, id: string): string =>
  `/${encodeURIComponent(workflow)}/${encodeURIComponent(id)}`;

/** One record as it stands. */
export const instanceQuery = (workflow: string, id: string) =>
  queryOptions({
    queryKey: ['instance', workflow, id],
    queryFn: ({ signal }) => request<Instance>(addressOf(workflow, id), { signal }),
  });

/**
 * What can be done next, with what each command takes; also of a record not yet begun. `known` is
 * what is already known of the input: who may begin a record can depend on its unit.
 */
export const offeredQuery = (workflow: string, id: string, known: Record<string, string> = {}) =>
  queryOptions({
    queryKey: ['instance', workflow, id, 'actions', known],
    queryFn: ({ signal }) =>
      request<OfferedActions>(withQuery(`${addressOf(workflow, id)}/actions`, known), { signal }),
  });

/** The events of one record, oldest first. */
export const instanceEventsQuery = (workflow: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ['instance', workflow, id, 'events'],
    queryFn: ({ pageParam, signal }) =>
      request<Page<HistoryItem>>(
        withQuery(`${addressOf(workflow, id)}/events`, { page: pageParam }),
        { signal },
      ),
    initialPageParam: undefined as string | number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
