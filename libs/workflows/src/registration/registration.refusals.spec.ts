import type { OldFact } from '#libs/kernel/testing';
import { declaredRefusals, memberView, type Person, provenRefusals } from '../testing/index.js';
import { AREAS } from './registration.events.js';
import {
  adjustment,
  type Command,
  deed,
  type Form,
  form,
  given,
  HISTORIES_OF,
  results,
} from './registration.fixtures.js';
import { registration } from './registration.workflow.js';

interface Row {
  readonly name: string;
  readonly command: Command;
  readonly facts?: readonly OldFact[];
  readonly input: object;
  readonly actor?: Person;
  readonly now?: string;
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
  readonly path?: string;
}

const leader = memberView({ leaderSpans: [{ from: 2026 }] });
const exempt = memberView({ exempt: true, counted: [{ from: 2026, unitId: null }] });
const previous = {
  memberId: 'khai',
  year: 2025,
  shortcomings: [{ id: '2025-1', area: 'unity', severity: 'minor' }],
  endorsed: true,
  countedUnitId: 'kp4',
};
const [first, ...otherAreas] = form().areas as [Form['areas'][number], ...Form['areas']];

const shortcoming = (id?: string) => ({
  ...(id !== undefined && { id }),
  area: 'unity',
  severity: 'minor' as const,
  text: 'Ít góp ý',
});

type FormRow = [
  name: string,
  fields: Partial<Form>,
  codes: string[],
  path?: string,
  needs?: Row['needs'],
];
/** What is wrong with a form; the same whether it is submitted or adjusted. */
const FORM_ROWS: FormRow[] = [
  ['one deed', { deeds: [deed(1)] }, ['DEEDS_LT_MIN'], 'deeds'],
  ['no deed', { deeds: [] }, ['DEEDS_LT_MIN'], 'deeds'],
  ['four deeds', { deeds: [1, 2, 3, 4].map((n) => deed(n)) }, ['DEEDS_GT_MAX'], 'deeds'],
  [
    'the second of three deeds without a measure',
    { deeds: [deed(1), deed(2, { measure: undefined }), deed(3)] },
    ['DEED_MEASURE_MISSING'],
    'deeds[1].measure',
  ],
  [
    'a measure of blanks',
    { deeds: [deed(1, { measure: '   ' }), deed(2)] },
    ['DEED_MEASURE_MISSING'],
    'deeds[0].measure',
  ],
  [
    'a deed of blanks',
    { deeds: [deed(1, { content: '  ' }), deed(2)] },
    ['DEED_CONTENT_MISSING'],
    'deeds[0].content',
  ],
  [
    'no target',
    { deeds: [deed(1), deed(2, { target: undefined })] },
    ['DEED_TARGET_MISSING'],
    'deeds[1].target',
  ],
  [
    'no deadline',
    { deeds: [deed(1), deed(2, { deadline: undefined })] },
    ['DEED_DEADLINE_MISSING'],
    'deeds[1].deadline',
  ],
  [
    'no kind of evidence',
    { deeds: [deed(1), deed(2, { evidence: undefined })] },
    ['DEED_EVIDENCE_MISSING'],
    'deeds[1].evidence',
  ],
  [
    'a deadline in the next year',
    { deeds: [deed(1), deed(2, { deadline: '2027-01-01' })] },
    ['DEED_DEADLINE_OUTSIDE_YEAR'],
    'deeds[1].deadline',
  ],
  [
    'the same deed twice, written a little differently',
    { deeds: [deed(1), deed(2, { content: ' VIỆC  làm theo số 1 '.normalize('NFD') })] },
    ['DEED_DUPLICATE'],
    'deeds[1].content',
  ],
  [
    'the same key twice',
    { deeds: [deed(1), deed(2, { key: 'd1' })] },
    ['DEED_KEY_TWICE'],
    'deeds[1].key',
  ],
  [
    'a key that is the number of another',
    { deeds: [deed(1, { key: 'd2' }), deed(2, { key: undefined })] },
    ['DEED_KEY_TWICE'],
    'deeds[1].key',
  ],
  ['an area left out', { areas: otherAreas }, ['AREA_MISSING'], 'areas'],
  [
    'an area that nobody asked for',
    { areas: [...form().areas, { area: 'weather' }] },
    ['AREA_UNKNOWN'],
    'areas[7].area',
  ],
  ['an area twice', { areas: [...form().areas, first] }, ['AREA_TWICE'], 'areas[7].area'],
  [
    'a deed in an area that nobody asked for',
    { deeds: [deed(1), deed(2, { area: 'weather' })] },
    ['DEED_AREA_UNKNOWN'],
    'deeds[1].area',
  ],
  ['a leader without a plan', {}, ['LEADER_PLAN_MISSING'], 'personalPlan', { membership: leader }],
  [
    'a leader with a plan of blanks',
    { personalPlan: '  ' },
    ['LEADER_PLAN_MISSING'],
    'personalPlan',
    { membership: leader },
  ],
  ['a shortcoming unanswered', {}, ['SHORTCOMING_UNANSWERED'], 'justifications', { previous }],
  [
    'a deed for a shortcoming that is not there',
    { deeds: [deed(1), deed(2, { shortcomingId: '2025-9' })] },
    ['SHORTCOMING_UNKNOWN'],
    'deeds[1].shortcomingId',
  ],
  [
    'everything at once',
    { deeds: [deed(1, { measure: undefined, deadline: '2025-01-01' })], areas: otherAreas },
    ['DEEDS_LT_MIN', 'DEED_MEASURE_MISSING', 'DEED_DEADLINE_OUTSIDE_YEAR', 'AREA_MISSING'],
  ],
];

const OBLIGED = (['saveDraft', 'submit', 'adjust', 'endorse'] as const).flatMap((command) => {
  const own = {
    command,
    input: command === 'endorse' ? {} : adjustment(),
    actor: command === 'endorse' ? ('ha' as const) : ('khai' as const),
  };
  return [
    {
      ...own,
      name: 'somebody who is no member',
      needs: { membership: undefined },
      codes: ['NOT_ACTIVE_MEMBER'],
    },
    {
      ...own,
      name: 'a member who left',
      needs: { membership: memberView({ active: false }) },
      codes: ['NOT_ACTIVE_MEMBER'],
    },
    { ...own, name: 'an exempt member', needs: { membership: exempt }, codes: ['MEMBER_EXEMPT'] },
    {
      ...own,
      name: 'a member who joined too late in the year',
      needs: { membership: memberView({ counted: [{ from: 2027, unitId: 'kp4' }] }) },
      codes: ['NOT_OBLIGED_THAT_YEAR'],
    },
  ] satisfies Row[];
});

const IN_TIME = (['submit', 'adjust'] as const).flatMap((command): Row[] => [
  {
    name: 'before its year',
    command,
    input: adjustment(),
    now: '2025-12-20T03:00:00.000Z',
    codes: ['REG_TOO_EARLY'],
  },
  {
    name: 'after its year',
    command,
    input: adjustment(),
    now: '2027-01-02T03:00:00.000Z',
    codes: ['REG_YEAR_OVER'],
  },
]);

const ROWS: Row[] = [
  ...FORM_ROWS.flatMap(([name, fields, codes, path, needs]) =>
    (['submit', 'adjust'] as const).map((command): Row => ({
      name,
      command,
      input: adjustment(fields),
      codes,
      ...(path !== undefined && { path }),
      ...(needs && { needs }),
    })),
  ),
  ...OBLIGED,
  ...IN_TIME,
  {
    name: 'of a leader appointed since, without a plan',
    command: 'endorse',
    input: {},
    actor: 'ha',
    needs: { membership: leader },
    codes: ['LEADER_PLAN_MISSING'],
    path: 'personalPlan',
  },
  {
    name: 'without a remark',
    command: 'return',
    input: { remarks: [] },
    actor: 'ha',
    codes: ['REMARK_MISSING'],
    path: 'remarks',
  },
  {
    name: 'with a deed forgotten',
    command: 'assess',
    input: results({ results: results().results.slice(1) }),
    actor: 'ha',
    codes: ['RESULT_MISSING'],
    path: 'results',
  },
  {
    name: 'with a deed that is not there',
    command: 'assess',
    input: results({ results: [...results().results, { key: 'd9', result: 'done' }] }),
    actor: 'ha',
    codes: ['RESULT_UNKNOWN'],
    path: 'results[3].key',
  },
  {
    name: 'with two results for a deed',
    command: 'assess',
    input: results({ results: [...results().results, { key: 'd1', result: 'partly' }] }),
    actor: 'ha',
    codes: ['RESULT_TWICE'],
    path: 'results[3].key',
  },
  {
    name: 'with a shortcoming whose id is the default of another',
    command: 'assess',
    input: results({ shortcomings: [shortcoming('2026-2'), shortcoming()] }),
    actor: 'ha',
    codes: ['SHORTCOMING_TWICE'],
    path: 'shortcomings[1].id',
  },
];

describe('a registration is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.name, row] as const))('%s: %s', (_c, _n, row) => {
    const { command, input, actor = 'khai', now = '2026-03-15T05:00:00.000Z', needs = {} } = row;
    const then = given(...(row.facts ?? HISTORIES_OF[command])).when(command, input, {
      actor,
      now,
      needs,
    });
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(registration)));

  it('for an area missing, each by its name', () => {
    const { outcome } = given().when('submit', form({ areas: [] }));
    expect(outcome).toMatchObject({
      reasons: AREAS.map((area) => ({ code: 'AREA_MISSING', params: { area } })),
    });
  });
});
