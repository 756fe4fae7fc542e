import {
  above,
  all,
  any,
  distinctFrom,
  holds,
  is,
  not,
  type Policy,
  system,
  warranted,
} from '#libs/kernel';
import { atomsOf, INBOX_PATHS, INBOX_WORKFLOWS } from './inbox.paths.js';

const cell = holds('secretary', 'unitId');
const office = (kind: 'holds' | 'above', name: string) => ({ kind, office: name, field: 'unitId' });

describe('the ways in of a policy', () => {
  it.each<[string, Policy, unknown]>([
    ['a person', is('memberId'), [{ kind: 'is', field: 'memberId' }]],
    ['an office', cell, [office('holds', 'secretary')]],
    ['an office above', above('committee', 'unitId'), [office('above', 'committee')]],
    ['a warrant', warranted('unitId'), [{ kind: 'warranted', field: 'unitId' }]],
    ['nobody but the engine', system, []],
    [
      'any of several',
      any(system, cell, is('ownerId')),
      [office('holds', 'secretary'), { kind: 'is', field: 'ownerId' }],
    ],
    ['the narrower of two', all(cell, is('memberId')), [{ kind: 'is', field: 'memberId' }]],
    [
      'what is left beside an exclusion',
      all(not(is('memberId')), cell),
      [office('holds', 'secretary')],
    ],
    ['nothing to go by', not(is('memberId')), undefined],
    ['nothing to go by in one of several', any(cell, distinctFrom('Submitted')), undefined],
    ['nothing to go by at all', all(), undefined],
  ])('%s', (_name, policy, expected) => {
    expect(atomsOf(policy)).toEqual(expected);
  });
});

describe('the paths of the product', () => {
  it('find a registration in the cell and with its member', () => {
    const awaiting = (kind: string, field: string) =>
      INBOX_PATHS.find(
        ({ atom }) =>
          atom.kind === kind &&
          atom.field === field &&
          (!('office' in atom) || atom.office === 'secretary'),
      );
    expect(awaiting('holds', 'unitId')?.awaiting).toContain('registration|submitted');
    expect(awaiting('holds', 'unitId')?.delegable).toContain('registration|submitted');
    expect(awaiting('is', 'memberId')?.awaiting).toContain('registration|returned');
    expect(awaiting('is', 'memberId')?.delegable).not.toContain('registration|returned');
  });

  it('find what the owner of a thing or the team of a record does', () => {
    const of = (field: string) => INBOX_PATHS.find(({ atom }) => atom.field === field)?.awaiting;
    expect(of('owner:')).toContain('meeting|held');
    expect(of('team:')).toContain('inspection|draft_report');
  });

  it('leave registers alone', () => {
    const names = INBOX_WORKFLOWS.map(({ workflow }) => workflow.name);
    expect(names).toContain('registration');
    expect(names).not.toContain('organisation');
    expect(names).not.toContain('membership');
    expect(names).not.toContain('delegation');
  });
});
