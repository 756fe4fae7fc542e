import { declaredRefusals, provenRefusals } from '../testing/index.js';
import { AFTER } from './testing/criticism-after.refusals.fixtures.js';
import { CONCLUDING } from './testing/criticism-concluding.refusals.fixtures.js';
import { HEARING } from './testing/criticism-hearing.refusals.fixtures.js';
import { PREPARING, SITTING } from './testing/criticism-preparing.refusals.fixtures.js';
import { given } from './testing/criticism-session.fixtures.js';
import { criticismSession } from './criticism-session.workflow.js';

const ROWS = [...PREPARING, ...SITTING, ...HEARING, ...CONCLUDING, ...AFTER];

describe('a criticism session refuses', () => {
  it.each(ROWS.map((row) => [row[0], row[1], row] as const))('%s: %s', (_c, _n, row) => {
    const [command, , facts, input, codes, more = {}] = row;
    const { actor = 'ha', needs = {}, path } = more;
    const then = given(...facts).when(command as 'plan', input as never, { actor, needs });
    then.thenRefusedOnlyFor(...codes);
    if (path !== undefined) then.thenRefused(codes.at(-1)!, path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS.map(([command, , , , codes]) => ({ command, codes })))).toEqual(
      declaredRefusals(criticismSession),
    ));
});
