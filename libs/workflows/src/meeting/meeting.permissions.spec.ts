import type { OldFact } from '#libs/kernel/testing';
import { type Person, whoMay } from '../testing/index.js';
import { attended, HISTORIES, LIVE } from './meeting-histories.fixtures.js';
import { call, given, on } from './meeting.fixtures.js';

type Command = Parameters<ReturnType<typeof given>['when']>[0];
const { scheduled, open, minutes_read } = HISTORIES;
const speech = { id: 's2', itemKey: 'work', speakerId: 'khai', text: 'Đồng ý' };
const note = { id: 'm2', subjectId: 'khai', subjectKind: 'member', text: 'Tốt', on };
const ballot = { voteId: 'nq2', itemKey: 'work', options: ['for', 'against'], on };
const votes = { on, for: 2, against: 0, abstained: 0 };

describe('who may', () => {
  const officers: Person[] = ['ha', 'loc', 'binh', 'tam', 'minh', 'quang', 'system'];
  const chairs: Person[] = ['ha', 'loc', 'tam', 'system'];
  it.each<[Command, readonly OldFact[], object, Person[]]>([
    ['schedule', [], call(), officers],
    ['open', scheduled, { at: '2026-03-03T00:30:00Z', chairId: 'khai' }, officers],
    ['discuss', LIVE, { ...speech, speakerId: 'mai' }, ['khai', ...officers]],
    ['noteMerit', LIVE, { ...note, subjectId: 'ha' }, ['khai', ...officers.slice(1)]],
    ['openVote', LIVE, ballot, chairs],
    ['close', LIVE, { at: '2026-03-03T02:00:00Z' }, chairs],
    ['adoptMinutes', minutes_read, votes, chairs],
    ['score', HISTORIES.adopted, { points: 90, level: 'good', on }, officers],
  ])('%s', (command, facts, input, people) => {
    const order = Object.values(people).sort();
    expect(whoMay(given(...facts), command, input).sort()).toEqual(order);
  });

  it('write as the member chosen for it, but only once chosen', () => {
    const [call0, opened] = open;
    const { recorderId: _left, ...data } = opened!.data as { recorderId: string };
    given(call0!, { ...opened!, data }, attended)
      .when('discuss', { ...speech, speakerId: 'mai' }, { actor: 'khai' })
      .thenRefused('NOT_SUBJECT');
  });

  it('open a meeting by naming oneself its chair: nobody', () =>
    given(...scheduled)
      .when('open', { at: '2026-03-03T00:30:00Z', chairId: 'khai' }, { actor: 'khai' })
      .thenRefused('NOT_HOLDER'));
});
