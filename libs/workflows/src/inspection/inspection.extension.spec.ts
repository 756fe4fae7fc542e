import type { OldFact } from '#libs/kernel/testing';
import { followUp, HISTORIES } from './inspection-histories.fixtures.js';
import { given } from './inspection.fixtures.js';

const owedBy = (ownerId: string): OldFact[] => [
  ...HISTORIES.notice_issued,
  { ...followUp, data: { ...followUp.data, ownerId } },
];
const extend = { clock: 'followUp:u1', to: '2027-01-31', reason: 'Chờ' } as never;

describe('more time for what is owed after an inspection', () => {
  it('is given by the commission', () =>
    expect(given(...owedBy('ha')).when('extendDeadline' as never, extend).facts).toMatchObject([
      { type: 'DeadlineExtended', data: { from: '2026-06-30', due: '2027-01-31' } },
    ]));

  it('is not given by whoever owes it, whatever their office', () =>
    given(...owedBy('ubkt'))
      .when('extendDeadline' as never, extend)
      .thenRefusedOnlyFor('IS_SUBJECT'));

  it('nor by somebody else in their name', () => {
    const actor = { id: 'loc', onBehalfOf: 'ubkt', kind: 'person' } as const;
    given(...owedBy('ubkt'))
      .when('extendDeadline' as never, extend, { actor, mandate: { kind: 'valid', ways: [[]] } })
      .thenRefusedOnlyFor('IS_SUBJECT');
  });
});
