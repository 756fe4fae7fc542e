import { decide, obstacles } from './decide.js';
import { fold } from './fold.js';
import {
  authorityOf,
  errand,
  errandFact,
  given,
  recordedFacts,
  resolutionOf,
  situation,
} from './testing/index.js';

const authority = authorityOf({
  officers: ['ha secretary kp4', 'loc committee anbinh'],
  parents: { kp4: 'anbinh' },
});
const asked = errandFact('ErrandAsked', { unitId: 'kp4', askedBy: 'ha', effort: 3 });
const taken = errandFact('ErrandTaken', { by: 'khai' });
const done = { ...errandFact('ErrandDone', { by: 'khai' }), actor: 'khai', onBehalfOf: 'ha' };
const start = situation(errand, { authority, needs: { limit: 5 } });

describe('a command', () => {
  it('is decided on the facts of its stream', () =>
    start()
      .when('ask', { unitId: 'kp4', effort: 3 }, { actor: 'ha' })
      .thenFacts([{ type: 'ErrandAsked', data: { unitId: 'kp4', effort: 3, askedBy: 'ha' } }]));

  it('leads to the state its facts lead to', () =>
    start()
      .when('ask', { unitId: 'kp4', effort: 3 }, { actor: 'ha' })
      .thenState('open', { unitId: 'kp4', effort: 3 }));

  it('may have nothing to say', () =>
    start(asked, taken).when('report', { text: '' }, { actor: 'khai' }).thenNothing());

  it('may decide several facts, with sealed parts', () =>
    start(asked, taken)
      .when('report', { text: 'xong' }, { actor: 'khai' })
      .thenFacts([
        { type: 'ErrandNoted', data: { count: 1 } },
        {
          type: 'ErrandDone',
          data: { by: 'khai' },
          sealed: { report: { of: 'khai', value: 'xong' } },
        },
      ]));

  it('applies all of them', () =>
    start(asked, taken)
      .when('report', { text: 'xong' }, { actor: 'khai' })
      .thenState('done', { notes: 1, report: 'xong' }));

  it('records the policy and the capacity that allowed it', () => {
    const { outcome } = start(asked).when('note', {}, { actor: 'loc' });
    expect(outcome).toMatchObject({
      kind: 'accepted',
      policy: 'any(is(takenBy),above(committee,unitId),system)',
      capacity: { office: 'committee', unit: 'anbinh' },
    });
  });
});

describe('a refusal is a value', () => {
  it('judges the state before who asks', () =>
    start(asked)
      .when('ask', { unitId: 'kp4', effort: 9 }, { actor: 'khai' })
      .thenRefusedOnlyFor('WRONG_STATE'));

  it('judges who asks before what is typed', () =>
    start()
      .when('ask', { unitId: 'kp4', effort: 9 }, { actor: 'khai' })
      .thenRefusedOnlyFor('NOT_HOLDER'));

  it('says where in the input', () =>
    start()
      .when('ask', { unitId: 'kp4', effort: 9 }, { actor: 'ha' })
      .thenRefused('EFFORT_GT_MAX', 'effort'));

  it('gives state, code and params as data', () => {
    const { outcome } = start(asked, taken).when('take', {}, { actor: 'lan' });
    expect(outcome).toEqual({
      kind: 'refused',
      reasons: [{ code: 'WRONG_STATE', params: { state: 'taken' } }],
    });
  });

  it('gives all reasons of all guards at once', () =>
    start(asked)
      .when('take', {}, { actor: 'khai', needs: { rest: { tired: true } } })
      .thenRefusedOnlyFor('TAKER_TIRED'));

  it('excludes whoever had a hand in an earlier step, also through another', () => {
    start(asked, taken, done).when('confirm', {}, { actor: 'ha' }).thenRefused('SAME_PERSON');
    start(asked, taken, { ...done, onBehalfOf: undefined })
      .when('confirm', {}, { actor: 'ha' })
      .thenState('confirmed');
  });

  it.each(['fly', 'toString', '__proto__', 'constructor'])('knows no command %s', (name) => {
    const instance = fold(errand, 'one', []);
    expect(decide(instance, name, {}, resolutionOf({}))).toEqual({
      kind: 'refused',
      reasons: [{ code: 'UNKNOWN_COMMAND', params: { command: name } }],
    });
  });
});

describe('our own mistakes throw', () => {
  it('a fact that the command does not declare', () => {
    const instance = fold(errand, 'one', recordedFacts([asked]));
    const lying = {
      ...errand.commands.note,
      decide: () => [{ type: 'ErrandConfirmed', data: { by: 'x' } }],
    };
    const workflow = { ...errand, commands: { ...errand.commands, note: lying } };
    expect(() =>
      decide({ ...instance, definition: workflow as never }, 'note', {}, resolutionOf({})),
    ).toThrow('errand.note emitted ErrandConfirmed, which it does not declare');
  });
});

describe('obstacles', () => {
  it('are what stands in the way whatever is typed', () => {
    const instance = fold(errand, 'one', recordedFacts([asked]));
    const asking = (actor: string, tired: boolean) =>
      obstacles(
        errand.commands.take as never,
        instance,
        resolutionOf({ actor, authority, needs: { rest: { tired } } }),
      ).map(({ code }) => code);
    expect(asking('khai', false)).toEqual([]);
    expect(asking('ha', true)).toEqual(['IS_SUBJECT', 'TAKER_TIRED']);
  });
});

describe('given, when, then', () => {
  const refused = () => given(errand, asked).when('ask', { unitId: 'kp4', effort: 1 });

  it('fails when the expectation is wrong', () => {
    expect(() => refused().thenNothing()).toThrow('ask was refused');
    expect(() => refused().thenRefused('EFFORT_GT_MAX')).toThrow();
    expect(() => refused().thenRefused('WRONG_STATE', 'effort')).toThrow();
    expect(() => given(errand, asked).when('note', {}).thenRefused('WRONG_STATE')).toThrow();
    expect(() => given(errand, asked).when('note', {}).thenNothing()).toThrow();
  });

  it('stays silent when the same command is sent twice', () => {
    given(errand, asked).when('note', {}).again().thenNothing();
  });
});
