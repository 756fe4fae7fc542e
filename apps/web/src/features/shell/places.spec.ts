import type { Me } from '../../api/types.js';
import { placesOf } from './places.js';

const me = (part: Partial<Me>): Me => ({
  username: 'x',
  name: 'X',
  memberId: null,
  homeUnitId: null,
  roles: [],
  scopes: [],
  ...part,
});
const cell = { unitId: 'chi-bo-1', name: 'Một', level: 'cell', kind: 'cell' as const };
const ward = { unitId: 'xa-b', name: 'B', level: 'ward', kind: 'subtree' as const };

describe('the places of the navigation', () => {
  it.each<[string, Partial<Me>, string[]]>([
    [
      'a member',
      { memberId: 'm.khai', homeUnitId: 'chi-bo-1', roles: ['member'], scopes: [cell] },
      ['home', 'inbox', 'book', 'cell', 'figures', 'definitions'],
    ],
    [
      'an inspector without a member’s book',
      { roles: ['inspector'], scopes: [ward] },
      ['home', 'inbox', 'figures', 'definitions'],
    ],
    ['the operator', { roles: ['admin'] }, ['home', 'definitions', 'system']],
  ])('of %s', (_who, part, names) => {
    expect(placesOf(me(part)).map(({ name }) => name)).toEqual(names);
  });

  it('leads a committee to the unit it answers for, not to its own cell', () => {
    const scopes = [cell, ward];
    const places = placesOf(me({ roles: ['committee'], scopes, homeUnitId: 'chi-bo-1' }));
    expect(places.find(({ name }) => name === 'figures')?.params).toEqual({ unitId: 'xa-b' });
  });

  it('gives every place its own key', () => {
    const all = placesOf(
      me({ memberId: 'm', homeUnitId: 'u', roles: ['member', 'admin'], scopes: [cell] }),
    );
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });
});
