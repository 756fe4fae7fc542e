import { after, fact } from './testing/council.fixtures.js';

const on = '2026-03-10';
const due = '2026-03-31';
const assigned = fact(
  'Assigned',
  { id: 't1', ownerId: 'lan', due, on, basis: 's1' },
  {
    text: { of: 'lan', value: 'Gặp dân' },
  },
);
const about = { id: 't1', ownerId: 'lan', due };
const reported = fact('Reported', { ...about, on });
const verified = (done: boolean) => fact('Verified', { ...about, on, done });
const task = { id: 't1', ownerId: 'lan', due, on, text: 'Gặp dân', basis: 's1' };
const lan = { actor: 'lan' };

describe('what somebody owes', () => {
  it('is assigned with a day, for a reason, its words sealed to the owner', () => {
    const then = after()('assign', task);
    then.thenFacts([assigned]);
    then.thenState('sitting', {
      tasks: [{ id: 't1', ownerId: 'lan', due, status: 'open', basis: 's1', text: 'Gặp dân' }],
    });
  });

  it.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
  ])('is reported on %s, late: %s; the report is the owner’s', (day, late) =>
    after(assigned)('report', { id: 't1', on: day, text: 'Xong' }, lan).thenFacts([
      {
        ...fact('Reported', { ...about, on: day, late }),
        sealed: { report: { of: 'lan', value: 'Xong' } },
      },
    ]),
  );

  it.each([
    [true, 'done'],
    [false, 'open'],
  ])('is verified by another, done: %s, and is then %s', (done, status) => {
    const then = after(assigned, reported)('verify', { id: 't1', on, done });
    then.thenFacts([fact('Verified', { ...about, on, done, late: false })]);
    then.thenState('sitting', { tasks: [{ status }] });
  });

  it('handed to a person is theirs from then on', () => {
    const heir = fact('Heir', { ...about, heirId: 'mai', on });
    after(assigned)('handOver', { id: 't1', heirId: 'mai', on }).thenFacts([heir]);
    const report = { id: 't1', on, text: 'Xong' };
    after(assigned, heir)('report', report, lan).thenRefusedOnlyFor('NOT_OWNER');
    after(assigned, heir)('report', report, { actor: 'mai' }).thenState('sitting');
  });

  it('handed to a unit is still its owner’s', () => {
    const heir = fact('Heir', { ...about, heirId: 'kp5', heirKind: 'unit', on });
    const then = after(assigned)('handOver', { id: 't1', heirId: 'kp5', heirKind: 'unit', on });
    then.thenFacts([heir]);
    then.thenState('sitting', { tasks: [{ ownerId: 'lan', heirUnitId: 'kp5' }] });
    after(assigned, heir)('report', { id: 't1', on, text: 'Xong' }, lan).thenState('sitting');
  });

  it('may be reported for its owner by whoever acts for them, and is never verified so', () => {
    const actor = { id: 'mai', onBehalfOf: 'lan', kind: 'person' as const };
    const mandate = { kind: 'valid' as const, ways: [[]] };
    after(assigned)('report', { id: 't1', on, text: 'Xong' }, { actor, mandate }).thenState(
      'sitting',
    );
    after(assigned, reported)(
      'verify',
      { id: 't1', on, done: true },
      { actor, mandate },
    ).thenRefusedOnlyFor('VERIFIER_IS_OWNER');
  });

  it('is offered for reporting to its owner alone, before anything is typed', () => {
    after(assigned)('report', {}, { actor: 'mai' }).thenRefused('NOT_OWNER');
    expect(after(assigned)('report', {}, lan).codes).not.toContain('NOT_OWNER');
    expect(after(assigned, reported)('report', {}, lan).codes).toContain('NOT_OWNER');
  });

  it.each([
    ['assigned twice', [assigned], 'assign', task, {}, 'OBLIGATION_TWICE'],
    ['due before it begins', [], 'assign', { ...task, due: '2026-03-09' }, {}, 'DUE_BEFORE_START'],
    ['unknown', [assigned], 'report', { id: 'x', on, text: '' }, lan, 'OBLIGATION_UNKNOWN'],
    ['another’s', [assigned], 'report', { id: 't1', on, text: '' }, { actor: 'mai' }, 'NOT_OWNER'],
    [
      'reported twice',
      [assigned, reported],
      'report',
      { id: 't1', on, text: '' },
      lan,
      'OBLIGATION_CLOSED',
    ],
    [
      'done',
      [assigned, verified(true)],
      'verify',
      { id: 't1', on, done: false },
      {},
      'OBLIGATION_CLOSED',
    ],
    ['unknown to verify', [], 'verify', { id: 't1', on, done: true }, {}, 'OBLIGATION_UNKNOWN'],
    ['one’s own', [assigned], 'verify', { id: 't1', on, done: true }, lan, 'VERIFIER_IS_OWNER'],
    [
      'done and handed over',
      [assigned, verified(true)],
      'handOver',
      { id: 't1', heirId: 'mai', on },
      {},
      'OBLIGATION_CLOSED',
    ],
  ] as const)('%s is refused', (_name, facts, command, input, options, code) =>
    after(...facts)(command, input, options).thenRefusedOnlyFor(code),
  );
});
