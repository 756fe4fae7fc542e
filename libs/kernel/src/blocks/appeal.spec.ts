import { after, fact } from './testing/council.fixtures.js';

const lan = { actor: 'lan' };
const text = 'Tôi đề nghị xem lại';
const filed = fact('Filed', { by: 'lan', on: '2026-03-10' }, { text: { of: 'lan', value: text } });
const decision = { on: '2026-03-20', outcome: 'upheld', text: 'Đúng', documentNo: '05-KL/CB' };

describe('an appeal', () => {
  it('is filed by a person in their own name, their words sealed to them', () => {
    const then = after()('file', { on: '2026-03-10', text }, lan);
    then.thenFacts([filed]);
    then.thenState('appealed', { appeal: { by: 'lan', text, outcome: undefined } });
    const actor = { id: 'mai', onBehalfOf: 'lan', kind: 'person' as const };
    after()(
      'file',
      { on: '2026-03-10', text },
      {
        actor,
        mandate: { kind: 'valid', ways: [[]] },
      },
    ).thenRefusedOnlyFor('NOT_DELEGABLE');
  });

  it('is decided by another, the answer sealed to whoever appealed', () => {
    const then = after(filed)('decide', decision);
    then.thenFacts([
      {
        ...fact('Decided', {
          by: 'lan',
          outcome: 'upheld',
          on: '2026-03-20',
          documentNo: '05-KL/CB',
        }),
        sealed: { text: { of: 'lan', value: 'Đúng' } },
      },
    ]);
    then.thenState('adopted', { appeal: { outcome: 'upheld' } });
  });

  it('needs no document number', () => {
    const then = after(filed)('decide', { ...decision, documentNo: undefined });
    expect(then.facts[0]?.data).not.toHaveProperty('documentNo');
  });

  it.each([
    ['2026-03-31', []],
    ['2026-04-01', ['APPEAL_TOO_LATE']],
  ])('on %s, thirty days after the notice of 1 March: %j', (on, codes) =>
    after()('file', { on, text }, lan).thenRefusedOnlyFor(...codes),
  );

  it('is never decided by whoever filed it, nor through them', () => {
    const mandate = { kind: 'valid' as const, ways: [[]] };
    for (const actor of [
      'lan',
      { id: 'mai', onBehalfOf: 'lan', kind: 'person' as const },
      { id: 'mai', onBehalfOf: 'ha', via: ['lan'], kind: 'person' as const },
    ])
      after(filed)('decide', decision, { actor, mandate }).thenRefusedOnlyFor('IS_SUBJECT');
  });

  it('is filed once', () => {
    const decided = fact('Decided', { by: 'lan', outcome: 'rejected', on: '2026-03-20' });
    after(filed, decided)('file', { on: '2026-03-21', text }, lan).thenRefusedOnlyFor(
      'APPEAL_TWICE',
    );
  });
});
