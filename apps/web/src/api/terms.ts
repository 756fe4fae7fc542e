import { queryOptions } from '@tanstack/react-query';
import { request } from './request.js';

/** The server's words for codes, by kind (`field`, `command`, `state`, …) and code. */
export type Terms = Record<string, Record<string, { vi: string; en: string }>>;

/** They change with the server's version only. */
export const termsQuery = queryOptions({
  queryKey: ['terms'],
  queryFn: ({ signal }) => request<Terms>('/terms', { signal }),
  staleTime: Infinity,
});
