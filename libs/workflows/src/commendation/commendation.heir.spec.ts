import { unitView, whoMay } from '../testing/index.js';
import { given, nominated, of } from './commendation.fixtures.js';

const handOver = { heirId: 'kp5', on: '2026-07-01' };
const needs = { heir: unitView({ unitId: 'kp5' }) };
const system = { actor: { id: 'system', kind: 'system' }, needs } as const;
const handed = { type: 'AwardHandedOver', data: { ...of, ...handOver } };
const rejected = { type: 'AwardRejected', data: { ...of, reason: 'withdrawn', on: '2026-02-01' } };

describe('the dossier before a unit that is closed', () => {
  it('is decided by the heir', () => {
    given(nominated()).when('handOver', handOver, system).thenFacts([handed]);
    given(nominated())
      .when('handOver', handOver, system)
      .thenState('nominated', { decidedAt: 'kp5' });
  });

  it('is handed over by the system and those above, while it is open', () => {
    expect(whoMay(given(nominated()), 'handOver', handOver)).toEqual(['quang', 'system']);
    given(nominated(), rejected)
      .when('handOver', handOver, system)
      .thenRefusedOnlyFor('WRONG_STATE');
  });

  it.each([
    ['itself', { ...handOver, heirId: 'anbinh' }, needs.heir, 'HEIR_IS_SELF'],
    ['nobody', handOver, undefined, 'HEIR_UNKNOWN'],
    ['a closed unit', handOver, unitView({ closedOn: '2026-01-01' }), 'HEIR_CLOSED'],
  ])('never goes to %s', (_name, input, heir, code) =>
    given(nominated())
      .when('handOver', input, { ...system, needs: { heir } })
      .thenRefusedOnlyFor(code),
  );
});
