import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../api/request.js';

/** How one cell's month or quarter stands; numbers are people. */
export interface CoverageCell {
  /** `2026-03` or `2026-q1`. */
  period: string;
  due: number;
  remarked: number;
  late: number;
  missed: number;
  /** The regular meeting held then. */
  meetingId: string | null;
}

export interface CoverageRow {
  unitId: string;
  unitName: string | null;
  cadence: 'monthly' | 'quarterly';
  cells: CoverageCell[];
}

export interface Coverage {
  unitId: string;
  year: number;
  rows: CoverageRow[];
}

export interface MeetingItem {
  meetingId: string;
  unitId: string;
  on: string;
  startsAt: string;
  kind: string;
  theme: string | null;
  state: string;
  expected: number;
  present: number;
  minutes: number | null;
  short: boolean;
  issues: number;
  contentReviewed: boolean;
}

export interface ReviewItem {
  memberId: string;
  period: string;
  state: string;
  due: string | null;
  late: boolean;
  merit: string | null;
}

export interface OwedItem {
  id: string;
  itemId: string;
  kind: string;
  /** `meeting-chi-bo-1-20260302`: the record it stands in. */
  stream: string;
  ownerId: string;
  due: string;
  status: string;
}

interface List<Item> {
  items: Item[];
}

const listQuery = <Item>(list: string, unitId: string, year: number) =>
  queryOptions({
    queryKey: [list, unitId, year],
    queryFn: ({ signal }) =>
      request<List<Item>>(withQuery(`/units/${unitId}/${list}`, { year }), { signal }),
    meta: { unitId },
    retry: false,
  });

export const meetingsQuery = (unitId: string, year: number) =>
  listQuery<MeetingItem>('meetings', unitId, year);
export const reviewsQuery = (unitId: string, year: number) =>
  listQuery<ReviewItem>('reviews', unitId, year);
export const owedQuery = (unitId: string, year: number) =>
  listQuery<OwedItem>('obligations', unitId, year);

/** Cells × months of a year, of a cell or of every cell below a unit. */
export const coverageQuery = (unitId: string, year: number) =>
  queryOptions({
    queryKey: ['coverage', unitId, year],
    queryFn: ({ signal }) =>
      request<Coverage>(withQuery(`/units/${unitId}/coverage`, { year }), { signal }),
    meta: { unitId },
  });
