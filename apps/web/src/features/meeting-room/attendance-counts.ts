import type { PersonInRoom } from './room-queries.js';

/** How a person attended; those away or exempt are not expected. */
export const PRESENCES = ['present', 'excused', 'unexcused', 'away', 'exempt'] as const;
export type Presence = (typeof PRESENCES)[number];
export type Presences = ReadonlyMap<string, Presence>;

export interface AttendanceEntry {
  memberId: string;
  presence: Presence;
}

export interface RoomCounts {
  listed: number;
  expected: number;
  present: number;
  excused: number;
  unexcused: number;
  /** With a vote: expected, and present. */
  electorate: number;
  voting: number;
  /** Not counted yet. */
  missing: number;
}

/** Counts the list as the server will: only official members vote. */
export function roomCounts(people: readonly PersonInRoom[], presences: Presences): RoomCounts {
  const marked = people.flatMap(({ memberId, status }) => {
    const presence = presences.get(memberId);
    return presence === undefined ? [] : [{ presence, votes: status === 'official' }];
  });
  const expected = marked.filter(({ presence }) => presence !== 'exempt' && presence !== 'away');
  const of = (wanted: Presence) => marked.filter(({ presence }) => presence === wanted).length;
  return {
    listed: marked.length,
    expected: expected.length,
    present: of('present'),
    excused: of('excused'),
    unexcused: of('unexcused'),
    electorate: expected.filter(({ votes }) => votes).length,
    voting: expected.filter(({ votes, presence }) => votes && presence === 'present').length,
    missing: people.length - marked.length,
  };
}

/** Whether so many of those with a vote are there; share and whole as in 1/2 or 2/3. */
export const isQuorate = (
  { voting, electorate }: Pick<RoomCounts, 'voting' | 'electorate'>,
  [share, whole]: readonly [number, number],
): boolean => electorate > 0 && whole * voting >= share * electorate;

/** What one person tapped, laid over what everybody else has recorded. */
export function laidOver(
  recorded: readonly AttendanceEntry[],
  tapped: Presences,
): Map<string, Presence> {
  return new Map([
    ...recorded.map(({ memberId, presence }): [string, Presence] => [memberId, presence]),
    ...tapped,
  ]);
}
