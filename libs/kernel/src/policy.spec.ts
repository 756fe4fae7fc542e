import type { Actor, MandateScope, PolicyContext } from './authority.js';
import { everybodyOf } from './authority.js';
import type { Policy } from './policy.js';
import {
  above,
  all,
  any,
  asksForPerson,
  distinctFrom,
  holds,
  is,
  not,
  policyText,
  system,
  unitFieldsOf,
  warranted,
} from './policy.js';
import { evaluatePolicy } from './policy-verdict.js';
import { authorityOf } from './testing/index.js';

const AUTHORITY = authorityOf({
  officers: ['ha secretary kp4', 'loc committee anbinh', 'loc secretary anbinh'],
  parents: { kp4: 'anbinh', anbinh: 'songvan' },
  warrants: ['nam kp4'],
});
const FIELDS: Readonly<Record<string, unknown>> = { memberId: 'khai', unitId: 'kp4' };

const person = (id: string, onBehalfOf?: string): Actor => ({ id, onBehalfOf, kind: 'person' });
const engine: Actor = { id: 'engine', kind: 'system' };

const contextOf = (actor: Actor): PolicyContext => ({
  actor,
  authority: AUTHORITY,
  field: (name) => FIELDS[name],
  authorsOf: (step) => (step === 'Submitted' ? ['khai', 'lan'] : []),
});
const judge = (policy: Policy, actor: Actor) => evaluatePolicy(policy, contextOf(actor));
const codesOf = (policy: Policy, actor: Actor): string[] => {
  const verdict = judge(policy, actor);
  return verdict.allowed ? ['allowed'] : verdict.reasons.map(({ code }) => code);
};

const secretary = holds('secretary', 'unitId');
const notSelf = not(is('memberId'));

describe('policies', () => {
  it.each<[string, Policy, Actor, string]>([
    ['the subject', is('memberId'), person('khai'), 'allowed'],
    ['somebody else', is('memberId'), person('ha'), 'NOT_SUBJECT'],
    ['a field that is not there', is('gone'), person('undefined'), 'NOT_SUBJECT'],
    ['the holder', secretary, person('ha'), 'allowed'],
    ['the holder elsewhere', secretary, person('loc'), 'NOT_HOLDER'],
    ['an office in no unit', holds('secretary', 'gone'), person('ha'), 'NOT_HOLDER'],
    ['the holder above', above('committee', 'unitId'), person('loc'), 'allowed'],
    ['the holder at the unit itself', above('secretary', 'unitId'), person('ha'), 'NOT_ABOVE'],
    ['nobody above', above('deputy', 'unitId'), person('loc'), 'NOT_ABOVE'],
    ['under a warrant', warranted('unitId'), person('nam'), 'allowed'],
    ['without a warrant', warranted('unitId'), person('loc'), 'NO_WARRANT'],
    ['a warrant for no unit', warranted('gone'), person('nam'), 'NO_WARRANT'],
    ['an author of the step', distinctFrom('Submitted'), person('lan'), 'SAME_PERSON'],
    ['no author of the step', distinctFrom('Submitted'), person('ha'), 'allowed'],
    ['a step never taken', distinctFrom('Returned'), person('lan'), 'allowed'],
    ['the system', system, engine, 'allowed'],
    ['a person where the system acts', system, person('engine'), 'NOT_SYSTEM'],
    ['not the subject', notSelf, person('ha'), 'allowed'],
    ['not the subject, who it is', notSelf, person('khai'), 'IS_SUBJECT'],
    ['not an officer, who one is', not(secretary), person('ha'), 'EXCLUDED'],
  ])('%s: %j', (_name, policy, actor, expected) => {
    expect(codesOf(policy, actor)).toEqual([expected]);
  });

  it('names the office and the field it missed', () => {
    expect(judge(secretary, person('khai'))).toEqual({
      allowed: false,
      reasons: [{ code: 'NOT_HOLDER', params: { office: 'secretary' } }],
    });
    expect(judge(is('memberId'), person('ha'))).toEqual({
      allowed: false,
      reasons: [{ code: 'NOT_SUBJECT', params: { field: 'memberId' } }],
    });
  });
});

describe('acting for somebody', () => {
  /** Whoever is acted for has given everything in the cell and below. */
  const CELL: readonly MandateScope[] = [{ unitId: 'kp4' }];
  const through = (
    policy: Policy,
    actor: Actor,
    ways: PolicyContext['ways'] = [CELL],
  ): readonly string[] => {
    const verdict = evaluatePolicy(policy, { ...contextOf(actor), ways });
    return verdict.allowed ? ['allowed'] : verdict.reasons.map(({ code }) => code);
  };
  const passedOn: Actor = { id: 'clerk', onBehalfOf: 'ha', via: ['khai'], kind: 'person' };
  const byKhai: Actor = { id: 'clerk', onBehalfOf: 'loc', via: ['ha'], kind: 'person' };

  it.each<[string, Policy, Actor, string[]]>([
    ['one of the two satisfies an inclusion', is('memberId'), person('clerk', 'khai'), ['allowed']],
    ['so does an office', secretary, person('clerk', 'ha'), ['allowed']],
    ['so does one’s own', secretary, person('ha', 'clerk'), ['allowed']],
    ['an exclusion holds for the actor', notSelf, person('khai', 'ha'), ['IS_SUBJECT']],
    ['and for whom one acts for', notSelf, person('ha', 'khai'), ['IS_SUBJECT']],
    ['and for those between', all(secretary, notSelf), passedOn, ['IS_SUBJECT']],
    ['who lend no right of their own', secretary, byKhai, ['NOT_HOLDER']],
    [
      'an earlier hand counts for both',
      distinctFrom('Submitted'),
      person('ha', 'lan'),
      ['SAME_PERSON'],
    ],
    ['and for those between', distinctFrom('Submitted'), passedOn, ['SAME_PERSON']],
    ['exclusion beats inclusion', all(secretary, notSelf), person('ha', 'khai'), ['IS_SUBJECT']],
    ['in either order', all(notSelf, secretary), person('khai', 'ha'), ['IS_SUBJECT']],
    ['a warrant is personal', warranted('unitId'), person('clerk', 'nam'), ['NO_WARRANT']],
    ['but its holder is excluded', not(warranted('unitId')), person('clerk', 'nam'), ['EXCLUDED']],
    [
      'an exclusion knows no scope',
      not(secretary),
      { ...person('clerk', 'ha'), via: ['lan'] },
      ['EXCLUDED'],
    ],
    [
      'the same hands means the actor’s',
      not(distinctFrom('Submitted')),
      person('lan'),
      ['allowed'],
    ],
    ['not those of another', not(distinctFrom('Submitted')), person('ha', 'lan'), ['EXCLUDED']],
  ])('%s', (_name, policy, actor, expected) => {
    expect(through(policy, actor)).toEqual(expected);
  });

  it.each<[string, Policy, string, PolicyContext['ways'], string]>([
    ['not at all without a mandate', secretary, 'ha', undefined, 'NOT_HOLDER'],
    ['not without a way', secretary, 'ha', [], 'DELEGATION_NOT_IN_SCOPE'],
    ['in a unit above', secretary, 'ha', [[{ unitId: 'songvan' }]], 'allowed'],
    ['not elsewhere', secretary, 'ha', [[{ unitId: 'kp5' }]], 'DELEGATION_NOT_IN_SCOPE'],
    [
      'a right from above, for this cell alone',
      above('committee', 'unitId'),
      'loc',
      [[{ unitId: 'kp4' }]],
      'allowed',
    ],
    ['that office', secretary, 'ha', [[{ unitId: 'kp4', office: 'secretary' }]], 'allowed'],
    [
      'not another office',
      secretary,
      'ha',
      [[{ unitId: 'kp4', office: 'deputy' }]],
      'DELEGATION_NOT_IN_SCOPE',
    ],
    [
      'an office lends nothing personal',
      is('memberId'),
      'khai',
      [[{ unitId: 'kp4', office: 'secretary' }]],
      'DELEGATION_NOT_IN_SCOPE',
    ],
    [
      'as narrow as the narrowest link',
      secretary,
      'ha',
      [[{ unitId: 'kp4' }, { unitId: 'kp5' }]],
      'DELEGATION_NOT_IN_SCOPE',
    ],
    [
      'one way of several is enough',
      secretary,
      'ha',
      [[{ unitId: 'kp5' }], [{ unitId: 'anbinh' }]],
      'allowed',
    ],
    ['a wrong right stays a wrong right', secretary, 'khai', [CELL], 'NOT_HOLDER'],
    ['what anybody may do, on a record within', not(system), 'khai', [CELL], 'allowed'],
    [
      'not what anybody may do, elsewhere',
      not(system),
      'khai',
      [[{ unitId: 'kp5' }]],
      'DELEGATION_NOT_IN_SCOPE',
    ],
  ])('%s', (_name, policy, onBehalfOf, ways, expected) => {
    const context = contextOf(person('clerk', onBehalfOf));
    const verdict = evaluatePolicy(policy, { ...context, ...(ways && { ways }) });
    expect(verdict.allowed ? 'allowed' : verdict.reasons[0]?.code).toBe(expected);
  });

  it('everybody of the chain has a hand in it', () => {
    expect(everybodyOf(passedOn)).toEqual(['clerk', 'ha', 'khai']);
    expect(everybodyOf(person('ha'))).toEqual(['ha']);
  });
});

describe('all and any', () => {
  it('all gives every reason at once', () => {
    expect(codesOf(all(secretary, notSelf, system), person('khai'))).toEqual([
      'NOT_HOLDER',
      'IS_SUBJECT',
      'NOT_SYSTEM',
    ]);
  });

  it('any gives the reasons of every way that failed', () => {
    expect(codesOf(any(system, secretary), person('khai'))).toEqual(['NOT_SYSTEM', 'NOT_HOLDER']);
  });

  it('says which office in which unit made it lawful', () => {
    const lawful = any(secretary, above('committee', 'unitId'));
    expect(judge(all(lawful, notSelf), person('ha'))).toEqual({
      allowed: true,
      capacity: { office: 'secretary', unit: 'kp4' },
    });
    expect(judge(all(notSelf, lawful), person('loc'))).toEqual({
      allowed: true,
      capacity: { office: 'committee', unit: 'anbinh' },
    });
    expect(judge(is('memberId'), person('khai'))).toEqual({ allowed: true });
  });

  it('an empty all allows, an empty any refuses', () => {
    expect(judge(all(), person('khai')).allowed).toBe(true);
    expect(judge(any(), person('khai')).allowed).toBe(false);
  });
});

describe('a policy as a value', () => {
  it('reads as one line', () => {
    expect(
      policyText(
        all(
          any(system, secretary, above('committee', 'unitId'), warranted('unitId')),
          not(is('memberId')),
          distinctFrom('Submitted'),
        ),
      ),
    ).toBe(
      'all(any(system,holds(secretary,unitId),above(committee,unitId),warranted(unitId)),' +
        'not(is(memberId)),distinctFrom(Submitted))',
    );
  });

  it.each<[string, Policy, boolean]>([
    ['a person', is('memberId'), true],
    ['a person, and something else', all(is('memberId'), notSelf), true],
    ['one person or another', any(is('memberId'), is('ownerId')), true],
    ['a person or an office', any(is('memberId'), secretary), false],
    ['not a person', notSelf, false],
    ['nothing', any(), false],
  ])('%s is asked for: %j', (_name, policy, expected) => {
    expect(asksForPerson(policy)).toBe(expected);
  });

  it('names the units whose offices must be known, each once', () => {
    expect(
      unitFieldsOf(all(secretary, not(above('committee', 'parentId')), any(secretary, system))),
    ).toEqual(['unitId', 'parentId']);
    expect(unitFieldsOf(warranted('scopeId'))).toEqual(['scopeId']);
    expect(unitFieldsOf(is('memberId'))).toEqual([]);
  });
});
