import type { OldFact } from '#libs/kernel/testing';
import {
  actorOf,
  declaredRefusals,
  type Person,
  provenRefusals,
  unitView,
  whoMay,
} from '../testing/index.js';
import {
  type Command,
  criteria,
  given,
  HISTORIES,
  HISTORIES_OF,
  INPUTS,
  of,
  plan,
  scores,
} from './emulation-pact.fixtures.js';
import { emulationPact } from './emulation-pact.workflow.js';

describe('a pact', () => {
  it.each<[Command, string, object, string]>([
    [
      'sign',
      'PactSigned',
      { partners: ['kp5'], criteria, attainable: 100, on: '2026-01-20' },
      'signed',
    ],
    ['score', 'PactScored', { scores, total: 95, attainable: 100, on: '2026-12-20' }, 'scored'],
    ['close', 'PactClosed', { on: '2026-12-31', total: 95 }, 'closed'],
  ])('%s', (command, type, data, to) => {
    const then = given(...HISTORIES_OF[command]).when(command, INPUTS[command]);
    then.thenFacts([{ type, data: { ...of, ...data } }]);
    then.thenState(to);
  });

  it('may be scored again until it is closed', () => {
    const again = { scores: scores.map((one) => ({ ...one, points: 10 })), on: '2027-01-05' };
    given(...HISTORIES.scored)
      .when('score', again)
      .thenState('scored', { total: 20 });
  });

  it('asks the programmes and partners it names, and nothing else', () => {
    const { partners, programmes } = emulationPact.commands.sign.needs!;
    const source = { id: 'kp4-2026', state: {}, needs: {}, occurredAt: '' };
    expect(programmes.keys!({ ...source, input: INPUTS.sign })).toEqual(['kp4-2026']);
    expect(partners.keys!({ ...source, input: INPUTS.sign })).toEqual(['kp5']);
    expect([programmes, partners].map((need) => need.keys!({ ...source, input: {} }))).toEqual([
      [],
      [],
    ]);
  });

  it('is to be scored by the end of the January after its year', () =>
    expect(emulationPact.start('ward.an-binh.2-2025')).toMatchObject({
      unitId: 'ward.an-binh.2',
      scoreBy: '2026-01-31',
    }));
});

interface Row {
  readonly name: string;
  readonly command: Command;
  readonly input?: object;
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
  readonly path?: string;
}
const [first, second] = criteria;
const plans = (fields: object) => ({
  programmes: new Map([['kp4-2026', { ...plan, ...fields }]]),
});
const ROWS: Row[] = [
  ...(['score', 'close'] as const).map((command): Row => ({
    name: 'before what it follows',
    command,
    input: { on: '2026-01-01' },
    codes: ['DATE_ORDER'],
    path: 'on',
  })),
  { name: 'of no unit', command: 'sign', needs: { unit: undefined }, codes: ['UNIT_UNKNOWN'] },
  {
    name: 'of a closed unit',
    command: 'sign',
    needs: { unit: unitView({ closedOn: '2025-07-01' }) },
    codes: ['UNIT_CLOSED'],
  },
  {
    name: 'with itself',
    command: 'sign',
    input: { partners: ['kp4'] },
    codes: ['PARTNER_IS_SELF'],
    path: 'partners[0]',
  },
  {
    name: 'with one unit twice',
    command: 'sign',
    input: { partners: ['kp5', 'kp5'] },
    codes: ['PARTNER_TWICE'],
    path: 'partners[1]',
  },
  {
    name: 'with no unit',
    command: 'sign',
    input: { partners: ['kp9'] },
    codes: ['PARTNER_UNKNOWN'],
    path: 'partners[0]',
  },
  {
    name: 'with a closed unit',
    command: 'sign',
    needs: { partners: new Map([['kp5', unitView({ closedOn: '2025-07-01' })]]) },
    codes: ['PARTNER_UNKNOWN'],
    path: 'partners[0]',
  },
  {
    name: 'for nothing',
    command: 'sign',
    input: { criteria: [] },
    codes: ['CRITERIA_MISSING'],
    path: 'criteria',
  },
  {
    name: 'for one thing twice',
    command: 'sign',
    input: { criteria: [first, second, second] },
    codes: ['CRITERION_TWICE'],
    path: 'criteria[2].key',
  },
  {
    name: 'for a programme nobody knows',
    command: 'sign',
    needs: { programmes: new Map() },
    codes: ['PROGRAMME_UNKNOWN'],
    path: 'criteria[0].programmeId',
  },
  {
    name: 'for a programme that is still a draft',
    command: 'sign',
    needs: plans({ issuedOn: undefined }),
    codes: ['PROGRAMME_NOT_ISSUED'],
    path: 'criteria[0].programmeId',
  },
  {
    name: 'for a programme of other years',
    command: 'sign',
    needs: plans({ fromYear: 2021, toYear: 2025 }),
    codes: ['PROGRAMME_OTHER_YEARS'],
    path: 'criteria[0].programmeId',
  },
  {
    name: 'with a criterion forgotten',
    command: 'score',
    input: { scores: [scores[0]] },
    codes: ['SCORE_MISSING'],
    path: 'scores',
  },
  {
    name: 'with a criterion that is not there',
    command: 'score',
    input: { scores: [...scores, { key: 'c9', points: 1 }] },
    codes: ['CRITERION_UNKNOWN'],
    path: 'scores[2].key',
  },
  {
    name: 'with a criterion twice',
    command: 'score',
    input: { scores: [...scores, scores[0]] },
    codes: ['SCORE_TWICE'],
    path: 'scores[2].key',
  },
  {
    name: 'with more than it can bring',
    command: 'score',
    input: { scores: [scores[0], { key: 'c2', points: 41 }] },
    codes: ['POINTS_GT_MAX'],
    path: 'scores[1].points',
  },
];

describe('a pact is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.name, row] as const))('%s: %s', (_c, _n, row) => {
    const { command, needs = {} } = row;
    const facts: readonly OldFact[] = HISTORIES_OF[command];
    const then = given(...facts).when(
      command,
      { ...INPUTS[command], ...row.input },
      {
        actor: actorOf('tam'),
        needs,
      },
    );
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(emulationPact)));
});

describe('who may', () => {
  const fromAbove: Person[] = ['tam', 'minh', 'quang', 'system'];
  it.each<[Command, Person[]]>([
    ['sign', ['ha', 'loc', ...fromAbove]],
    ['score', fromAbove],
    ['close', fromAbove],
  ])('%s', (command, people) => {
    expect(whoMay(given(...HISTORIES_OF[command]), command, INPUTS[command])).toEqual(people);
  });
});

describe('out of turn', () => {
  const states = Object.keys(HISTORIES) as (keyof typeof HISTORIES)[];
  const commands = Object.keys(HISTORIES_OF) as Command[];
  const wrong = states.flatMap((state) =>
    commands
      .filter(
        (command) => !(emulationPact.commands[command].from as readonly string[]).includes(state),
      )
      .map((command) => [state, command] as const),
  );

  it.each(wrong)('%s: %s', (state, command) =>
    given(...HISTORIES[state])
      .when(command, {} as never)
      .thenRefusedOnlyFor('WRONG_STATE'),
  );

  it('covers every state', () => {
    expect(states.sort()).toEqual(Object.keys(emulationPact.states).sort());
  });
});
