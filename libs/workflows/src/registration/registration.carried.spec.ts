import type { OldFact } from '#libs/kernel/testing';
import { whoMay } from '../testing/index.js';
import { deed, form, given, HISTORIES } from './registration.fixtures.js';

const found = (id: string, fields: object = {}) =>
  ({ id, area: 'unity', severity: 'minor', ...fields }) as const;
const carry = (sessionId: string, ids: string[], round = 1) => ({
  sessionId,
  round,
  shortcomings: ids.map((id) => found(id)),
});
const carried = (sessionId: string, ids: string[], round = 1): OldFact => ({
  type: 'ShortcomingsCarriedOver',
  data: { memberId: 'khai', year: 2026, ...carry(sessionId, ids, round) },
});
const system = { actor: { id: 'system', kind: 'system' } } as const;
const previous = {
  memberId: 'khai',
  year: 2025,
  shortcomings: [found('2025-1')],
  endorsed: true,
  countedUnitId: 'kp4',
};
const answering = (...ids: string[]) =>
  form({ justifications: ids.map((shortcomingId) => ({ shortcomingId, text: 'Đã sửa' })) });

describe('what last year’s criticism sessions found', () => {
  it('is carried into this year’s registration, which stays as it was', () => {
    const then = given(...HISTORIES.submitted).when(
      'carryShortcomings',
      carry('kp4-2025', ['s1']),
      system,
    );
    then.thenFacts([
      {
        type: 'ShortcomingsCarriedOver',
        data: {
          memberId: 'khai',
          year: 2026,
          sessionId: 'kp4-2025',
          round: 1,
          shortcomings: [found('s1')],
        },
      },
    ]);
    then.thenState('submitted');
  });

  it('must be answered, by words or by a deed', () => {
    const owing = given(carried('kp4-2025', ['s1']));
    owing.when('submit', form()).thenRefusedOnlyFor('SHORTCOMING_UNANSWERED');
    owing.when('submit', answering('s1')).thenState('submitted');
    owing
      .when('submit', form({ deeds: [deed(1, { shortcomingId: 's1' }), deed(2)] }))
      .thenState('submitted');
  });

  it('is one with what the assessment found under the same id, and beside it otherwise', () => {
    const needs = { previous };
    given(carried('kp4-2025', ['2025-1']))
      .when('submit', answering('2025-1'), { needs })
      .thenState('submitted');
    given(carried('kp4-2025', ['s1']))
      .when('submit', answering('s1'), { needs })
      .thenRefusedOnlyFor('SHORTCOMING_UNANSWERED');
  });

  it('by two sessions under one id is two things, each with an id of its own', () => {
    const then = given(carried('kp4-2025', ['s1', 's2'])).when(
      'carryShortcomings',
      carry('anbinh-2025', ['s1', 's1-2']),
      system,
    );
    expect(then.facts[0]?.data).toMatchObject({
      shortcomings: [
        { id: 's1-2', basis: 's1' },
        { id: 's1-2-2', basis: 's1-2' },
      ],
    });
  });

  it('is replaced by what a later round of the same session says', () => {
    const redone = given(carried('kp4-2025', ['s1']), carried('kp4-2025', [], 2));
    redone.when('submit', form()).thenState('submitted');
  });

  it('is brought by the system alone, and not into a year that is over', () => {
    expect(whoMay(given(), 'carryShortcomings', carry('kp4-2025', []))).toEqual(['system']);
    given(...HISTORIES.closed)
      .when('carryShortcomings', carry('kp4-2025', []), system)
      .thenRefusedOnlyFor('WRONG_STATE');
  });
});
