import { queryOptions } from '@tanstack/react-query';
import { instanceQuery } from '../../api/instance-queries.js';
import { request, withQuery } from '../../api/request.js';
import type { HistoryItem, Page } from '../../api/types.js';

/** Whoever may sit in the room. */
export interface PersonInRoom {
  memberId: string;
  name: string | null;
  unitId: string | null;
  /** `official`, `probationary`… */
  status: string | null;
  exempt: boolean;
  /** The office held in the record's unit. */
  office: string | null;
}

/** The unit whose record it is: what stands before the last hyphen of the id. */
export const unitOfRoom = (id: string): string => id.slice(0, id.lastIndexOf('-'));

/** The record as it stands; asked for again whenever anything happens in its unit. */
export const roomRecordQuery = (workflow: string, id: string) => ({
  ...instanceQuery(workflow, id),
  meta: { unitId: unitOfRoom(id) },
});

/** Everything that happened in the room, oldest first. */
export const roomEventsQuery = (workflow: string, id: string) =>
  queryOptions({
    queryKey: ['instance', workflow, id, 'events', 'all'],
    queryFn: async ({ signal }) => {
      const all: HistoryItem[] = [];
      let page: string | number | null = 1;
      while (page !== null) {
        const answer: Page<HistoryItem> = await request<Page<HistoryItem>>(
          withQuery(`/${workflow}/${encodeURIComponent(id)}/events`, { page }),
          { signal },
        );
        all.push(...answer.items);
        page = answer.next;
      }
      return all;
    },
    meta: { unitId: unitOfRoom(id) },
  });

/** Names, offices and votes of everybody in the room. */
export const roomPeopleQuery = (workflow: string, id: string) =>
  queryOptions({
    queryKey: ['room-people', workflow, id],
    queryFn: ({ signal }) =>
      request<{ people: PersonInRoom[] }>(`/${workflow}/${encodeURIComponent(id)}/people`, {
        signal,
      }),
    staleTime: 60_000,
  });
