import type { Actor } from '#libs/kernel';
import { delegatedMandate, type GrantedRight, type GrantedRights } from './delegated-mandate.js';

const right = (toId: string, fields: Partial<GrantedRight> = {}): GrantedRight => ({
  id: `to-${toId}`,
  toId,
  unitId: 'kp4',
  from: '2026-04-01',
  until: '2026-04-30',
  mayPassOn: false,
  ...fields,
});
type World = Readonly<Record<string, GrantedRights>>;
const given = (...grants: readonly GrantedRight[]): GrantedRights => ({ grants });

const actor = (id: string, onBehalfOf: string, ...via: readonly string[]): Actor => ({
  id,
  onBehalfOf,
  ...(via.length > 0 && { via }),
  kind: 'person',
});
const judged = async (world: World, who: Actor, day = '2026-04-15', workflow = 'registration') =>
  delegatedMandate({ actor: who, workflow, at: day }, (id) => world[id]);
const verdict = async (...asked: Parameters<typeof judged>): Promise<string> => {
  const mandate = await judged(...asked);
  return mandate.kind === 'valid' ? 'valid' : mandate.reasons[0]!.code;
};

const PASSED: World = {
  ha: given(right('loc', { id: 'd1', mayPassOn: true, office: 'secretary' })),
  loc: given(right('khai', { id: 'd2', of: { fromId: 'ha', id: 'd1' }, unitId: 'kp5' })),
};

describe('one link', () => {
  const world: World = { ha: given(right('loc')) };

  it.each([
    ['2026-03-31', 'DELEGATION_NOT_VALID'],
    ['2026-04-01', 'valid'],
    ['2026-04-30', 'valid'],
    ['2026-05-01', 'DELEGATION_EXPIRED'],
    ['2026-04-30T17:00:00.000Z', 'DELEGATION_EXPIRED'],
  ])('is valid from its first to its last day in Việt Nam: %s %s', async (day, expected) => {
    expect(await verdict(world, actor('loc', 'ha'), day)).toBe(expected);
  });

  it.each<[string, World, Actor, string]>([
    ['to somebody else', world, actor('khai', 'ha'), 'DELEGATION_NOT_VALID'],
    ['from nobody', world, actor('ha', 'loc'), 'DELEGATION_NOT_VALID'],
    ['to oneself', { ha: given(right('ha')) }, actor('ha', 'ha'), 'DELEGATION_NOT_VALID'],
    [
      'revoked that day',
      { ha: given(right('loc', { endedOn: '2026-04-15' })) },
      actor('loc', 'ha'),
      'DELEGATION_EXPIRED',
    ],
    [
      'revoked for the day after',
      { ha: given(right('loc', { endedOn: '2026-04-16' })) },
      actor('loc', 'ha'),
      'valid',
    ],
    [
      'of somebody who has left',
      { ha: { ...given(right('loc')), closedOn: '2026-04-15' } },
      actor('loc', 'ha'),
      'DELEGATION_EXPIRED',
    ],
    [
      'for another workflow',
      { ha: given(right('loc', { workflows: ['review'] })) },
      actor('loc', 'ha'),
      'DELEGATION_NOT_IN_SCOPE',
    ],
    [
      'one of several that is valid',
      { ha: given(right('loc', { id: 'old', until: '2026-04-02' }), right('loc')) },
      actor('loc', 'ha'),
      'valid',
    ],
  ])('%s', async (_name, rights, who, expected) => {
    expect(await verdict(rights, who)).toBe(expected);
  });

  it('says how far it reaches, each way for itself', async () => {
    const two = given(
      right('loc', { office: 'secretary' }),
      right('loc', { id: 'b', unitId: 'kp5' }),
    );
    expect(await judged({ ha: two }, actor('loc', 'ha'))).toEqual({
      kind: 'valid',
      ways: [[{ unitId: 'kp4', office: 'secretary' }], [{ unitId: 'kp5', office: undefined }]],
    });
  });

  it('nobody acts for nobody', async () => {
    expect(await verdict(world, { id: 'loc', kind: 'person' })).toBe('DELEGATION_NOT_VALID');
  });

  it('is read from records that come late as well', async () => {
    const asked = { actor: actor('loc', 'ha'), workflow: 'registration', at: '2026-04-15' };
    const late = (id: string) => Promise.resolve(world[id]);
    expect(await delegatedMandate(asked, late)).toMatchObject({ kind: 'valid' });
  });
});

describe('a chain', () => {
  const khai = actor('khai', 'ha', 'loc');
  const change = (fields: { ha?: Partial<GrantedRight>; loc?: Partial<GrantedRight> }): World => ({
    ha: given({ ...PASSED['ha']!.grants[0]!, ...fields.ha }),
    loc: given({ ...PASSED['loc']!.grants[0]!, ...fields.loc }),
  });

  it('is as narrow as every link of it', async () => {
    expect(await judged(PASSED, khai)).toEqual({
      kind: 'valid',
      ways: [
        [
          { unitId: 'kp5', office: undefined },
          { unitId: 'kp4', office: 'secretary' },
        ],
      ],
    });
  });

  it.each<[string, World, Actor, string]>([
    ['cannot be cut short', PASSED, actor('khai', 'ha'), 'DELEGATION_NOT_VALID'],
    ['lends nothing of who is between', PASSED, actor('khai', 'loc'), 'DELEGATION_NOT_VALID'],
    ['needs leave', change({ ha: { mayPassOn: false } }), khai, 'DELEGATION_NOT_VALID'],
    ['is one’s own gift', change({ loc: { of: undefined } }), khai, 'DELEGATION_NOT_VALID'],
    [
      'is of that delegation',
      change({ loc: { of: { fromId: 'ha', id: 'd9' } } }),
      khai,
      'DELEGATION_NOT_VALID',
    ],
    [
      'is of that person',
      change({ loc: { of: { fromId: 'tam', id: 'd1' } } }),
      khai,
      'DELEGATION_NOT_VALID',
    ],
    ['went to that person', change({ ha: { toId: 'lan' } }), khai, 'DELEGATION_NOT_VALID'],
    [
      'ends with its first link',
      change({ ha: { endedOn: '2026-04-15' } }),
      khai,
      'DELEGATION_EXPIRED',
    ],
    ['ends with its last', change({ loc: { until: '2026-04-14' } }), khai, 'DELEGATION_EXPIRED'],
    ['begins with its first', change({ ha: { from: '2026-04-16' } }), khai, 'DELEGATION_NOT_VALID'],
    [
      'is for workflows of every link',
      change({ ha: { workflows: ['review'] } }),
      khai,
      'DELEGATION_NOT_IN_SCOPE',
    ],
    ['holds nobody twice', PASSED, actor('khai', 'ha', 'loc', 'ha'), 'DELEGATION_NOT_VALID'],
    [
      'has five people at most',
      PASSED,
      actor('f', 'a', 'b', 'c', 'd', 'e'),
      'DELEGATION_NOT_VALID',
    ],
  ])('%s', async (_name, world, who, expected) => {
    expect(await verdict(world, who)).toBe(expected);
  });
});
