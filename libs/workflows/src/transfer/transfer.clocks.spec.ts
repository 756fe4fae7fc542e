import type { OldFact } from '#libs/kernel/testing';
import {
  explained,
  fileSealed,
  given,
  HISTORIES,
  lettered,
  overdue,
  PRESENT_BY,
  presented,
  requested,
  reviewed,
  START_BY,
} from './transfer.fixtures.js';

const clocksAfter = (...facts: OldFact[]): [string, string][] =>
  [...given(...facts).instance.clocks].map(([name, { due }]) => [name, due]);

describe('the clocks of a transfer', () => {
  it('wait for the letter, then for the arrival', () => {
    expect(clocksAfter(requested())).toEqual([['letter', START_BY]]);
    expect(clocksAfter(requested(), reviewed)).toEqual([['letter', START_BY]]);
    expect(clocksAfter(requested(), reviewed, lettered)).toEqual([['arrival', PRESENT_BY]]);
    expect(clocksAfter(requested(), reviewed, lettered, fileSealed)).toEqual([
      ['arrival', PRESENT_BY],
    ]);
  });

  it('give the receiver ten days', () => {
    const arrived = { ...presented, occurredAt: '2026-04-01T03:00:00.000Z' };
    expect(clocksAfter(...HISTORIES.file_sealed, arrived)).toEqual([['reception', '2026-04-11']]);
  });

  it('go on after a limit has passed, so that the level above is told, and ask why', () => {
    const late = [requested(), overdue('start')];
    expect(clocksAfter(...late)).toEqual([
      ['letter', START_BY],
      ['explanation:start', '2026-06-06'],
    ]);
    expect(clocksAfter(...late, explained('start'))).toEqual([['letter', START_BY]]);
  });

  it.each(['received', 'returned'] as const)('stand still once it is %s', (state) =>
    expect(clocksAfter(...HISTORIES[state])).toEqual([]),
  );
});
