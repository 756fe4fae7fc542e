import { QueryClient } from '@tanstack/react-query';
import { isApiError } from './api-error.js';

/** Refusals are answers, not accidents: only a missing or late answer is asked for again. */
const worthAnother = (failures: number, error: unknown): boolean =>
  failures < 2 && isApiError(error) && (error.code === 'OFFLINE' || error.code === 'VIEW_BEHIND');

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthAnother, staleTime: 10_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
