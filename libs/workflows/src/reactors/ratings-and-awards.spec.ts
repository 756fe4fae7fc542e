import type { Intent, Reactor } from '#libs/kernel';
import { type OldFact, recordedFact } from '#libs/kernel/testing';
import * as rating from '../classification/classification.fixtures.js';
import * as award from '../commendation/commendation.fixtures.js';
import { decidedList } from '../rating-list/rating-list.fixtures.js';
import { awardToRecord } from './award-to-record.reactor.js';
import { decidedListToRatings } from './decided-list-to-ratings.reactor.js';
import { meritToRecord } from './merit-to-record.reactor.js';
import { proposedRatingToList } from './proposed-rating-to-list.reactor.js';

const wanted = (reactor: Reactor, fact: OldFact): readonly Intent[] =>
  reactor.on[fact.type]!(recordedFact(fact), reactor.start());
const onList = (command: string, input: object): Intent => ({
  ...{ workflow: 'rating-list', id: 'anbinh-2026', command, input },
});
const khai = { subjectKind: 'member', subjectId: 'khai' };

describe('a rating proposed', () => {
  it('stands on the list of whoever decides', () =>
    expect(wanted(proposedRatingToList, rating.proposed)).toEqual([
      onList('enter', {
        ...khai,
        countedUnitId: 'kp4',
        rating: 'good',
        appraised: false,
        score: 80,
      }),
    ]));

  it('and again as appraised', () =>
    expect(wanted(proposedRatingToList, rating.HISTORIES.appraised.at(-1)!)).toEqual([
      onList('enter', { ...khai, countedUnitId: 'kp4', rating: 'good', appraised: true }),
    ]));

  it('and is taken off when nobody is rated', () =>
    expect(wanted(proposedRatingToList, rating.HISTORIES.not_rated[0]!)).toEqual([
      onList('withdraw', khai),
    ]));
});

describe('a list decided', () => {
  const signed = { decisionNo: '31-QĐ/ĐU', on: '2026-12-20' };
  const intent = (command: string, input: object): Intent => ({
    ...{ workflow: 'classification', id: 'member.g1-2026', command, input },
  });

  it('decides every rating on it, by whoever signed', () => {
    const intents = wanted(decidedListToRatings, { ...decidedList.at(-1)!, actor: 'tam' });
    expect(intents).toHaveLength(6);
    expect(intents[0]).toEqual(
      intent('recordDecision', { ...signed, decidedBy: 'tam', rating: 'good' }),
    );
  });

  it.each([
    ['complaint', 'change', {}],
    ['annulled', 'recordDecision', { decidedBy: 'tam' }],
    ['late', 'recordDecision', { decidedBy: 'tam' }],
  ])('amended, because %s: %s', (cause, command, more) => {
    const entry = { subjectKind: 'member', subjectId: 'g1', rating: 'completed', cause };
    const data = { unitId: 'anbinh', year: 2026, ...signed };
    const amended = {
      ...{ type: 'RatingsAmended', actor: 'tam' },
      data: { ...data, entries: [{ ...entry, reason: 'facts' }] },
    };
    expect(wanted(decidedListToRatings, amended)).toEqual([
      intent(command, { ...signed, ...more, rating: 'completed', reason: 'facts' }),
    ]);
  });
});

describe('the record of achievements', () => {
  const onRecord = (command: string, input: object): Intent => ({
    ...{ workflow: 'achievement-record', id: 'member.khai', command, input },
  });

  it('takes merits noted in a meeting, by their event', () => {
    const data = { ...khai, meetingId: 'kp4-20260303', on: '2026-03-03' };
    const [intent] = wanted(meritToRecord, { type: 'MeritNoted', data });
    expect(intent).toMatchObject(onRecord('recordMerit', { source: 'meeting', on: '2026-03-03' }));
    expect(intent!.input).toMatchObject({
      eventId: expect.stringMatching(/^meeting-kp4-20260303@/),
    });
  });

  it.each([
    ['notable', 1],
    ['none', 0],
  ])('takes a monthly remark whose merit is %s: %i', (merit, count) => {
    const data = { memberId: 'khai', period: '2026-q1', merit, on: '2026-04-02' };
    const intents = wanted(meritToRecord, { type: 'DeedRemarked', data });
    expect(intents).toHaveLength(count);
  });

  it.each([
    ['claims with a nomination', award.nominated(), 'claim', { claim: award.claim }],
    ['is free after a rejection', award.HISTORIES.rejected.at(-1)!, 'release', {}],
  ])('%s', (_name, fact, command, more) =>
    expect(wanted(awardToRecord, fact)).toEqual([onRecord(command, { awardId: 'a1', ...more })]),
  );

  it.each([
    ['false_information', 0],
    ['procedure', 1],
  ])('after a revocation for %s is free again: %i', (ground, count) => {
    const revoked = award.HISTORIES.revoked.at(-1)!;
    const fact = { ...revoked, data: { ...revoked.data, ground } };
    expect(wanted(awardToRecord, fact)).toHaveLength(count);
  });
});
