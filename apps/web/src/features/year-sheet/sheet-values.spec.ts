import type { RatingItem } from '../../api/cycle-types.js';
import { changesOf, judge, ratingIdOf, standingOf, toneOf } from './sheet-values.js';

const row = (subjectId: string, given: Partial<RatingItem> = {}): RatingItem => ({
  ...{ subjectId, subjectKind: 'member', name: null, unitId: 'kp4', unitName: null, year: 2025 },
  ...{ state: 'proposed', selfRating: 'good', proposed: 'good', appraised: null, decided: null },
  ...{ score: null, reviews: 3, reviewsDue: 4, unremedied: 0, changed: false, reason: null },
  ...given,
});

describe('what stands on a year-end sheet', () => {
  it('is the decision, before it the appraisal, before that the proposal', () => {
    expect(standingOf(row('a'))).toBe('good');
    expect(standingOf(row('a', { appraised: 'completed' }))).toBe('completed');
    expect(standingOf(row('a', { appraised: 'completed', decided: 'excellent' }))).toBe(
      'excellent',
    );
    expect(ratingIdOf(row('m.khai'))).toBe('member.m.khai-2025');
  });

  it.each([
    ['GOOD_ONLY', 4, 1, 0, 'beyond'],
    ['GOOD_ONLY', 5, 1, 1, 'full'],
    ['GOOD_ONLY', 10, 1, 2, 'within'],
    ['GOOD_OR_ABOVE', 4, 1, 1, 'full'],
    ['GOOD_ONLY', 3, 0, 0, 'within'],
  ] as const)(
    '%s: of %d good and %d best, %d are allowed: %s',
    (denominator, good, best, ok, tone) => {
      const ratings = [
        ...Array.from({ length: good }, () => 'good' as const),
        ...Array.from({ length: best }, () => 'excellent' as const),
        null,
      ];
      const verdict = judge({ percent: 20, denominator }, ratings);
      expect(verdict).toMatchObject({ allowed: ok, excellent: best });
      expect(toneOf(verdict)).toBe(tone);
    },
  );

  it('sends only what differs, with its reason', () => {
    const rows = [row('a', { proposed: 'excellent' }), row('b'), row('c')];
    const changes = {
      'member.a': { rating: 'good', reason: 'cap' },
      'member.b': { rating: 'good', reason: 'cap' },
      'member.c': { rating: 'completed', reason: '' },
    } as const;
    expect(changesOf(rows, changes)).toEqual([
      { subjectKind: 'member', subjectId: 'a', rating: 'good', reason: 'cap' },
      { subjectKind: 'member', subjectId: 'c', rating: 'completed' },
    ]);
  });
});
