import { queryOptions } from '@tanstack/react-query';
import { isApiError } from './api-error.js';
import { request, withQuery } from './request.js';

/** A period of the year in which the cell remarks on a person. */
export interface BookPeriod {
  /** `2026-03` or `2026-q1`. */
  period: string;
  /** The review's id. */
  id: string;
  state: string;
  due?: string | null;
  late?: boolean;
  merit?: string | null;
  hasDirection?: boolean;
  nextDirection?: string | null;
}

export interface BookShortcoming {
  id: string;
  area?: string;
  severity?: string;
  text?: string | null;
  sessionId?: string | null;
}

export interface BookRemedy {
  id: string;
  sessionId: string;
  due?: string | null;
  status: string;
  measure?: string | null;
  shortcomingId?: string | null;
}

export interface BookMeeting {
  id: string;
  on: string;
  kind?: string;
  /** How the person was counted: present, excused, absent… */
  attendance?: string;
  present?: boolean;
}

export interface BookAward {
  id: string;
  form: string;
  state?: string;
  track?: string;
  on?: string | null;
  decisionNo?: string | null;
}

/** A year of a member's book; the parts that nobody has begun are null or empty. */
export interface Book {
  memberId: string;
  year: number;
  cadence?: string | null;
  periods: BookPeriod[];
  shortcomings: BookShortcoming[];
  remedies: BookRemedy[];
  meetings: { attended: number; expected: number; items?: BookMeeting[] } | null;
  selfReview: { version: number; id: string } | null;
  rating: { state: string; rating?: string | null; id: string } | null;
  awards: BookAward[];
  transfers: { id: string; state: string; toUnitName?: string | null }[];
}

/** The year's book; null where the server does not keep one. */
export const bookQuery = (memberId: string, year: number) =>
  queryOptions({
    queryKey: ['member', memberId, 'book', year],
    queryFn: async ({ signal }) => {
      try {
        return await request<Book>(withQuery(`/members/${memberId}/book`, { year }), { signal });
      } catch (error) {
        if (isApiError(error) && error.code === 'NOT_FOUND') return null;
        throw error;
      }
    },
  });
