import fc from 'fast-check';
import { actions } from './actions.js';
import { clockChanges } from './clock-changes.js';
import { addDays } from './deadline.js';
import { decide } from './decide.js';
import { dryRun } from './dry-run.js';
import { advance, fold, type Instance, startOf } from './fold.js';
import {
  authorityOf,
  type OldFact,
  petition,
  petitionV1,
  recordedFact,
  recordedFacts,
  resolutionOf,
} from './testing/index.js';
import { DEFINITION_MIGRATED, migratedState, stateAfter } from './versions.js';
import type { AnyWorkflow } from './workflow.js';

const on = '2026-01-10';
const filed = { type: 'PetitionFiled', data: { unitId: 'kp4', authorId: 'khai' } };
const read = { type: 'PetitionRead', data: { on } };
const parked = { type: 'PetitionParked', data: { on } };
const answered = { type: 'PetitionAnswered', data: { on } };
const migrated = (fromState: string, toState: string): OldFact => ({
  type: DEFINITION_MIGRATED,
  data: { from: 1, to: 2, fromState, toState },
});
const old = (...facts: OldFact[]) => recordedFacts(facts);
const recent = (...facts: OldFact[]) =>
  recordedFacts(facts.map((fact) => ({ ...fact, definitionVersion: 2 })));

const authority = authorityOf({
  officers: ['ha secretary kp4', 'loc committee anbinh'],
  parents: { kp4: 'anbinh' },
});
const resolution = (actor: string) =>
  resolutionOf({
    actor: { id: actor, kind: actor === 'engine' ? 'system' : 'person' },
    authority,
  });
const calendar = { addWorkingDays: addDays };
const codes = (instance: Instance, command: string, actor: string, input: object = { on }) => {
  const decision = decide(instance, command, input, resolution(actor));
  return decision.kind === 'accepted'
    ? decision.facts.map(({ type }) => type)
    : decision.reasons.map(({ code }) => code);
};

describe('an instance pinned to an older definition', () => {
  const instance = fold(petition, 'one', old(filed, read));

  it('stands in a state of that definition, with the data of the newest', () => {
    expect(instance).toMatchObject({ stateName: 'read', definitionVersion: 1 });
    expect(instance.state).toEqual({ unitId: 'kp4', authorId: 'khai', readOn: on });
  });

  it.each([
    ['answer', 'ha', ['PetitionAnswered']],
    ['answer', 'loc', ['NOT_HOLDER']],
    ['withdraw', 'khai', ['UNKNOWN_COMMAND']],
  ])('decides by it: %s by %s', (command, actor, outcome) =>
    expect(codes(instance, command, actor)).toEqual(outcome),
  );

  it('offers its buttons, not the new ones', () => {
    const offered = actions(instance, new Map([['answer', resolution('ha')]]), calendar);
    expect(offered.filter(({ allowed }) => allowed)).toEqual([
      { command: 'answer', allowed: true, reasons: [], due: '2026-01-10' },
    ]);
    expect(offered.map(({ command }) => command)).not.toContain('withdraw');
  });

  it('is timed by it', () => {
    const before = fold(petition, 'one', old(filed));
    const pending = recordedFact(read, 1);
    expect(clockChanges(before, [pending], calendar)).toEqual([
      { clock: 'answer', due: '2026-01-10' },
    ]);
  });

  it('falls back to the newest when its version is not kept any more', () => {
    const ancient = recordedFacts([{ ...filed, definitionVersion: 0 }]);
    const found = fold(petition, 'one', ancient);
    expect(found.definition).toBe(petition);
    expect(found).toMatchObject({ stateName: 'filed', definitionVersion: 0 });
  });

  it('begins by the newest', () =>
    expect(startOf(petition, 'one')).toMatchObject({ definitionVersion: 2, stateName: 'draft' }));
});

describe('a migration', () => {
  it.each([
    ['filed', { from: 1, to: 2 }, 'filed'],
    ['read', { from: 1, to: 2 }, 'reviewed'],
    ['parked', { from: 1, to: 2 }, undefined],
    ['read', { from: 1, to: 3 }, undefined],
    ['read', { from: 2, to: 1 }, undefined],
  ])('leads from %s by %j to %s', (state, way, target) =>
    expect(migratedState(petition, way, state)).toBe(target),
  );

  it('goes through versions in between where no direct way is declared', () => {
    const third = {
      ...petition,
      version: 3,
      states: { ...petition.states, weighed: {} },
      previous: new Map<number, AnyWorkflow>([
        [1, petitionV1],
        [2, petition],
      ]),
      migrations: [...petition.migrations, { from: 2, to: 3, states: { reviewed: 'weighed' } }],
    };
    expect(migratedState(third, { from: 1, to: 3 }, 'read')).toBe('weighed');
    expect(migratedState(third, { from: 1, to: 3 }, 'parked')).toBeUndefined();
  });

  it.each([
    [[filed, read], 'engine', 2, [DEFINITION_MIGRATED]],
    [[filed, read], 'ha', 2, ['NOT_SYSTEM']],
    [[filed, parked], 'engine', 2, ['MIGRATION_STRANDED']],
    [[filed, read], 'engine', 1, ['MIGRATION_NOT_NEWER']],
    [[filed, read], 'engine', 9, ['MIGRATION_STRANDED']],
    [[filed, read, answered], 'engine', 2, ['WRONG_STATE']],
  ] as [OldFact[], string, number, string[]][])(
    'of %j by %s to %i: %j',
    (facts, actor, to, outcome) => {
      const instance = fold(petition, 'one', old(...facts));
      expect(codes(instance, 'migrateDefinition', actor, { to })).toEqual(outcome);
    },
  );

  it('is a fact, after which the new definition holds', () => {
    const instance = fold(petition, 'one', old(filed, read, migrated('read', 'reviewed')));
    expect(instance).toMatchObject({ stateName: 'reviewed', definitionVersion: 2 });
    expect(instance.since).toBe(fold(petition, 'one', old(filed, read)).since);
    expect(codes(instance, 'answer', 'ha')).toEqual(['NOT_ABOVE']);
    expect(codes(instance, 'answer', 'loc')).toEqual(['PetitionAnswered']);
  });

  it('keeps clocks of the same name, stops lost ones, starts new ones from now', () => {
    const clocks = [{ clock: 'reading', due: '2026-01-15' }];
    const instance = fold(petition, 'one', recordedFacts([{ ...filed, clocks }]));
    const occurredAt = '2026-03-01T02:00:00.000Z';
    const fact = recordedFact({ ...migrated('filed', 'filed'), occurredAt }, 1);
    expect(clockChanges(instance, [fact], calendar)).toEqual([
      { clock: 'reading', stopped: true },
      { clock: 'review', due: '2026-03-08' },
    ]);
    const reading = { ...read, clocks: [{ clock: 'answer', due: '2026-01-15' }] };
    const later = fold(petition, 'one', recordedFacts([filed, reading]));
    const second = recordedFact({ ...migrated('read', 'reviewed'), occurredAt }, 2);
    expect(clockChanges(later, [second], calendar)).toEqual([]);
  });
});

describe('a dry run', () => {
  const clock = (name: string) => ({ clocks: [{ clock: name, due: '2026-02-01' }] });
  const report = dryRun(petition, 2, [
    fold(petition, 'a', recordedFacts([{ ...filed, ...clock('reading') }])),
    fold(petition, 'b', recordedFacts([filed, { ...read, ...clock('answer') }])),
    fold(petition, 'c', old(filed, parked)),
    fold(petition, 'd', old(filed, read, answered)),
    fold(petition, 'e', recent(filed)),
    fold(petition, 'f', []),
  ]);

  it('says who would be stranded, which deadline lost, who gains or loses a button', () =>
    expect(report).toEqual({
      workflow: 'petition',
      to: 2,
      instances: 3,
      moves: { 'filed → filed': 1, 'read → reviewed': 1 },
      stranded: [{ id: 'c', version: 1, state: 'parked' }],
      lostDeadlines: [{ id: 'a', clock: 'reading', due: '2026-02-01' }],
      gained: [
        { role: 'above:committee', command: 'answer', instances: 1 },
        { role: 'is:authorId', command: 'withdraw', instances: 2 },
        { role: 'secretary', command: 'review', instances: 1 },
        { role: 'system', command: 'migrateDefinition', instances: 2 },
      ],
      lost: [
        { role: 'secretary', command: 'answer', instances: 1 },
        { role: 'secretary', command: 'park', instances: 1 },
        { role: 'secretary', command: 'read', instances: 1 },
      ],
    }));
});

describe('whatever happened, in whatever order', () => {
  const anyFact = fc.constantFrom<OldFact>(
    filed,
    read,
    parked,
    answered,
    migrated('read', 'reviewed'),
    migrated('filed', 'filed'),
    { type: 'FactOfNextYear', data: {} },
  );
  const histories = fc.tuple(
    fc.array(anyFact, { maxLength: 12 }),
    fc.constantFrom(1, 2),
    fc.nat(12),
  );

  it('folding in pieces gives what folding at once gives', () =>
    fc.assert(
      fc.property(histories, ([history, definitionVersion, cut]) => {
        const facts = recordedFacts(history.map((fact) => ({ ...fact, definitionVersion })));
        const pieces = advance(startOf(petition, 'one'), facts.slice(0, cut));
        expect(advance(pieces, facts.slice(cut))).toEqual(fold(petition, 'one', facts));
      }),
    ));

  it('an accepted migration never strands, and leaves no clock of another definition', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(filed, read, parked), { maxLength: 6 }), (history) => {
        const instance = fold(petition, 'one', recordedFacts(history));
        const decision = decide(instance, 'migrateDefinition', { to: 2 }, resolution('engine'));
        if (decision.kind === 'refused') return;
        const fact = recordedFact(decision.facts[0]!, history.length);
        const clocks = clockChanges(instance, [fact], calendar);
        const after = advance(instance, [{ ...fact, clocks }]);
        expect(Object.keys(petition.states)).toContain(after.stateName);
        for (const { deadline } of after.clocks.values())
          expect(Object.keys(petition.deadlines)).toContain(deadline);
      }),
    ));

  it('what a read model follows event by event is the state of the fold', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(filed, read, parked), { maxLength: 6 }), (history) => {
        const facts = recordedFacts(history);
        let state: string | undefined;
        for (const fact of facts) state = stateAfter(petition, fact, state);
        if (state !== undefined) expect(state).toBe(fold(petition, 'one', facts).stateName);
      }),
    ));
});
