import { READ_MODELS } from '#libs/read-models';
import { REACTORS } from '#libs/workflows';
import { PROJECTIONS, WEIGHED } from './projections.js';
import { REACTOR_SHARES, TIMERS_WEIGHT } from './reactors.js';

describe('what projectors share', () => {
  it('is every view and every reactor of the product, once', () => {
    expect(PROJECTIONS.map(({ work }) => work)).toEqual(READ_MODELS);
    expect(REACTOR_SHARES.map(({ work }) => work)).toEqual(REACTORS);
  });

  it('was weighed view by view, and nothing that is gone', () => {
    expect([...WEIGHED].sort()).toEqual(READ_MODELS.map(({ name }) => name).sort());
  });

  it('weighs something each, and none of it more than half of all', () => {
    const shares = [...PROJECTIONS, ...REACTOR_SHARES].map(({ weight }) => weight);
    const weights = [...shares, TIMERS_WEIGHT];
    const sum = weights.reduce((total, weight) => total + weight, 0);
    expect(Math.min(...weights)).toBeGreaterThan(0);
    // Otherwise a second projector could not take half of the work away.
    expect(Math.max(...weights)).toBeLessThan(sum / 2);
  });
});
