import fc from 'fast-check';
import { after, fact, PEOPLE, RULE } from './testing/council.fixtures.js';
import { judgeVote, type Tally, type Threshold, type VoteRule } from './vote.js';

const on = '2026-03-10';
const OPTIONS = ['yes', 'no'];
const opened = fact('VoteOpened', {
  voteId: 'v1',
  options: OPTIONS,
  electorate: PEOPLE,
  rule: RULE,
  on,
});
const tally = (yes: number, no: number, fields: object = {}) => ({
  voteId: 'v1',
  issued: 6,
  returned: yes + no,
  valid: yes + no,
  votes: [
    { option: 'yes', count: yes },
    { option: 'no', count: no },
  ],
  tellers: ['mai', 'nam'],
  on,
  ...fields,
});
const tallied = fact('VoteTallied', {
  voteId: 'v1',
  tally: { issued: 6, returned: 6, valid: 6, votes: [] },
  outcome: 'failed',
});

describe('a vote', () => {
  it('freezes who may vote and how it is judged; nobody votes twice', () =>
    after()('openVote', { voteId: 'v1', options: OPTIONS, on }).thenFacts([opened]));

  it('keeps totals only, judged by the rule it was opened with', () => {
    const then = after(opened)('tally', tally(4, 2));
    then.thenFacts([
      fact('VoteTallied', {
        voteId: 'v1',
        electorate: 6,
        tally: {
          issued: 6,
          returned: 6,
          valid: 6,
          votes: [
            { option: 'yes', count: 4 },
            { option: 'no', count: 2 },
          ],
        },
        outcome: 'passed',
        winner: 'yes',
        tellers: ['mai', 'nam'],
        on,
      }),
    ]);
    then.thenState('sitting', { votes: [{ outcome: 'passed', winner: 'yes' }] });
  });

  it('that too few took part in is a fact, not a refusal', () => {
    const then = after(opened)('tally', tally(2, 0, { issued: 2 }));
    expect(then.facts[0]?.data).toMatchObject({ outcome: 'no_quorum' });
  });

  it('is nobody’s to cast for another', () => {
    const mandate = { kind: 'valid' as const, ways: [[]] };
    const actor = { id: 'lan', onBehalfOf: 'ha', kind: 'person' as const };
    for (const [facts, command, input] of [
      [[], 'openVote', { voteId: 'v1', options: OPTIONS, on }],
      [[opened], 'tally', tally(4, 2)],
    ] as const)
      after(...facts)(command, input, { actor, mandate }).thenRefusedOnlyFor('NOT_DELEGABLE');
  });

  it.each([
    ['opened twice', [opened], 'openVote', { voteId: 'v1', options: OPTIONS, on }, 'VOTE_TWICE'],
    ['on one option', [], 'openVote', { voteId: 'v1', options: ['yes'], on }, 'OPTIONS_MISSING'],
    [
      'on the same twice',
      [],
      'openVote',
      { voteId: 'v1', options: ['a', 'b', 'a'], on },
      'OPTIONS_MISSING',
    ],
    ['not there', [], 'tally', tally(4, 2), 'VOTE_UNKNOWN'],
    ['counted twice', [opened, tallied], 'tally', tally(4, 2), 'VOTE_CLOSED'],
    [
      'with more issued than may vote',
      [opened],
      'tally',
      tally(4, 2, { issued: 7 }),
      'TALLY_IMPOSSIBLE',
    ],
    [
      'with more returned than issued',
      [opened],
      'tally',
      tally(4, 2, { issued: 5 }),
      'TALLY_IMPOSSIBLE',
    ],
    [
      'with more valid than returned',
      [opened],
      'tally',
      tally(4, 2, { returned: 5 }),
      'TALLY_IMPOSSIBLE',
    ],
    [
      'with a ballot lost',
      [opened],
      'tally',
      tally(3, 2, { returned: 6, valid: 6 }),
      'TALLY_IMPOSSIBLE',
    ],
    ['with less than nothing', [opened], 'tally', tally(7, -1), 'TALLY_IMPOSSIBLE'],
    ['with half a ballot', [opened], 'tally', tally(3.5, 2.5), 'TALLY_IMPOSSIBLE'],
    [
      'with one teller, though secret',
      [opened],
      'tally',
      tally(4, 2, { tellers: ['mai', 'mai'] }),
      'TELLERS_MISSING',
    ],
    [
      'for what is not on offer',
      [opened],
      'tally',
      tally(0, 0, { returned: 6, valid: 6, votes: [{ option: 'x', count: 6 }] }),
      'OPTION_UNKNOWN',
    ],
    [
      'with an option counted twice',
      [opened],
      'tally',
      tally(0, 0, {
        returned: 6,
        valid: 6,
        votes: [3, 3].map((count) => ({ option: 'yes', count })),
      }),
      'TALLY_IMPOSSIBLE',
    ],
  ] as const)('%s is refused', (_name, facts, command, input, code) =>
    after(...facts)(command, input).thenRefusedOnlyFor(code),
  );

  it('without voters is refused', () =>
    after()(
      'openVote',
      { voteId: 'v1', options: OPTIONS, on },
      { needs: { voters: [] } },
    ).thenRefusedOnlyFor('ELECTORATE_EMPTY'));
});

const rule = (fields: Partial<VoteRule> = {}): VoteRule => ({
  ...RULE,
  of: 'electorate',
  ...fields,
});
const counts = (...votes: number[]): Tally => {
  const sum = votes.reduce((total, count) => total + count, 0);
  return {
    issued: sum,
    returned: sum,
    valid: sum,
    votes: votes.map((count, index) => ({ option: `o${index}`, count })),
  };
};

describe('judging', () => {
  it.each<[Threshold, number, number, string]>([
    ['more_than_half', 5, 10, 'failed'],
    ['more_than_half', 6, 10, 'passed'],
    ['two_thirds', 5, 9, 'failed'],
    ['two_thirds', 6, 9, 'passed'],
    ['four_fifths', 7, 9, 'failed'],
    ['four_fifths', 8, 10, 'passed'],
    ['most_votes', 1, 100, 'passed'],
    ['most_votes', 0, 10, 'failed'],
  ])('%s: %i of %i has %s', (threshold, count, electorate, outcome) =>
    expect(
      judgeVote(rule({ threshold, quorumPercent: 0 }), electorate, counts(count)).outcome,
    ).toBe(outcome),
  );

  it.each([
    ['electorate', 'failed'],
    ['returned', 'failed'],
    ['valid', 'passed'],
  ] as const)('of the %s: 4 of 10, 8 returned, 7 valid, has %s', (of, outcome) => {
    const tally = { ...counts(4, 3), returned: 8 };
    expect(judgeVote(rule({ of }), 10, tally).outcome).toBe(outcome);
  });

  it.each([
    ['failed', 'failed'],
    ['chair_decides', 'tied'],
  ] as const)('a tie, where %s, has %s and no winner', (tie, outcome) =>
    expect(judgeVote(rule({ tie }), 8, counts(4, 4))).toEqual({ outcome }),
  );

  const threshold = fc.constantFrom<Threshold>(
    'more_than_half',
    'two_thirds',
    'four_fifths',
    'most_votes',
  );
  const of = fc.constantFrom<VoteRule['of']>('electorate', 'returned', 'valid');
  const tie = fc.constantFrom<VoteRule['tie']>('failed', 'chair_decides');
  const rules = fc.record({
    quorumPercent: fc.integer({ min: 0, max: 100 }),
    threshold,
    of,
    tie,
    secret: fc.boolean(),
  });
  const ballots = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 5 });
  const cases = fc
    .tuple(rules, ballots, fc.nat({ max: 30 }), fc.nat({ max: 5 }))
    .map(([one, votes, absent, invalid]) => {
      const tally = counts(...votes);
      const returned = tally.returned + invalid;
      return {
        rule: one,
        tally: { ...tally, returned, issued: returned },
        electorate: returned + absent,
      };
    });

  it('gives the prize to nobody who has fewer votes than another', () =>
    fc.assert(
      fc.property(cases, ({ rule: one, tally, electorate }) => {
        const { winner } = judgeVote(one, electorate, tally);
        if (winner === undefined) return;
        const most = Math.max(...tally.votes.map(({ count }) => count));
        expect(tally.votes.filter(({ count }) => count === most)).toEqual([
          { option: winner, count: most },
        ]);
      }),
    ));

  it('does not depend on the order of the options', () =>
    fc.assert(
      fc.property(cases, ({ rule: one, tally, electorate }) =>
        expect(judgeVote(one, electorate, { ...tally, votes: tally.votes.toReversed() })).toEqual(
          judgeVote(one, electorate, tally),
        ),
      ),
    ));

  it('passes nothing without a quorum, nor by half of those asked or fewer', () =>
    fc.assert(
      fc.property(cases, ({ rule: one, tally, electorate }) => {
        const { outcome, winner } = judgeVote(one, electorate, tally);
        const isQuorate = electorate > 0 && 100 * tally.returned >= one.quorumPercent * electorate;
        expect(outcome === 'no_quorum').toBe(!isQuorate);
        if (outcome !== 'passed' || one.threshold === 'most_votes') return;
        const total = { electorate, returned: tally.returned, valid: tally.valid }[one.of];
        expect(2 * tally.votes.find(({ option }) => option === winner)!.count).toBeGreaterThan(
          total,
        );
      }),
    ));

  it('one more vote for the winner never makes it lose', () =>
    fc.assert(
      fc.property(cases, ({ rule: one, tally, electorate }) => {
        const before = judgeVote(one, electorate, tally);
        fc.pre(before.outcome === 'passed');
        const votes = tally.votes.map(({ option, count }) => ({
          option,
          count: count + (option === before.winner ? 1 : 0),
        }));
        const { issued, returned, valid } = tally;
        const more = { issued: issued + 1, returned: returned + 1, valid: valid + 1, votes };
        expect(judgeVote(one, Math.max(electorate, returned + 1), more).outcome).toBe('passed');
      }),
    ));
});
