import { authorityOf, situation } from '#libs/kernel/testing';
import { type Person, whoMay } from '../testing/index.js';
import { RATINGS } from './classification.events.js';
import { given, givenUnit, HISTORIES } from './classification.fixtures.js';
import { classification } from './classification.workflow.js';

const on = '2026-12-20';
const decision = { decisionNo: '31-QĐ/ĐU', on };
const cell: Person[] = ['ha', 'loc', 'tam', 'minh', 'quang'];
const level: Person[] = ['tam', 'minh', 'quang'];
type State = keyof typeof HISTORIES;

describe('who may', () => {
  it.each<[State, keyof typeof classification.commands, object, Person[]]>([
    ['open', 'selfRate', { rating: 'good' }, ['khai']],
    ['self_rated', 'openBallot', { voteId: 'b2', options: [...RATINGS], on }, cell],
    ['balloted', 'propose', { rating: 'good' }, cell],
    ['proposed', 'appraise', { rating: 'good' }, level],
    ['appraised', 'recordDecision', { rating: 'good', ...decision }, ['system']],
    ['decided', 'notify', { on }, [...level, 'system']],
    ['notified', 'fileComplaint', { on, text: 'Chưa đúng' }, ['khai']],
    ['notified', 'finalise', {}, ['system']],
    // Tâm signed the decision, so somebody else judges.
    ['complaint', 'decideComplaint', { on, outcome: 'upheld', text: 'Đúng' }, ['minh', 'quang']],
    ['complaint_decided', 'change', { rating: 'good', reason: 'facts', ...decision }, ['system']],
    ['self_rated', 'markNotRated', { reason: 'left', on }, [...cell, 'system']],
    ['final', 'annul', { reason: 'error', ...decision }, level],
  ])('%s: %s', (state, command, input, people) =>
    expect(whoMay(given(...HISTORIES[state]), command as never, input)).toEqual(people),
  );

  it('a unit’s rating is not proposed by whoever rated it', () =>
    expect(whoMay(givenUnit(2026), 'propose', { rating: 'good' })).toEqual([
      ...['loc', 'tam', 'minh', 'quang'],
    ]));

  it('a unit’s rating is not judged from above by whoever leads it', () => {
    const both = authorityOf({
      officers: ['ha secretary kp4', 'ha committee anbinh', 'tam committee anbinh'],
      parents: { kp4: 'anbinh' },
    });
    const ofUnit = { subjectKind: 'unit' as const, subjectId: 'kp4', unitId: 'kp4' };
    const data = { ...ofUnit, listId: 'anbinh-2026', year: 2026, rating: 'good' };
    const basis = { session: null, reviews: [], commitment: null, unremedied: 0 };
    const proposed = situation(classification, { id: 'unit.kp4-2026', authority: both })(
      { type: 'SelfRated', data: { ...data, by: 'ha' }, actor: 'loc' },
      { type: 'RatingProposed', data: { ...data, basis, disciplined: false }, actor: 'loc' },
    );
    expect(whoMay(proposed, 'appraise', { rating: 'good' })).toEqual(['tam']);
  });

  it('what was proposed is not appraised by the same person', () =>
    given(...HISTORIES.proposed.slice(0, -1), { ...HISTORIES.proposed.at(-1)!, actor: 'tam' })
      .when('appraise', { rating: 'good' }, { actor: 'tam' })
      .thenRefused('SAME_PERSON'));
});

describe('out of turn', () => {
  const wrong = (Object.keys(HISTORIES) as State[]).flatMap((state) =>
    ['selfRate', 'propose', 'recordDecision', 'notify', 'finalise', 'change', 'annul']
      .filter((name) => !(classification.commands[name]!.from as string[]).includes(state))
      .map((command) => [state, command] as const),
  );

  it.each(wrong)('%s: %s', (state, command) =>
    given(...HISTORIES[state])
      .when(command as 'annul', {} as never)
      .thenRefusedOnlyFor('WRONG_STATE'),
  );

  it('covers every state', () =>
    expect(Object.keys(HISTORIES).sort()).toEqual(Object.keys(classification.states).sort()));
});
