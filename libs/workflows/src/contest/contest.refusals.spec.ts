import type { OldFact } from '#libs/kernel/testing';
import {
  actorOf,
  declaredRefusals,
  memberView,
  type Person,
  provenRefusals,
  unitView,
  whoMay,
} from '../testing/index.js';
import {
  type Command,
  entered,
  given,
  HISTORIES,
  HISTORIES_OF,
  INPUTS,
  scored,
} from './contest.fixtures.js';
import { contest } from './contest.workflow.js';

interface Row {
  readonly name: string;
  readonly command: Command;
  readonly input?: object;
  readonly facts?: readonly OldFact[];
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly actor?: Person;
  readonly codes: readonly string[];
  readonly path?: string;
}

const ACTORS: Record<Command, Person> = {
  announce: 'tam',
  open: 'tam',
  submitEntry: 'khai',
  close: 'tam',
  scoreEntry: 'minh',
  judge: 'tam',
  award: 'tam',
};
const prize = { entryId: 'e2', prize: 'first' } as const;
const ROWS: Row[] = [
  ...(['open', 'submitEntry', 'close', 'judge', 'award'] as const).map((command): Row => ({
    name: 'before what it follows',
    command,
    input: { on: '2026-03-01' },
    codes: ['DATE_ORDER'],
    path: 'on',
  })),
  {
    name: 'of no unit',
    command: 'announce',
    needs: { unit: undefined },
    codes: ['UNIT_UNKNOWN'],
    path: 'unitId',
  },
  {
    name: 'of a closed unit',
    command: 'announce',
    needs: { unit: unitView({ closedOn: '2025-07-01' }) },
    codes: ['UNIT_CLOSED'],
    path: 'unitId',
  },
  {
    name: 'for a programme nobody knows',
    command: 'announce',
    input: { programmeId: 'anbinh-2026' },
    codes: ['PROGRAMME_UNKNOWN'],
    path: 'programmeId',
  },
  {
    name: 'that ends before it begins',
    command: 'announce',
    input: { until: '2026-03-01' },
    codes: ['DATE_ORDER'],
    path: 'until',
  },
  {
    name: 'with a judge twice',
    command: 'announce',
    input: { judges: ['minh', 'loc', 'minh'] },
    codes: ['JUDGE_TWICE'],
    path: 'judges[2]',
  },
  {
    name: 'of somebody who left',
    command: 'submitEntry',
    needs: { member: memberView({ active: false }) },
    codes: ['ENTRANT_UNKNOWN'],
    path: 'subjectId',
  },
  {
    name: 'of a closed unit',
    command: 'submitEntry',
    actor: 'ha',
    input: { subjectKind: 'unit', subjectId: 'kp4' },
    needs: { unit: unitView({ closedOn: '2025-07-01' }) },
    codes: ['ENTRANT_UNKNOWN'],
    path: 'subjectId',
  },
  {
    name: 'of a judge',
    command: 'submitEntry',
    actor: 'loc',
    input: { subjectId: 'loc' },
    codes: ['JUDGE_IS_ENTRANT'],
    path: 'subjectId',
  },
  {
    name: 'of a unit through a judge',
    command: 'submitEntry',
    actor: 'loc',
    input: { subjectKind: 'unit', subjectId: 'kp4' },
    codes: ['JUDGE_IS_ENTRANT'],
    path: 'subjectId',
  },
  {
    name: 'under a key in use',
    command: 'submitEntry',
    facts: [...HISTORIES.open, entered('e1', 'ha')],
    codes: ['ENTRY_TWICE'],
    path: 'entryId',
  },
  {
    name: 'a second time',
    command: 'submitEntry',
    facts: [...HISTORIES.open, entered('e9', 'khai')],
    codes: ['ENTRANT_TWICE'],
    path: 'subjectId',
  },
  {
    name: 'after the last day',
    command: 'submitEntry',
    input: { on: '2026-05-11' },
    codes: ['ENTRY_TOO_LATE'],
    path: 'on',
  },
  { name: 'by no judge', command: 'scoreEntry', actor: 'tam', codes: ['NOT_JUDGE'] },
  {
    name: 'of no entry',
    command: 'scoreEntry',
    input: { entryId: 'e9' },
    codes: ['CONTEST_ENTRY_UNKNOWN'],
    path: 'entryId',
  },
  {
    name: 'a second time',
    command: 'scoreEntry',
    facts: [...HISTORIES.closed, scored('e1', 'minh', 10)],
    codes: ['ALREADY_SCORED'],
    path: 'entryId',
  },
  ...(['judge', 'award'] as const).map((command): Row => ({
    name: 'by somebody who entered it',
    command,
    facts: HISTORIES_OF[command].map((fact) =>
      fact.type === 'EntrySubmitted' && (fact.data as { subjectId: string }).subjectId === 'khai'
        ? { ...fact, data: { ...fact.data, subjectId: 'tam' } }
        : fact,
    ),
    codes: ['IS_SUBJECT'],
  })),
  {
    name: 'with an entry nobody scored',
    command: 'judge',
    facts: [...HISTORIES.closed, scored('e1', 'minh', 10)],
    codes: ['SCORES_MISSING'],
  },
  {
    name: 'with a prize for no entry',
    command: 'judge',
    input: { prizes: [{ ...prize, entryId: 'e9' }] },
    codes: ['CONTEST_ENTRY_UNKNOWN'],
    path: 'prizes[0].entryId',
  },
  {
    name: 'with two prizes for one entry',
    command: 'judge',
    input: { prizes: [prize, { ...prize, prize: 'second' }] },
    codes: ['PRIZE_TWICE'],
    path: 'prizes[1].entryId',
  },
];

describe('a contest is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.name, row] as const))('%s: %s', (_c, _n, row) => {
    const { command, needs = {}, actor = ACTORS[row.command] } = row;
    const then = given(...(row.facts ?? HISTORIES_OF[command])).when(
      command,
      { ...INPUTS[command], ...row.input },
      { actor: actorOf(actor), needs },
    );
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(contest)));
});

describe('who may', () => {
  const holder: Person[] = ['tam', 'minh', 'quang', 'system'];
  it.each<[Command, Person[]]>([
    ['announce', holder],
    ['open', holder],
    ['submitEntry', ['khai', ...holder]],
    ['close', holder],
    ['judge', holder],
    ['award', holder],
  ])('%s', (command, people) => {
    expect(whoMay(given(...HISTORIES_OF[command]), command, INPUTS[command])).toEqual(people);
  });

  it('a unit enters through its own secretary and deputy', () => {
    const input = { ...INPUTS.submitEntry, subjectKind: 'unit', subjectId: 'kp4' };
    const people = whoMay(given(...HISTORIES.open), 'submitEntry', input);
    expect(people).toEqual(['ha', 'loc', ...holder]);
  });

  it('nobody scores for a judge', () =>
    given(...HISTORIES.closed)
      .when('scoreEntry', INPUTS.scoreEntry, {
        actor: { id: 'khai', onBehalfOf: 'minh', kind: 'person' },
      })
      .thenRefused('NOT_DELEGABLE'));
});

describe('out of turn', () => {
  const states = Object.keys(HISTORIES) as (keyof typeof HISTORIES)[];
  const commands = Object.keys(HISTORIES_OF) as Command[];
  const wrong = states.flatMap((state) =>
    commands
      .filter((command) => !(contest.commands[command].from as readonly string[]).includes(state))
      .map((command) => [state, command] as const),
  );

  it.each(wrong)('%s: %s', (state, command) =>
    given(...HISTORIES[state])
      .when(command, {} as never)
      .thenRefusedOnlyFor('WRONG_STATE'),
  );

  it('covers every state', () => {
    expect(states.sort()).toEqual(Object.keys(contest.states).sort());
  });
});
