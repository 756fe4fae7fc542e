import { actorOf, declaredRefusals, provenRefusals, unitView, whoMay } from '../testing/index.js';
import { decidedList, entered, given, givenIn, members } from './rating-list.fixtures.js';
import { ratingList } from './rating-list.workflow.js';

const decision = { decisionNo: '31-QĐ/ĐU', on: '2026-12-20' };
const member = (subjectId: string) => ({ subjectKind: 'member' as const, subjectId });
const change = (subjectId: string, rating: string, reason = 'cap') => ({
  ...{ ...member(subjectId), rating, reason },
});
const forty = members('good', 40);
const withExcellent = (count: number) => [...forty, ...members('excellent', count)];

describe('the list of a deciding body', () => {
  it('takes what is proposed, units with the level they are compared by', () =>
    given()
      .when(
        'enter',
        {
          ...{ subjectKind: 'unit', subjectId: 'kp4', countedUnitId: 'kp4', rating: 'good' },
          ...{ score: 80, appraised: false },
        },
        { actor: actorOf('system'), needs: { ratedUnit: unitView() } },
      )
      .thenFacts([
        {
          type: 'RatingEntered',
          data: {
            ...{ unitId: 'anbinh', year: 2026, subjectKind: 'unit', subjectId: 'kp4' },
            ...{ countedUnitId: 'kp4', rating: 'good', score: 80, group: 'cell', appraised: false },
          },
        },
      ]));

  it('of 40 rated good lets 8 be the best at 20 percent', () => {
    const then = given(...withExcellent(8)).when('decide', decision);
    then.thenState('decided', { decided: true });
    expect(then.facts[0]?.data).toMatchObject({
      cap: { percent: 20, denominator: 'GOOD_ONLY', base: 40, allowed: 8, excellent: 8 },
    });
  });

  it('and says of the ninth: 9 of 8', () => {
    const then = given(...withExcellent(9)).when('decide', decision);
    expect(then.outcome).toEqual({
      kind: 'refused',
      reasons: [{ code: 'CAP_EXCEEDED', params: { excellent: 9, allowed: 8 } }],
    });
  });

  it.each([
    [10, []],
    [11, ['CAP_EXCEEDED']],
  ])('with the document of an exception, %i of 10', (count, codes) => {
    const exception = { documentNo: '09-HD/TU' };
    const then = given(...withExcellent(count)).when('decide', { ...decision, exception });
    expect(then.codes).toEqual(codes);
  });

  it('rounds down: of four rated good nobody is the best', () =>
    given(...members('good', 4), ...members('excellent', 1))
      .when('decide', decision)
      .thenRefusedOnlyFor('CAP_EXCEEDED'));

  it('is not capped in years of which no limit is known', () =>
    givenIn(2012)(...members('excellent', 3))
      .when('decide', decision)
      .thenState('decided'));

  it('judges units apart from members, and with their like', () => {
    const of = (group: string) => ({ subjectKind: 'unit' as const, group });
    const cells = ['a', 'b', 'c', 'd', 'f'].map((id) => entered(id, 'good', of('cell')));
    const bases = [entered('x', 'good', of('base')), entered('y', 'excellent', of('base'))];
    const then = given(...cells, entered('e', 'excellent', of('cell')), ...bases).when(
      'decide',
      decision,
    );
    expect(then.outcome).toMatchObject({ reasons: [{ params: { excellent: 1, allowed: 0 } }] });
  });

  it('records what was changed and why', () => {
    const then = given(...withExcellent(9)).when('decide', {
      ...decision,
      changes: [change('e9', 'good')] as never,
    });
    expect(then.facts[0]?.data).toMatchObject({ cap: { base: 41, allowed: 8, excellent: 8 } });
    const { entries } = then.facts[0]!.data as { entries: { subjectId: string }[] };
    expect(entries.find(({ subjectId }) => subjectId === 'e9')).toEqual({
      ...{ ...member('e9'), unitId: 'kp4', rating: 'good', proposed: 'excellent', reason: 'cap' },
    });
  });

  it.each([
    ['complaint', { complaint: { outcome: 'upheld' }, rating: 'good', changed: false }, 'g1'],
    ['annulled', { annulled: true }, 'g1'],
  ])('is amended after: %s', (cause, view, subjectId) => {
    const ratings = new Map([[`member.${subjectId}-2026`, view]]);
    const then = given(...decidedList).when(
      'amend',
      { ...decision, changes: [change(subjectId, 'completed', 'facts')] as never },
      { needs: { ratings } },
    );
    expect(then.facts[0]?.data).toMatchObject({
      entries: [{ subjectId, rating: 'completed', from: 'good', cause, reason: 'facts' }],
    });
    then.thenState('decided', { entries: { [`member.${subjectId}`]: { decided: 'completed' } } });
  });

  it('is amended by what comes late', () => {
    const then = given(...decidedList, entered('late', 'good')).when('amend', {
      ...decision,
      changes: [change('late', 'good', 'facts')] as never,
    });
    expect(then.facts[0]?.data).toMatchObject({ entries: [{ cause: 'late', rating: 'good' }] });
  });

  it('lets go of who is not rated after all', () =>
    given(entered('khai', 'good'))
      .when('withdraw', member('khai'), { actor: actorOf('system') })
      .thenState('open', { entries: {} }));

  it('is decided by its own body or one above', () => {
    expect(whoMay(given(...forty), 'decide', decision)).toEqual(['tam', 'minh', 'quang']);
    expect(whoMay(given(...forty), 'withdraw', member('g1'))).toEqual(['system']);
  });
});

const ROWS = [
  ['decide', [], decision, ['LIST_EMPTY']],
  ['decide', forty, { ...decision, exception: {} }, ['EXCEPTION_DOCUMENT_MISSING']],
  [
    'decide',
    forty,
    { ...decision, exception: { documentNo: ' ' } },
    ['EXCEPTION_DOCUMENT_MISSING'],
  ],
  ['decide', forty, { ...decision, changes: [change('x', 'good')] }, ['CHANGE_UNKNOWN']],
  [
    'decide',
    forty,
    { ...decision, changes: [change('g1', 'completed'), change('g1', 'completed')] },
    ['CHANGE_TWICE'],
  ],
  [
    'decide',
    forty,
    { ...decision, changes: [change('g1', 'excellent')] },
    ['EXCELLENT_NOT_PROPOSED'],
  ],
  ['decide', withExcellent(9), decision, ['CAP_EXCEEDED']],
  [
    'amend',
    decidedList,
    { ...decision, changes: [change('g1', 'completed')] },
    ['ALREADY_DECIDED'],
  ],
  ['amend', decidedList, { ...decision, changes: [change('x', 'completed')] }, ['CHANGE_UNKNOWN']],
  [
    'amend',
    [...decidedList, entered('late', 'good')],
    { ...decision, changes: [change('late', 'good'), change('late', 'good')] },
    ['CHANGE_TWICE'],
  ],
  [
    'amend',
    [...decidedList, entered('late', 'excellent')],
    { ...decision, changes: [change('late', 'excellent')] },
    ['CAP_EXCEEDED'],
  ],
  [
    'amend',
    [...decidedList, entered('late', 'good')],
    { ...decision, exception: {}, changes: [change('late', 'good')] },
    ['EXCEPTION_DOCUMENT_MISSING'],
  ],
  // Whoever records the decision of the body is Tâm.
  [
    'decide',
    [...forty, entered('tam', 'good')],
    { ...decision, changes: [change('tam', 'completed')] },
    ['IS_SUBJECT'],
  ],
  [
    'amend',
    [...decidedList, entered('tam', 'good')],
    { ...decision, changes: [change('tam', 'good')] },
    ['IS_SUBJECT'],
  ],
  ['withdraw', [], member('khai'), ['CHANGE_UNKNOWN']],
  ['withdraw', decidedList, member('g1'), ['CHANGE_UNKNOWN']],
] as const;
const exception = { documentNo: '09-HD/TU' };

describe('a list is refused', () => {
  it.each(ROWS)('%s (%#)', (command, facts, input, codes) =>
    given(...facts)
      .when(command, input as never, {
        actor: command === 'withdraw' ? actorOf('system') : 'tam',
      })
      .thenRefusedOnlyFor(...codes),
  );

  it('an exception that its pack does not know', () => {
    const old = givenIn(2019);
    old(...forty)
      .when('decide', { ...decision, exception })
      .thenRefusedOnlyFor('EXCEPTION_UNKNOWN');
    const input = { ...decision, exception, changes: [change('late', 'good')] };
    old(...decidedList, entered('late', 'good'))
      .when('amend', input as never)
      .thenRefusedOnlyFor('EXCEPTION_UNKNOWN');
  });

  it('the same rating after a complaint', () => {
    const view = { complaint: { outcome: 'upheld' }, rating: 'good', changed: false };
    given(...decidedList)
      .when(
        'amend',
        { ...decision, changes: [change('g1', 'good')] as never },
        {
          needs: { ratings: new Map([['member.g1-2026', view]]) },
        },
      )
      .thenRefusedOnlyFor('SAME_RATING');
  });

  it('for every code that a guard declares', () =>
    expect(
      provenRefusals([
        ...ROWS.map(([command, , , codes]) => ({ command, codes })),
        { command: 'decide', codes: ['EXCEPTION_UNKNOWN'] },
        { command: 'amend', codes: ['EXCEPTION_UNKNOWN', 'SAME_RATING'] },
      ]),
    ).toEqual(declaredRefusals(ratingList)));
});
