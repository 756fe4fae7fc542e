import type { OldFact } from '#libs/kernel/testing';
import {
  acknowledged,
  disputed,
  DUE,
  given,
  missed,
  opened,
  remarked,
  reported,
  resolved,
} from './review.fixtures.js';

const clocksAfter = (...facts: OldFact[]): [string, string][] =>
  [...given(...facts).instance.clocks].map(([name, { due }]) => [name, due]);

/** The moment at which every one of these facts occurred. */
const at = (day: string, fact: OldFact): OldFact => ({
  ...fact,
  occurredAt: `${day}T03:00:00.000Z`,
});

describe('the clocks of a review', () => {
  it('wait for the remark until the grace is over', () => {
    expect(clocksAfter(opened)).toEqual([['remark', DUE]]);
    expect(clocksAfter(opened, reported)).toEqual([['remark', DUE]]);
  });

  it('give ten days more to what was missed', () =>
    expect(clocksAfter(opened, at('2026-04-11', missed))).toEqual([['lateRemark', '2026-04-21']]));

  it('ask the member to answer a remark, then others to answer a dispute', () => {
    const answered = at('2026-04-03', remarked);
    expect(clocksAfter(opened, answered)).toEqual([['acknowledgement', '2026-04-13']]);
    expect(clocksAfter(answered, at('2026-04-05', disputed))).toEqual([
      ['resolution', '2026-04-15'],
    ]);
  });

  it.each([
    ['acknowledged', [remarked, acknowledged]],
    ['resolved', [remarked, disputed, resolved]],
  ])('stand still once it is %s', (_state, facts) => expect(clocksAfter(...facts)).toEqual([]));
});
