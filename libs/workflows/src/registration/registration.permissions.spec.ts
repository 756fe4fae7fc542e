import { type Person, whoMay } from '../testing/index.js';
import {
  adjustment,
  type Command,
  form,
  given,
  HISTORIES,
  HISTORIES_OF,
  results,
} from './registration.fixtures.js';
import { registration } from './registration.workflow.js';

const publication = { channel: 'website', on: '2026-04-02', legalBasis: 'Điều 16 Luật 91/2025' };

describe('who may', () => {
  const cell: Person[] = ['ha', 'loc', 'tam', 'minh', 'quang'];
  it.each<[Command, object, Person[]]>([
    ['saveDraft', form(), ['khai']],
    ['submit', form(), ['khai']],
    ['return', { remarks: [] }, cell],
    ['endorse', {}, cell],
    ['publish', publication, cell],
    ['bringIntoForce', { on: '2026-04-01' }, [...cell, 'system']],
    ['adjust', adjustment(), ['khai']],
    ['assess', results(), cell],
    ['close', { on: '2026-12-31' }, [...cell, 'system']],
  ])('%s', (command, input, people) => {
    expect(whoMay(given(...HISTORIES_OF[command]), command, input)).toEqual(people);
  });

  it('never endorse one’s own, not even as secretary or through somebody else', () => {
    const own = given(...HISTORIES.submitted).instance;
    expect(own.state).toMatchObject({ memberId: 'khai' });
    const asSecretary = { actor: { id: 'ha', onBehalfOf: 'khai', kind: 'person' as const } };
    const mandate = { kind: 'valid' as const, ways: [[{ unitId: 'kp4' }]] };
    given(...HISTORIES.submitted)
      .when('endorse', {}, { ...asSecretary, mandate })
      .thenRefusedOnlyFor('IS_SUBJECT');
    given(...HISTORIES.submitted)
      .when('endorse', {}, { actor: 'khai' })
      .thenRefused('IS_SUBJECT');
  });

  it('the secretary of another cell is told which offices would do', () =>
    given(...HISTORIES.submitted)
      .when('endorse', {}, { actor: 'sau' })
      .thenRefusedOnlyFor('NOT_HOLDER', 'NOT_HOLDER', 'NOT_ABOVE', 'NOT_ABOVE'));
});

describe('out of turn', () => {
  const states = Object.keys(HISTORIES) as (keyof typeof HISTORIES)[];
  const commands = Object.keys(HISTORIES_OF) as Command[];
  const wrong = states.flatMap((state) =>
    commands
      .filter(
        (command) => !(registration.commands[command].from as readonly string[]).includes(state),
      )
      .map((command) => [state, command] as const),
  );

  it.each(wrong)('%s: %s', (state, command) =>
    given(...HISTORIES[state])
      .when(command, {})
      .thenRefusedOnlyFor('WRONG_STATE'),
  );

  it('covers every state', () => {
    expect(states.sort()).toEqual(Object.keys(registration.states).sort());
  });
});
