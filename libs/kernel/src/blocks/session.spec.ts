import fc from 'fast-check';
import { countAttendance } from './attendance.js';
import { type AttendanceEntry, type Presence, PRESENCES } from './session.js';
import { after, fact, member, PEOPLE } from './testing/council.fixtures.js';

const on = '2026-03-10';
const entry = (memberId: string, presence: Presence = 'present'): AttendanceEntry => ({
  memberId,
  presence,
});
const everybody = PEOPLE.map((id) => entry(id));
const attended = (entries = everybody, quorum: readonly [number, number] = [2, 3]) => {
  const people = new Map(PEOPLE.map((id) => [id, member()]));
  return fact('Attended', { ...countAttendance(entries, people, quorum), on });
};
const drafted = fact('Drafted', { on });
const read = fact('ReadOut', { on });
const votes = (agree: number, against = 0, abstained = 0) => ({
  for: agree,
  against,
  abstained,
  on,
});

describe('attendance', () => {
  it('is recorded with who counts, who votes and whether they are enough', () => {
    const entries = [
      ...['ha', 'loc', 'khai'].map((id) => entry(id)),
      entry('lan', 'excused'),
      entry('mai', 'unexcused'),
      entry('nam', 'exempt'),
    ];
    after()('attend', { entries, on }).thenFacts([
      fact('Attended', {
        entries: entries.map((one) => ({ ...one, votes: true })),
        counts: {
          listed: 6,
          expected: 5,
          present: 3,
          excused: 1,
          unexcused: 1,
          electorate: 5,
          voting: 3,
        },
        quorate: false,
        on,
      }),
    ]);
  });

  it('takes the share of the need it names', () => {
    const half = after()(
      'attend',
      { entries: everybody.slice(0, 3), on },
      { needs: { share: [1, 2] } },
    );
    expect(half.facts[0]?.data).toMatchObject({ quorate: true });
  });

  it('a later list replaces the earlier', () =>
    after(attended(everybody.slice(0, 2)))('attend', { entries: everybody, on }).thenState(
      'sitting',
      {
        record: { attendance: { counts: { present: 6 } } },
      },
    ));

  it.each([
    ['of nobody', [], {}, 'ATTENDEES_MISSING', 'entries'],
    ['of somebody twice', [entry('ha'), entry('ha')], {}, 'ATTENDEE_TWICE', 'entries[1].memberId'],
    ['of a stranger', [entry('x')], {}, 'ATTENDEE_UNKNOWN', 'entries[0].memberId'],
    [
      'of another unit',
      [entry('ha')],
      { unitId: 'kp5' },
      'ATTENDEE_UNKNOWN',
      'entries[0].memberId',
    ],
    [
      'of one who left',
      [entry('ha')],
      { active: false },
      'ATTENDEE_UNKNOWN',
      'entries[0].memberId',
    ],
  ])('%s is refused', (_name, entries, fields, code, path) => {
    const attendees = new Map([['ha', member(fields)]]);
    const then = after()('attend', { entries, on }, { needs: { attendees } });
    then.thenRefusedOnlyFor(code);
    then.thenRefused(code, path);
  });
});

describe('minutes', () => {
  it('are drafted with the recorder’s words sealed, read and adopted', () => {
    after()('draft', { text: 'Biên bản', on }).thenFacts([
      {
        ...fact('Drafted', { on, recorderId: 'ha' }),
        sealed: { minutes: { of: 'ha', value: 'Biên bản' } },
      },
    ]);
    after(drafted)('read', { on }).thenFacts([fact('ReadOut', { on })]);
    const adopt = after(attended(), drafted, read)('adopt', votes(4, 1, 1));
    adopt.thenFacts([fact('Adopted', { on, votes: { for: 4, against: 1, abstained: 1 } })]);
    adopt.thenState('adopted', { record: { minutes: 'adopted' } });
  });

  it('drafted anew are read anew', () =>
    after(
      attended(),
      drafted,
      read,
      drafted,
    )('adopt', votes(6)).thenRefusedOnlyFor('MINUTES_NOT_READ'));

  it.each([
    ['read before they are there', [], 'read', { on }, ['MINUTES_MISSING']],
    ['adopted unread', [attended(), drafted], 'adopt', votes(6), ['MINUTES_NOT_READ']],
    [
      'by half of those present',
      [attended(), drafted, read],
      'adopt',
      votes(3, 3),
      ['MAJORITY_MISSING'],
    ],
    [
      'by more than are present',
      [attended(), drafted, read],
      'adopt',
      votes(4, 3),
      ['VOTES_GT_PRESENT'],
    ],
    [
      'by too few',
      [
        attended(everybody.slice(0, 3).concat(entry('lan', 'excused'), entry('mai', 'excused'))),
        drafted,
        read,
      ],
      'adopt',
      votes(3),
      ['QUORUM_MISSING'],
    ],
    [
      'with nobody on the list',
      [drafted, read],
      'adopt',
      votes(0),
      ['ATTENDANCE_MISSING', 'MAJORITY_MISSING'],
    ],
  ] as const)('%s are refused', (_name, facts, command, input, codes) =>
    after(...facts)(command, input).thenRefusedOnlyFor(...codes),
  );
});

describe('counting attendance', () => {
  const people = fc.uniqueArray(
    fc.record({
      memberId: fc.integer({ min: 1, max: 60 }).map((number) => `m${number}`),
      presence: fc.constantFrom(...PRESENCES),
      status: fc.constantFrom('official', 'probationary', undefined),
      active: fc.boolean(),
    }),
    { selector: ({ memberId }) => memberId },
  );
  const counted = (
    list: { memberId: string; presence: Presence; status?: string | undefined; active: boolean }[],
    quorum: readonly [number, number] = [2, 3],
  ) =>
    countAttendance(
      list.map(({ memberId, presence }) => ({ memberId, presence })),
      new Map(list.map(({ memberId, status, active }) => [memberId, member({ status, active })])),
      quorum,
    );

  it('never counts more voting than may vote, nor more expected than listed', () =>
    fc.assert(
      fc.property(people, (list) => {
        const { counts } = counted(list);
        expect(counts.voting).toBeLessThanOrEqual(Math.min(counts.electorate, counts.present));
        expect(counts.electorate).toBeLessThanOrEqual(counts.expected);
        expect(counts.expected).toBe(counts.present + counts.excused + counts.unexcused);
        const left = list.filter(({ presence }) => presence === 'away' || presence === 'exempt');
        expect(counts.expected + left.length).toBe(counts.listed);
      }),
    ));

  it('only active official members vote', () =>
    fc.assert(
      fc.property(people, (list) => {
        const voters = counted(list).entries.filter(({ votes }) => votes);
        const official = list.filter(({ status, active }) => status === 'official' && active);
        expect(voters.map(({ memberId }) => memberId)).toEqual(
          official.map(({ memberId }) => memberId),
        );
      }),
    ));

  it('does not depend on the order of the list', () =>
    fc.assert(
      fc.property(people, (list) => {
        const { counts, quorate } = counted(list);
        expect(counted(list.toReversed())).toMatchObject({ counts, quorate });
      }),
    ));

  it('one more with a vote who comes never breaks a quorum', () =>
    fc.assert(
      fc.property(people, fc.constantFrom([1, 2], [2, 3], [4, 5]), (list, [share, of]) => {
        const quorum = [share, of] as const;
        fc.pre(counted(list, quorum).quorate);
        const newcomer = {
          memberId: 'new',
          presence: 'present' as const,
          status: 'official',
          active: true,
        };
        expect(counted([...list, newcomer], quorum).quorate).toBe(true);
      }),
    ));

  it.each([
    [15, 10, true],
    [15, 9, false],
    [3, 2, true],
    [1, 1, true],
    [0, 0, false],
  ])('of %i with a vote, %i present: quorate %s', (all, present, quorate) => {
    const list = Array.from({ length: all }, (_one, index) => ({
      memberId: `m${index}`,
      presence: index < present ? ('present' as const) : ('excused' as const),
      status: 'official',
      active: true,
    }));
    expect(counted(list).quorate).toBe(quorate);
  });
});
