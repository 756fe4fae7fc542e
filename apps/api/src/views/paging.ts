import type { MapChoice } from '#libs/read-models';

const SIZE = 50;

/** Page and size of a list, from what the request says. */
export const pagingOf = (request: {
  readonly page?: string;
  readonly size?: string;
}): { readonly page: number; readonly size: number } => ({
  page: Number(request.page ?? 1),
  size: Number(request.size ?? SIZE),
});

/** The map that a request names; `today` is the tree of the day. */
export function mapOf(map: string | undefined, today: string): MapChoice {
  if (map === undefined || map === 'then') return 'then';
  return { date: map === 'today' ? today : map };
}
