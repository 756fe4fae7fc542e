import { policyWords } from './policy-words.js';

const say = (key: string, values: Record<string, string> = {}): string =>
  [key, ...Object.values(values)].join(':');

describe('a recorded rule in words', () => {
  it.each([
    ['system', 'policy.system'],
    ['is(memberId)', 'policy.is'],
    ['not(is(memberId))', 'policy.notSubject'],
    [
      'all(holds(secretary,unitId),not(is(memberId)))',
      'policy.holds:office.secretary policy.all policy.notSubject',
    ],
    [
      'any(above(committee,unitId),system)',
      'policy.above:office.committee policy.any policy.system',
    ],
    [
      'all(any(is(memberId),system),warranted(unitId))',
      '(policy.is policy.any policy.system) policy.all policy.warranted',
    ],
    ['distinctFrom(RegistrationEndorsed)', 'policy.distinctFrom:event.RegistrationEndorsed'],
  ])('%s', (policy, words) => {
    expect(policyWords(policy, say)).toBe(words);
  });

  it('leaves alone what it cannot read', () => {
    expect(policyWords('by hand!', say)).toBe('by hand!');
  });
});
