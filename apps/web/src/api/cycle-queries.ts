import { queryOptions } from '@tanstack/react-query';
import type * as T from './cycle-types.js';
import { request, withQuery } from './request.js';

/** A live event about the unit asks these again. */
const ofUnit = (unitId: string) => ({ unitId });

export const unitYearSheetQuery = (unitId: string, year: number) =>
  queryOptions({
    queryKey: ['year-sheet', unitId, year],
    queryFn: ({ signal }) =>
      request<T.UnitYearSheet>(withQuery(`/units/${unitId}/year-sheet`, { year }), { signal }),
    meta: ofUnit(unitId),
  });

export const memberYearSheetQuery = (memberId: string, year: number) =>
  queryOptions({
    queryKey: ['member', memberId, 'year-sheet', year],
    queryFn: ({ signal }) =>
      request<T.MemberYearSheet>(withQuery(`/members/${memberId}/year-sheet`, { year }), {
        signal,
      }),
  });

export const dossierQuery = (awardId: string) =>
  queryOptions({
    queryKey: ['instance', 'commendation', awardId, 'dossier'],
    queryFn: ({ signal }) =>
      request<T.Dossier>(`/commendation/${encodeURIComponent(awardId)}/dossier`, { signal }),
  });

interface Lists {
  awards: T.AwardItem;
  models: T.ModelItem;
  contests: T.ContestItem;
  pacts: T.PactItem;
  inspections: T.InspectionItem;
}

/** A list of what a unit and all below it did in a year. */
export const unitListQuery = <Name extends keyof Lists>(list: Name, unitId: string, year: number) =>
  queryOptions({
    queryKey: [list, unitId, year],
    queryFn: ({ signal }) =>
      request<{ items: Lists[Name][] }>(withQuery(`/units/${unitId}/${list}`, { year }), {
        signal,
      }).then(({ items }) => items),
    meta: ofUnit(unitId),
  });

export const findingsQuery = (unitId: string, year: number, rule?: string) =>
  queryOptions({
    queryKey: ['findings', unitId, year, rule],
    queryFn: ({ signal }) =>
      request<T.UnitFindings>(withQuery(`/units/${unitId}/findings`, { year, rule }), { signal }),
    meta: ofUnit(unitId),
  });

/** The events that prove a finding; `unitId`: any unit above it that one may ask about. */
export const evidenceQuery = (unitId: string, year: number, findingId: string) =>
  queryOptions({
    queryKey: ['findings', unitId, year, 'evidence', findingId],
    queryFn: ({ signal }) =>
      request<T.Evidence>(
        withQuery(`/units/${unitId}/findings/${encodeURIComponent(findingId)}`, { year }),
        { signal },
      ),
    meta: ofUnit(unitId),
  });

export const reportQuery = (unitId: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['report', unitId, from, to],
    queryFn: ({ signal }) =>
      request<T.UnitReport>(withQuery(`/units/${unitId}/report`, { from, to }), { signal }),
    meta: ofUnit(unitId),
  });
