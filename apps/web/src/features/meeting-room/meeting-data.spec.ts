import type { HistoryItem } from '../../api/types.js';
import { itemOf, meetingTold } from './meeting-data.js';

let revision = 0;
const event = (type: string, data: object, sealed?: object): HistoryItem => ({
  position: (revision += 1),
  stream: 'meeting-chi-bo-1-20260302',
  revision,
  type,
  occurredAt: '2026-03-02T01:00:00Z',
  recordedAt: '2026-03-02T01:00:00Z',
  delayDays: 0,
  actor: 'm.lan',
  actorName: 'Trần Thị Lan',
  data: data as Record<string, unknown>,
  ...(sealed && { sealed: sealed as Record<string, unknown> }),
});
const AGENDA = [{ key: 'k1', kind: 'work', title: 'Việc tháng' }];
const called = event('MeetingScheduled', {
  kind: 'regular',
  on: '2026-03-02',
  startsAt: '19:30',
  place: 'Nhà văn hóa',
  agenda: AGENDA,
  quorum: [1, 2],
});

describe('a meeting as its events tell it', () => {
  it('knows what was said at each point, and what was taken back', () => {
    const said = { itemKey: 'k1', speakerId: 'm.khai' };
    const told = meetingTold([
      called,
      event('DiscussionRecorded', { ...said, id: 'a' }, { text: 'Đường hỏng.' }),
      event('DiscussionRecorded', { ...said, id: 'b' }),
      event('DiscussionRetracted', { id: 'a', reason: 'Nhầm' }),
      event('AgendaItemConcluded', { itemKey: 'k1' }, { text: 'Giao đồng chí Khải.' }),
    ]);
    expect(told.agenda).toEqual(AGENDA);
    expect(itemOf(told, 'k1')).toMatchObject({
      said: [
        { id: 'a', text: 'Đường hỏng.', retracted: 'Nhầm' },
        { id: 'b', text: undefined, retracted: undefined },
      ],
      conclusion: { text: 'Giao đồng chí Khải.', by: 'Trần Thị Lan' },
    });
  });

  it('adds up whose registered content was gone through', () => {
    const reviewed = (members: string[] | null) =>
      event('RegisteredContentReviewed', { itemKey: 'k1', members });
    const two = meetingTold([called, reviewed(['a']), reviewed(['b', 'a'])]);
    expect(itemOf(two, 'k1').reviewed).toEqual(['a', 'b']);
    expect(itemOf(meetingTold([called, reviewed(['a']), reviewed(null)]), 'k1').reviewed).toBe(
      'all',
    );
  });

  it('is held on the day it was put off to, with the votes that were counted', () => {
    const told = meetingTold([
      called,
      event('MeetingPostponed', { to: '2026-03-05', startsAt: '08:00' }),
      event('ResolutionVoteOpened', { voteId: 'v', itemKey: 'k1', options: ['agree', 'disagree'] }),
      event('ResolutionVoted', { voteId: 'v', outcome: 'passed', winner: 'agree' }),
    ]);
    expect(told).toMatchObject({ on: '2026-03-05', startsAt: '08:00' });
    expect(told.votes).toMatchObject([{ voteId: 'v', outcome: 'passed', tally: undefined }]);
  });
});
