import { mermaid } from './diagram.js';
import { permissionMatrix } from './matrix.js';
import { fieldOf, need, stateOf } from './need.js';
import { openApiPaths } from './openapi.js';
import { errand } from './testing/index.js';
import { defineWorkflow } from './workflow.js';

describe('derived from the declaration', () => {
  it('the diagram', () => {
    expect(mermaid(errand)).toBe(`stateDiagram-v2
  [*] --> none
  none --> open : ask / ErrandAsked
  open --> taken : take / ErrandTaken
  open --> open : note / ErrandNoted
  taken --> taken : note / ErrandNoted
  taken --> taken : report / ErrandNoted
  taken --> done : report / ErrandDone
  done --> confirmed : confirm / ErrandConfirmed
  confirmed --> [*]
`);
  });

  it('the permission matrix, one row for each state and command', () => {
    expect(permissionMatrix(errand)).toEqual([
      {
        state: 'none',
        command: 'ask',
        by: 'holds(secretary,unitId)',
        emits: ['ErrandAsked'],
        refusals: ['EFFORT_LT_MIN', 'EFFORT_GT_MAX'],
      },
      {
        state: 'open',
        command: 'take',
        by: 'not(is(askedBy))',
        emits: ['ErrandTaken'],
        refusals: ['TAKER_TIRED'],
      },
      ...['open', 'taken'].map((state) => ({
        state,
        command: 'note',
        by: 'any(is(takenBy),above(committee,unitId),system)',
        emits: ['ErrandNoted'],
        refusals: [],
      })),
      {
        state: 'taken',
        command: 'report',
        by: 'is(takenBy)',
        emits: ['ErrandNoted', 'ErrandDone'],
        refusals: [],
      },
      {
        state: 'done',
        command: 'confirm',
        by: 'all(holds(secretary,unitId),distinctFrom(ErrandDone))',
        emits: ['ErrandConfirmed'],
        refusals: [],
      },
      ...['remindDeadline', 'passDeadline', 'passDeadline'].map((command, index) => ({
        state: ['open', 'open', 'taken'][index],
        command,
        by: 'system',
        emits: [command === 'passDeadline' ? 'DeadlinePassed' : 'DeadlineReminded'],
        refusals: ['DEADLINE_NOT_RUNNING'],
      })),
    ]);
  });

  it('the OpenAPI path of each command, with the schema of its input', () => {
    const paths = openApiPaths(errand, (input) => ({ title: input.name }));
    expect(Object.keys(paths)).toEqual(
      ['ask', 'take', 'note', 'report', 'confirm', 'remindDeadline', 'passDeadline'].map(
        (name) => `/api/v1/errand/{id}/${name}`,
      ),
    );
    expect(paths['/api/v1/errand/{id}/ask']).toEqual({
      post: {
        operationId: 'errand.ask',
        tags: ['errand'],
        'x-from': ['none'],
        'x-by': 'holds(secretary,unitId)',
        'x-emits': ['ErrandAsked'],
        'x-refusals': ['EFFORT_LT_MIN', 'EFFORT_GT_MAX'],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { title: 'AskErrand' } } },
        },
      },
    });
  });
});

describe('a declaration', () => {
  const declare = (states: Record<string, { start?: true }>) =>
    defineWorkflow<object, Record<never, never>>()({
      name: 'odd',
      version: 1,
      stream: 'odd',
      idPattern: /^x$/,
      start: () => ({}),
      states,
      facts: {},
      commands: () => ({}),
    });

  it('has exactly one start state', () => {
    expect(() => declare({ a: {}, b: {} })).toThrow('odd needs exactly one start state');
    expect(() => declare({ a: { start: true }, b: { start: true } })).toThrow('exactly one');
    expect(declare({ a: {}, b: { start: true } }).startState).toBe('b');
  });
});

describe('needs', () => {
  const source = {
    id: 'one',
    state: { unitId: undefined, memberId: 'khai', year: 2026 },
    input: { unitId: 'kp4', memberId: 'lan' },
    needs: {},
    occurredAt: '2026-03-15T05:00:00.000Z',
  };

  it('look at the state first, then at the input', () => {
    expect(fieldOf(source, 'memberId')).toBe('khai');
    expect(fieldOf(source, 'unitId')).toBe('kp4');
    expect(fieldOf(source, 'gone')).toBeUndefined();
  });

  it.each([
    ['memberId', 'khai'],
    ['year', '2026'],
    ['gone', undefined],
  ])('are resolved by the field %s', (field, key) => {
    expect(need('rules', 'label', field).key(source)).toBe(key);
  });

  it('name the other stream they read', () => {
    const other = stateOf<object>('membership', ({ state }) => `m-${String(state['year'])}`);
    expect(other).toMatchObject({ kind: 'stream', workflow: 'membership', label: 'membership(…)' });
    expect(other.key(source)).toBe('m-2026');
    expect(stateOf('organisation', 'unitId').label).toBe('organisation(unitId)');
  });
});
