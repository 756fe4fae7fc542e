import { unitView, whoMay } from '../testing/index.js';
import { given, HISTORIES, of } from './transfer.fixtures.js';

const handOver = { heirId: 'anbinh', on: '2026-07-01' };
const needs = { heir: unitView({ unitId: 'anbinh' }) };
const system = { actor: { id: 'system', kind: 'system' }, needs } as const;
const redirected = { type: 'TransferRedirected', data: { ...of, ...handOver } };

describe('a member on the way to a unit that is closed', () => {
  it('arrives at its heir', () => {
    given(...HISTORIES.letter_issued)
      .when('handOver', handOver, system)
      .thenFacts([redirected]);
    given(...HISTORIES.letter_issued)
      .when('handOver', handOver, system)
      .thenState('letter_issued', { toUnitId: 'anbinh' });
  });

  it('is sent on by the system and those above, until the journey is over', () => {
    const onTheWay = given(...HISTORIES.requested);
    expect(whoMay(onTheWay, 'handOver', handOver)).toEqual(['tam', 'minh', 'quang', 'system']);
    given(...HISTORIES.received)
      .when('handOver', handOver, system)
      .thenRefusedOnlyFor('WRONG_STATE');
  });

  it.each([
    ['itself', { ...handOver, heirId: 'kp5' }, needs.heir, 'HEIR_IS_SELF'],
    ['nobody', handOver, undefined, 'HEIR_UNKNOWN'],
    ['a closed unit', handOver, unitView({ closedOn: '2026-01-01' }), 'HEIR_CLOSED'],
  ])('never goes to %s', (_name, input, heir, code) =>
    given(...HISTORIES.requested)
      .when('handOver', input, { ...system, needs: { heir } })
      .thenRefusedOnlyFor(code),
  );
});
