import fc from 'fast-check';
import { advance, fold, startOf } from './fold.js';
import type { OldFact } from './testing/index.js';
import { errand, errandFact, recordedFact, recordedFacts } from './testing/index.js';

const asked = errandFact('ErrandAsked', { unitId: 'kp4', askedBy: 'ha', effort: 3 });
const taken = errandFact('ErrandTaken', { by: 'khai' });
const noted = errandFact('ErrandNoted', { count: 1 });

const anyFact: fc.Arbitrary<OldFact> = fc.record({
  type: fc.constantFrom(...errand.facts.keys(), 'FactOfNextYear'),
  data: fc.record({ unitId: fc.string(), by: fc.string(), count: fc.nat(9) }),
  actor: fc.constantFrom('ha', 'khai'),
  commandId: fc.constantFrom('c1', 'c2', 'c3'),
  occurredAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
});

describe('the fold of a stream', () => {
  it('in pieces gives what the fold at once gives', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 20 }), fc.nat(20), (history, cut) => {
        const facts = recordedFacts(history);
        const atOnce = fold(errand, 'one', facts);
        const inPieces = startOf(errand, 'one');
        advance(inPieces, facts.slice(0, cut));
        for (const fact of facts.slice(cut)) advance(inPieces, [fact]);
        expect(inPieces).toEqual(atOnce);
      }),
    );
  });

  it('begins before the first fact', () => {
    expect(startOf(errand, 'one')).toMatchObject({
      stateName: 'none',
      revision: -1,
      position: '',
      since: undefined,
      definitionVersion: 3,
      rulePack: undefined,
    });
  });

  it('counts a fact of a newer release and changes nothing by it', () => {
    const instance = fold(errand, 'one', recordedFacts([asked]));
    const before = structuredClone(instance.state);
    const newer = { type: 'ErrandPraised', data: {}, commandId: 'later' };
    advance(instance, [recordedFact(newer, 1)]);
    expect(instance.state).toEqual(before);
    expect(instance).toMatchObject({ stateName: 'open', revision: 1 });
    expect(instance.commands.has('later')).toBe(true);
  });

  it('never refuses a stored fact, not even one out of turn', () => {
    expect(fold(errand, 'one', recordedFacts([taken, asked])).stateName).toBe('open');
  });

  it('pins the definition and the rule pack of the first fact', () => {
    const instance = fold(
      errand,
      'one',
      recordedFacts([
        { ...asked, definitionVersion: 2, rulePack: 'vn-2016' },
        { ...taken, definitionVersion: 3, rulePack: 'vn-2021' },
      ]),
    );
    expect(instance).toMatchObject({ definitionVersion: 2, rulePack: 'vn-2016' });
  });

  it('takes the rule pack of the first fact that names one', () => {
    const instance = fold(errand, 'one', recordedFacts([asked, { ...taken, rulePack: 'vn-2021' }]));
    expect(instance.rulePack).toBe('vn-2021');
  });

  it('knows since when the present state lasts, by business time', () => {
    const facts = recordedFacts([
      { ...asked, occurredAt: '2026-01-05T02:00:00.000Z' },
      { ...noted, occurredAt: '2026-01-09T02:00:00.000Z' },
    ]);
    expect(fold(errand, 'one', facts).since).toBe('2026-01-05T02:00:00.000Z');
    const later = recordedFact({ ...taken, occurredAt: '2026-01-11T02:00:00.000Z' }, 2);
    expect(fold(errand, 'one', [...facts, later]).since).toBe('2026-01-11T02:00:00.000Z');
  });

  it('remembers every command key with the place of its last fact', () => {
    const done = { ...errandFact('ErrandDone', { by: 'khai' }), commandId: 'report-1' };
    const facts = recordedFacts([asked, taken, { ...noted, commandId: 'report-1' }, done]);
    expect([...fold(errand, 'one', facts).commands]).toEqual([
      ['earlier-0', { hash: 'hash-0', revision: 0, position: '0000000000000001' }],
      ['earlier-1', { hash: 'hash-1', revision: 1, position: '0000000000000002' }],
      ['report-1', { hash: 'hash-3', revision: 3, position: '0000000000000004' }],
    ]);
  });

  it('remembers who had a hand in the last fact of each type', () => {
    const { authors } = fold(
      errand,
      'one',
      recordedFacts([
        { ...asked, actor: 'ha' },
        { ...noted, actor: 'lan' },
        { ...noted, actor: 'clerk', onBehalfOf: 'khai' },
      ]),
    );
    expect(authors.get('ErrandAsked')).toEqual(['ha']);
    expect(authors.get('ErrandNoted')).toEqual(['clerk', 'khai']);
  });

  it('survives a sealed part that was erased', () => {
    const done = errandFact('ErrandDone', { by: 'khai' });
    expect(fold(errand, 'one', recordedFacts([asked, taken, done])).state).toMatchObject({
      report: undefined,
      takenBy: 'khai',
    });
  });
});
