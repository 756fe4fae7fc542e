import type { OldFact } from '#libs/kernel/testing';
import { memberView, rulesIn, unitView } from '../testing/index.js';
import { counts, HISTORIES, LIVE } from './meeting-histories.fixtures.js';
import { issue, issueDone, said, voteOpened } from './meeting-room.fixtures.js';
import { attendees, call, given, list, of, on } from './meeting.fixtures.js';

describe('a meeting', () => {
  it('is called with its agenda and the quorum of its time', () =>
    given()
      .when('schedule', call())
      .thenFacts([{ type: 'MeetingScheduled', data: { ...of, ...call(), quorum: [1, 2] } }]));

  it('for study says which round its attendance counts towards', () =>
    expect(
      given().when('schedule', call({ kind: 'study', studyRound: 'cd-2026' })).facts[0]?.data,
    ).toMatchObject({ kind: 'study', studyRound: 'cd-2026' }));

  it.each([
    ['2026-03-02', 1, false],
    ['2026-03-03', 0, true],
    ['2026-02-24', 7, false],
  ])('materials out on %s are %i days before, late: %s', (day, daysBefore, late) =>
    expect(
      given(...HISTORIES.scheduled).when('publishMaterials', {
        on: day,
        items: [{ key: 'm1', title: 'Báo cáo' }],
      }).facts[0]?.data,
    ).toMatchObject({ daysBefore, late, count: 1 }),
  );

  it('put off is called for another day and may be opened then', () => {
    given(...HISTORIES.scheduled)
      .when('postpone', { to: '2026-03-05', startsAt: '19:00' })
      .thenState('postponed', { on: '2026-03-05', month: 3 });
    const open = { at: '2026-03-05T12:05:00Z', chairId: 'ha' };
    given(...HISTORIES.postponed)
      .when('open', open, { now: '2026-03-05T12:10:00.000Z' })
      .thenState('open');
    given(...HISTORIES.postponed)
      .when('schedule', call({ on: '2026-03-06' }))
      .thenState('scheduled', { on: '2026-03-06' });
  });

  it('knows who was there, by kind; exempt are not expected, probationary have no vote', () => {
    const input = list({ temporary: ['sau'], guests: ['tam'] });
    const [fact] = given(...HISTORIES.open).when('recordAttendance', input).facts;
    expect(fact?.data).toMatchObject({
      ...of,
      kind: 'regular',
      counts,
      quorate: true,
      byKind: { official: 2, probationary: 1, temporary: 1 },
      temporary: ['sau'],
      guests: ['tam'],
    });
  });

  it('a later list replaces the earlier', () => {
    const alone = list({ entries: [{ memberId: 'mai', presence: 'present' }] });
    given(...LIVE)
      .when('recordAttendance', alone)
      .thenState('open', { record: { attendance: { quorate: false } }, others: [] });
  });

  it('keeps what each said with whoever said it', () =>
    given(...LIVE)
      .when('discuss', { id: 's2', itemKey: 'work', speakerId: 'tam', text: 'Ghi nhận' })
      .thenFacts([
        {
          type: 'DiscussionRecorded',
          data: { ...of, id: 's2', itemKey: 'work', speakerId: 'tam' },
          sealed: { text: { of: 'tam', value: 'Ghi nhận' } },
        },
      ]));

  it('lets a speaker take back what was said', () =>
    given(...LIVE, said)
      .when('retractDiscussion', { id: 's1', on, reason: 'Nói nhầm' }, { actor: 'khai' })
      .thenState('open', { discussion: [{ id: 's1', authorId: 'khai', retracted: true }] }));

  it('goes through the registered content of some or of all', () => {
    const review = (memberIds?: string[]) =>
      given(...LIVE).when('reviewContent', {
        itemKey: 'study',
        on,
        ...(memberIds && { memberIds }),
      }).facts[0]?.data;
    expect(review(['khai'])).toMatchObject({ members: ['khai'] });
    expect(review()).toMatchObject({ members: null });
  });

  it('notes a merit, sealed to whom it honours; of the cell, to whoever wrote it', () => {
    const note = { id: 'm1', subjectId: 'khai', deedKey: 'd1', text: 'Giúp hộ nghèo', on };
    given(...LIVE)
      .when('noteMerit', { ...note, subjectKind: 'member' })
      .thenFacts([
        {
          type: 'MeritNoted',
          data: { ...of, id: 'm1', subjectId: 'khai', subjectKind: 'member', deedKey: 'd1', on },
          sealed: { text: { of: 'khai', value: 'Giúp hộ nghèo' } },
        },
      ]);
    const cell = { ...note, subjectId: 'kp4', subjectKind: 'unit' as const };
    const [fact] = given(...LIVE).when('noteMerit', cell, {
      needs: { subjectUnit: unitView() },
    }).facts;
    expect(fact?.sealed).toEqual({ text: { of: 'ha', value: 'Giúp hộ nghèo' } });
  });

  it('lays issues on members, followed up after it until done', () => {
    const task = { id: 'i1', ownerId: 'khai', due: '2026-04-10', on, text: 'Mở hẻm' };
    given(...LIVE)
      .when('assignIssue', task, { actor: 'khai' })
      .thenState('open', { issues: [{ id: 'i1', status: 'open' }] });
    given(...HISTORIES.reported.slice(0, 3), issue, ...HISTORIES.reported.slice(3))
      .when('reportIssue', { id: 'i1', on: '2026-04-20', text: 'Xong' }, { actor: 'khai' })
      .thenState('reported', { issues: [{ id: 'i1', status: 'reported' }] });
  });

  it('asks all who have a vote, present or not', () => {
    const open = { voteId: 'nq1', itemKey: 'work', options: ['for', 'against'], on };
    const [fact] = given(...LIVE).when('openVote', open).facts;
    expect(fact?.data).toMatchObject({
      itemKey: 'work',
      electorate: ['ha', 'khai', 'lan'],
      rule: { threshold: 'more_than_half', of: 'electorate' },
    });
  });

  it.each([
    [2, 'passed'],
    [1, 'failed'],
  ])('resolves with %i of 3: %s', (count, outcome) => {
    const votes = [
      { option: 'for', count },
      { option: 'against', count: 2 - count },
    ].filter((vote) => vote.count > 0);
    const tally = { voteId: 'nq1', on, issued: 2, returned: 2, valid: 2, votes, tellers: ['mai'] };
    expect(given(...LIVE, voteOpened).when('tallyVote', tally).facts[0]?.data).toMatchObject({
      outcome,
    });
  });

  it.each([
    ['regular', 2026, '2026-03-03T02:00:00Z', 90, false],
    ['regular', 2026, '2026-03-03T01:59:59Z', 89, true],
    ['regular', 2012, '2026-03-03T01:00:00Z', 30, false],
  ] as const)('%s in %i, closed at %s: %i minutes, short: %s', (kind, year, at, minutes, short) =>
    given(...LIVE)
      .when('close', { at }, { needs: { rules: rulesIn(year) } })
      .thenFacts([{ type: 'MeetingHeld', data: { ...of, kind, on, minutes, short } }]),
  );

  it('that is combined lasts two hours', () => {
    const facts = structuredClone(LIVE);
    Object.assign(facts[0]!.data, { kind: 'combined', theme: 'Nêu gương' });
    const [fact] = given(...facts).when('close', { at: '2026-03-03T02:29:00Z' }).facts;
    expect(fact?.data).toMatchObject({ kind: 'combined', minutes: 119, short: true });
  });

  it('has its minutes read before they are adopted, is scored, reported and filed', () => {
    given(...HISTORIES.held)
      .when('draftMinutes', { on, text: 'Biên bản' }, { actor: 'khai' })
      .thenState('minutes_draft');
    given(...HISTORIES.minutes_draft)
      .when('adoptMinutes', { on, for: 2, against: 0, abstained: 0 })
      .thenRefusedOnlyFor('MINUTES_NOT_READ');
    given(...HISTORIES.minutes_read)
      .when('adoptMinutes', { on, for: 2, against: 0, abstained: 0 })
      .thenState('adopted');
    given(...HISTORIES.adopted)
      .when('score', { points: 92, level: 'good', on })
      .thenState('scored');
    given(...HISTORIES.scored)
      .when('report', { to: 'anbinh', on })
      .thenState('reported');
    given(...HISTORIES.reported.slice(0, 3), issue, issueDone, ...HISTORIES.reported.slice(3))
      .when('file', { on })
      .thenState('filed');
  });

  it('dates an issue from its assignment, and again once it proves undone', () => {
    const clocks = (...facts: OldFact[]) => [...given(...facts).instance.clocks.values()];
    expect(clocks(...LIVE, issue)).toMatchObject([{ key: 'i1', due: '2026-04-10' }]);
    expect(clocks(...LIVE, issue, issueDone)).toEqual([]);
  });

  it('takes imports of attendance in the system’s name', () =>
    given(...HISTORIES.open)
      .when('recordAttendance', list(), {
        actor: { id: 'system', kind: 'system' },
        needs: { attendees, member: memberView() },
      })
      .thenState('open'));
});
