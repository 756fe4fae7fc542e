import { unitView, whoMay } from '../testing/index.js';
import { closed, drafted, given, issued } from './programme.fixtures.js';

const handOver = { heirId: 'kp5', on: '2026-07-01' };
const needs = { heir: unitView({ unitId: 'kp5' }) };
const system = { actor: { id: 'system', kind: 'system' }, needs } as const;
const handed = {
  type: 'PlanHandedOver',
  data: { planId: 'kp4-2026', unitId: 'kp4', ...handOver },
};
const report = { key: 't1', status: 'done', on: '2026-08-01' } as const;

describe('the plan of a closed unit', () => {
  it('gets a named heir, whose officers go on with it', () => {
    given(drafted, issued).when('handOver', handOver, system).thenFacts([handed]);
    given(drafted, issued, handed).when('reportTask', report, { actor: 'sau' }).thenState('issued');
    given(drafted, issued, handed)
      .when('reportTask', report, { actor: 'ha' })
      .thenRefused('NOT_HOLDER');
  });

  it('is handed over by the system and those above, and not once it is closed', () => {
    expect(whoMay(given(drafted), 'handOver', handOver)).toEqual([
      'tam',
      'minh',
      'quang',
      'system',
    ]);
    given(drafted, issued, closed)
      .when('handOver', handOver, system)
      .thenRefusedOnlyFor('WRONG_STATE');
  });

  it.each([
    ['itself', { ...handOver, heirId: 'kp4' }, needs.heir, 'HEIR_IS_SELF'],
    ['nobody', handOver, undefined, 'HEIR_UNKNOWN'],
    ['a closed unit', handOver, unitView({ closedOn: '2026-01-01' }), 'HEIR_CLOSED'],
  ])('never goes to %s', (_name, input, heir, code) =>
    given(drafted)
      .when('handOver', input, { ...system, needs: { heir } })
      .thenRefusedOnlyFor(code),
  );
});
