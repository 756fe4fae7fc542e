import { whoMay } from '../testing/index.js';
import { grant, granted, given, revoked, substitute, substituted } from './delegation.fixtures.js';

const tam = { actor: 'tam' };
const engine = { actor: { id: 'system', kind: 'system' as const } };

describe('a delegation', () => {
  it('is given for dates, a unit, an office', () => {
    const then = given().when('grant', grant());
    then.thenFacts([
      {
        type: 'DelegationGranted',
        data: {
          memberId: 'ha',
          id: 'd1',
          toId: 'loc',
          unitId: 'kp4',
          office: 'secretary',
          from: '2026-04-01',
          until: '2026-04-30',
          mayPassOn: false,
        },
      },
    ]);
    then.thenState('open', { grants: [{ id: 'd1', kind: 'delegation', endedOn: undefined }] });
    then.again().thenNothing();
  });

  it('may be for some workflows only, and may be passed on', () =>
    given()
      .when('grant', grant({ scope: { unitId: 'kp4', workflows: ['review'] }, mayPassOn: true }))
      .thenState('open', {
        grants: [{ office: undefined, workflows: ['review'], mayPassOn: true }],
      }));

  it('passes on what was received, no wider', () =>
    given()
      .when('grant', grant({ of: { fromId: 'quang', id: 'q1' } }))
      .thenState('open', { grants: [{ of: { fromId: 'quang', id: 'q1' } }] }));

  it('ends when it is revoked', () => {
    const then = given(granted()).when('revoke', { id: 'd1', on: '2026-03-15' });
    then.thenFacts([
      { type: 'DelegationRevoked', data: { memberId: 'ha', id: 'd1', on: '2026-03-15' } },
    ]);
    then.thenState('open', { grants: [{ id: 'd1', endedOn: '2026-03-15' }] });
  });

  it.each([
    ['after the first', grant({ id: 'd2', from: '2026-05-01', until: '2026-05-31' })],
    ['to somebody else', grant({ id: 'd2', toId: 'khai' })],
    ['for another unit', grant({ id: 'd2', scope: { unitId: 'anbinh', office: 'secretary' } })],
    ['of every office', grant({ id: 'd2', scope: { unitId: 'kp4' } })],
  ])('does not stand in the way of one %s', (_name, second) =>
    given(granted()).when('grant', second).thenState('open'),
  );

  it('can be given anew once revoked, for the days after', () =>
    given(granted(), revoked)
      .when('grant', grant({ id: 'd2', from: '2026-04-10' }))
      .thenState('open'));

  it('for one workflow leaves room for another', () =>
    given(granted({ workflows: ['review'] }))
      .when('grant', grant({ id: 'd2', scope: { ...grant().scope, workflows: ['meeting'] } }))
      .thenState('open'));
});

describe('a substitute', () => {
  it('is appointed from above while an officer is absent', () => {
    const then = given().when('substitute', substitute(), tam);
    then.thenFacts([{ type: 'SubstituteAppointed', data: { memberId: 'ha', ...substitute() } }]);
    then.thenState('open', { grants: [{ id: 's1', kind: 'substitution', mayPassOn: false }] });
  });

  it.each(['tam', 'ha'])('stops when %s says so', (actor) =>
    given(substituted)
      .when('endSubstitute', { id: 's1', unitId: 'kp4', on: '2026-03-20' }, { actor })
      .thenState('open', { grants: [{ id: 's1', endedOn: '2026-03-20' }] }),
  );

  it('and every delegation end for good with the membership', () =>
    given(granted())
      .when('close', { on: '2026-05-01' }, engine)
      .thenState('closed', { closedOn: '2026-05-01' }));
});

describe('who may', () => {
  it.each([
    ['grant', [], grant(), ['ha']],
    ['revoke', [granted()], { id: 'd1', on: '2026-04-01' }, ['ha']],
    ['substitute', [], substitute(), ['tam', 'minh', 'quang']],
    ['substitute', [], substitute({ toId: 'tam' }), ['minh', 'quang']],
    [
      'endSubstitute',
      [substituted],
      { id: 's1', unitId: 'kp4', on: '2026-04-01' },
      ['ha', 'tam', 'minh', 'quang'],
    ],
    ['close', [granted()], { on: '2026-04-01' }, ['system']],
  ] as const)('%s', (command, history, input, people) => {
    expect(whoMay(given(...history), command, input)).toEqual(people);
  });
});
