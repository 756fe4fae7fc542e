import { isQuorate, laidOver, type Presence, roomCounts } from './attendance-counts.js';
import type { PersonInRoom } from './room-queries.js';

const person = (memberId: string, status = 'official'): PersonInRoom => ({
  memberId,
  name: memberId,
  unitId: 'cell',
  status,
  exempt: false,
  office: null,
});
const PEOPLE = [person('a'), person('b'), person('c'), person('d', 'probationary')];
const marked = (...pairs: [string, Presence][]) => new Map(pairs);

describe('the list of attendance', () => {
  it('counts as the server does: only official members vote, those away are not expected', () => {
    const list = marked(['a', 'present'], ['b', 'away'], ['d', 'present']);
    expect(roomCounts(PEOPLE, list)).toEqual({
      listed: 3,
      expected: 2,
      present: 2,
      excused: 0,
      unexcused: 0,
      electorate: 1,
      voting: 1,
      missing: 1,
    });
  });

  it.each([
    [1, 2, [1, 2], true],
    [1, 3, [1, 2], false],
    [2, 3, [2, 3], true],
    [0, 0, [1, 2], false],
  ] as const)('%i of %i voters under %j: quorate %s', (voting, electorate, quorum, expected) => {
    expect(isQuorate({ voting, electorate }, quorum)).toBe(expected);
  });

  it('keeps what somebody else recorded meanwhile beside what was tapped here', () => {
    const recorded = [
      { memberId: 'a', presence: 'excused' as const },
      { memberId: 'b', presence: 'present' as const },
    ];
    expect([...laidOver(recorded, marked(['a', 'present'], ['c', 'away']))]).toEqual([
      ['a', 'present'],
      ['b', 'present'],
      ['c', 'away'],
    ]);
  });
});
