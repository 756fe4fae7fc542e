import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request, withQuery } from './request.js';
import type * as T from './types.js';

/**
 * `meta.unitId` says which unit a query shows, so that live events re-query only what they touch.
 */
const ofUnit = (unitId: string) => ({ unitId });

/** Keeps the old answer on screen while its successor loads, never another subject's figures. */
const keepOf =
  (subject: string) =>
  <Data>(previous: Data | undefined, query?: { queryKey: readonly unknown[] }): Data | undefined =>
    query?.queryKey[1] === subject ? previous : undefined;

export const unitQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['unit', unitId],
    queryFn: ({ signal }) => request<T.UnitDetail>(`/units/${unitId}`, { signal }),
    meta: ofUnit(unitId),
    staleTime: 30_000,
  });

/** Every unit there ever was; closed ones have an end date. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => request<T.Unit[]>('/units', { signal }),
  staleTime: 60_000,
});

export const figuresQuery = (unitId: string, period: number, map: string) =>
  queryOptions({
    queryKey: ['figures', unitId, period, map],
    queryFn: ({ signal }) =>
      request<T.UnitFigures>(withQuery(`/units/${unitId}/indicators`, { period, map }), { signal }),
    meta: ofUnit(unitId),
    placeholderData: keepOf(unitId),
  });

export const trendQuery = (unitId: string, from: number, to: number, map: string) =>
  queryOptions({
    queryKey: ['trend', unitId, from, to, map],
    queryFn: ({ signal }) =>
      request<T.Trend>(withQuery(`/units/${unitId}/trend`, { from, to, map }), { signal }),
    meta: ofUnit(unitId),
    placeholderData: keepOf(unitId),
  });

export const childrenQuery = (unitId: string, period: number, map: string) =>
  queryOptions({
    queryKey: ['children', unitId, period, map],
    queryFn: ({ signal }) =>
      request<T.ChildFigures>(withQuery(`/units/${unitId}/children/indicators`, { period, map }), {
        signal,
      }),
    meta: ofUnit(unitId),
    placeholderData: keepOf(unitId),
  });

export interface FigureQuestion {
  unitId: string;
  indicator: T.Indicator;
  period: number;
  side: T.Side;
  map: string;
}

export const figureEventsQuery = (question: FigureQuestion) =>
  infiniteQueryOptions({
    queryKey: ['figure-events', question],
    queryFn: ({ pageParam, signal }) =>
      request<T.Page<T.FigureEvent>>(
        withQuery(`/units/${question.unitId}/indicators/${question.indicator}/events`, {
          period: question.period,
          side: question.side,
          map: question.map === 'then' ? undefined : question.map,
          page: pageParam,
        }),
        { signal },
      ),
    initialPageParam: undefined as string | number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    meta: ofUnit(question.unitId),
  });

export const registrationsQuery = (
  unitId: string,
  filter: {
    period: number;
    state?: string | undefined;
    page?: number | string | undefined;
    size?: number;
  },
) =>
  queryOptions({
    queryKey: ['registrations', unitId, filter],
    queryFn: ({ signal }) =>
      request<T.Page<T.RegistrationRow>>(
        withQuery(`/units/${unitId}/registrations`, { ...filter }),
        {
          signal,
        },
      ),
    meta: ofUnit(unitId),
    placeholderData: keepOf(unitId),
  });

/** The same list page by page. */
export const registrationPagesQuery = (unitId: string, filter: { period: number; state: string }) =>
  infiniteQueryOptions({
    queryKey: ['registrations', unitId, 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      request<T.Page<T.RegistrationRow>>(
        withQuery(`/units/${unitId}/registrations`, { ...filter, size: 25, page: pageParam }),
        { signal },
      ),
    initialPageParam: undefined as string | number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    meta: ofUnit(unitId),
    placeholderData: keepOf(unitId),
  });

export const membersQuery = (unitId: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['members', unitId, q],
    queryFn: ({ pageParam, signal }) =>
      request<T.Page<T.MemberRow>>(withQuery(`/units/${unitId}/members`, { q, page: pageParam }), {
        signal,
      }),
    initialPageParam: undefined as string | number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    meta: ofUnit(unitId),
    placeholderData: keepOf(unitId),
  });

export const memberQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['member', memberId],
    queryFn: ({ signal }) => request<T.MemberDetail>(`/members/${memberId}`, { signal }),
  });

export const historyQuery = (memberId: string, asOf: string, known: string) =>
  infiniteQueryOptions({
    queryKey: ['member', memberId, 'history', asOf, known],
    queryFn: ({ pageParam, signal }) =>
      request<T.History>(
        withQuery(`/members/${memberId}/history`, { asOf, known, page: pageParam }),
        { signal },
      ),
    initialPageParam: undefined as string | number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepOf(memberId),
  });

const heading = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The names of areas are terms, written small; on the form they are headings. */
const withHeadings = (page: T.RegistrationPage): T.RegistrationPage => ({
  ...page,
  rules: {
    ...page.rules,
    areas: page.rules.areas.map(({ code, vi, en }) => ({ code, vi: heading(vi), en: heading(en) })),
  },
});

export const registrationQuery = (memberId: string, year: number) =>
  queryOptions({
    queryKey: ['registration', memberId, year],
    queryFn: ({ signal }) =>
      request<T.RegistrationPage>(`/registration/${memberId}-${String(year)}/form`, {
        signal,
      }).then(withHeadings),
  });

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) =>
      request<{ items: T.SearchHit[] }>(withQuery('/search', { q }), { signal }),
    enabled: q.trim().length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const hintQuery = queryOptions({
  queryKey: ['hint'],
  queryFn: ({ signal }) => request<{ demo: boolean }>('/auth/hint', { signal }),
  retry: false,
  staleTime: Infinity,
});
