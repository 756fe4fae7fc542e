import type { Attendance, AttendanceEntry, Attendee, Presence } from './session.js';

/** Counts entries: only official members vote; exempt and away are not expected. */
export function countAttendance(
  entries: readonly AttendanceEntry[],
  attendees: ReadonlyMap<string, Attendee>,
  [share, of]: readonly [number, number],
): Attendance {
  const judged = entries.map(({ memberId, presence }) => ({
    memberId,
    presence,
    votes: attendees.get(memberId)?.status === 'official' && attendees.get(memberId)!.active,
  }));
  const expected = judged.filter(({ presence }) => presence !== 'exempt' && presence !== 'away');
  const withPresence = (presence: Presence) =>
    judged.filter((entry) => entry.presence === presence).length;
  const electorate = expected.filter(({ votes }) => votes).length;
  const voting = judged.filter(({ votes, presence }) => votes && presence === 'present').length;
  const counts = {
    listed: judged.length,
    expected: expected.length,
    present: withPresence('present'),
    excused: withPresence('excused'),
    unexcused: withPresence('unexcused'),
    electorate,
    voting,
  };
  return { entries: judged, counts, quorate: electorate > 0 && of * voting >= share * electorate };
}
