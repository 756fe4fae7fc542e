import { after, fact } from './testing/council.fixtures.js';

const said = fact('Said', { id: 'w1', by: 'lan' });
const back = { id: 'w1', on: '2026-03-10', reason: 'Nói nhầm' };
const retracted = fact('Retracted', { of: 'w1', on: '2026-03-10' });
const lan = { actor: 'lan' };

describe('what was said', () => {
  it('is taken back by its author with a reason, and stays on the record', () => {
    const then = after(said)('retract', back, lan);
    then.thenFacts([{ ...retracted, sealed: { reason: { of: 'lan', value: 'Nói nhầm' } } }]);
    then.thenState('sitting', { words: [{ id: 'w1', authorId: 'lan', retracted: true }] });
  });

  it.each([
    ['of another', [said], back, { actor: 'mai' }, ['NOT_AUTHOR']],
    ['that nobody said', [said], { ...back, id: 'w2' }, lan, ['ENTRY_UNKNOWN']],
    ['that was taken back', [said, retracted], back, lan, ['ENTRY_RETRACTED']],
  ])('%s is not', (_name, facts, input, options, codes) =>
    after(...facts)('retract', input, options).thenRefusedOnlyFor(...codes),
  );

  it('is offered for taking back to whoever has something to take back', () => {
    expect(after(said)('retract', {}, { actor: 'mai' }).codes).toContain('NOT_AUTHOR');
    expect(after(said, retracted)('retract', {}, lan).codes).toContain('NOT_AUTHOR');
    expect(after(said)('retract', {}, lan).codes).not.toContain('NOT_AUTHOR');
  });

  it('is never taken back for another', () =>
    after(said)('retract', back, {
      actor: { id: 'mai', onBehalfOf: 'lan', kind: 'person' },
      mandate: { kind: 'valid', ways: [[]] },
    }).thenRefusedOnlyFor('NOT_DELEGABLE'));
});
