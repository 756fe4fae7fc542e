import { type OldFact, situation } from '#libs/kernel/testing';
import { actorOf, authority, declaredRefusals, whoMay } from '../testing/index.js';
import { achievementRecord } from './achievement-record.workflow.js';

const of = { subjectKind: 'member', subjectId: 'khai' };
const merit = { eventId: 'meeting-kp4-20260303@7', source: 'meeting' as const, on: '2026-03-03' };
const claim = 'party:certificate:year:2025-2025';
const recorded: OldFact = { type: 'MeritRecorded', data: { ...of, ...merit } };
const claimed = (awardId: string): OldFact => ({
  type: 'AchievementClaimed',
  data: { ...of, awardId, claim },
});
const given = situation(achievementRecord, {
  ...{ id: 'member.khai', actor: actorOf('system'), authority },
});

describe('the record of what somebody is known for', () => {
  it('keeps merits by the event that noted them', () =>
    given().when('recordMerit', merit).thenFacts([recorded]));

  it('puts nominations in order: the oldest that stands holds the achievement', () => {
    given(claimed('a1'))
      .when('claim', { awardId: 'a2', claim })
      .thenState('kept', {
        claims: { [claim]: ['a1', 'a2'] },
      });
    given(claimed('a1'), claimed('a2'))
      .when('release', { awardId: 'a1' })
      .thenState('kept', {
        claims: { [claim]: ['a2'] },
      });
  });

  it('is kept by the engine alone', () => {
    expect(whoMay(given(), 'recordMerit', merit)).toEqual(['system']);
    expect(whoMay(given(), 'claim', { awardId: 'a1', claim })).toEqual(['system']);
    expect(whoMay(given(claimed('a1')), 'release', { awardId: 'a1' })).toEqual(['system']);
  });

  it('refuses what it has, and what it has not', () => {
    given(recorded).when('recordMerit', merit).thenRefusedOnlyFor('MERIT_TWICE');
    given(claimed('a1')).when('claim', { awardId: 'a1', claim }).thenRefusedOnlyFor('CLAIM_TWICE');
    given().when('release', { awardId: 'a1' }).thenRefusedOnlyFor('CLAIM_UNKNOWN');
    expect(declaredRefusals(achievementRecord)).toEqual([
      ...['claim CLAIM_TWICE', 'recordMerit MERIT_TWICE', 'release CLAIM_UNKNOWN'],
    ]);
  });
});
