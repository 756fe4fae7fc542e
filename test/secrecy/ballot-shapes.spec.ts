import { EVENT_SCHEMAS } from '#libs/definition-docs';
import type { JsonSchema } from '#libs/kernel';
import { inputSchema } from '#libs/platform';
import { WORKFLOWS } from '#libs/workflows';

/** Words by which a field could hold what somebody chose. */
const CHOICE = /^(option|options|choice|choices|vote|votes|ballot|ballots|tally|winner)$/;

interface Shape {
  readonly where: string;
  readonly fields: readonly string[];
}

const childrenOf = (schema: JsonSchema): readonly (readonly [string, JsonSchema])[] => [
  ...Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>),
  ...(['items', 'additionalProperties'] as const).flatMap((key) =>
    typeof schema[key] === 'object' ? [['[]', schema[key] as JsonSchema] as const] : [],
  ),
  ...(['anyOf', 'oneOf', 'allOf'] as const).flatMap((key) =>
    ((schema[key] ?? []) as JsonSchema[]).map((each) => ['', each] as const),
  ),
];

/** Every object of a schema that has a field for a choice, with all its fields. */
function shapesIn(schema: JsonSchema, where: string): Shape[] {
  const fields = Object.keys(schema['properties'] ?? {}).sort();
  const own = fields.some((field) => CHOICE.test(field)) ? [{ where, fields }] : [];
  return [
    ...own,
    ...childrenOf(schema).flatMap(([name, child]) =>
      shapesIn(child, `${where}${name && '.'}${name}`),
    ),
  ];
}

const OPTION_COUNT = ['count', 'option'];
const TALLY = ['issued', 'returned', 'valid', 'votes'];
const OPENING = ['on', 'options', 'voteId'];
const RECORDED = ['issued', 'on', 'returned', 'tellers', 'valid', 'voteId', 'votes'];

const inputs = WORKFLOWS.flatMap((workflow) =>
  Object.entries(workflow.commands).flatMap(([name, { input }]) =>
    shapesIn(inputSchema(input), `${workflow.name}.${name}`),
  ),
);
const facts = WORKFLOWS.flatMap(({ name }) =>
  (EVENT_SCHEMAS[name] ?? []).flatMap(({ type, data, sealed }) => [
    ...shapesIn(data, type),
    ...Object.entries(sealed ?? {}).flatMap(([part, schema]) =>
      shapesIn(schema, `${type}.sealed.${part}`),
    ),
  ]),
);

describe('no form that is filled in has room for who chose what', () => {
  const allowed: Record<string, readonly string[]> = {
    'classification.openBallot': OPENING,
    'classification.tallyBallot': RECORDED,
    'classification.tallyBallot.votes.[]': OPTION_COUNT,
    'commendation.openCouncilVote': OPENING,
    'commendation.tallyCouncilVote': RECORDED,
    'commendation.tallyCouncilVote.votes.[]': OPTION_COUNT,
    'meeting.openVote': ['itemKey', ...OPENING].sort(),
    'meeting.tallyVote': RECORDED,
    'meeting.tallyVote.votes.[]': OPTION_COUNT,
  };
  it('each that asks for a choice at all is one of these, with these fields and no others', () =>
    expect(Object.fromEntries(inputs.map(({ where, fields }) => [where, fields]))).toEqual(
      allowed,
    ));
});

describe('no fact has room for who chose what, nor for when', () => {
  it('an option stands beside its count and nothing else', () => {
    const ofOptions = facts.filter(({ fields }) => fields.includes('option'));
    expect(ofOptions.length).toBeGreaterThan(2);
    for (const { where, fields } of ofOptions)
      expect({ where, fields }).toEqual({ where, fields: OPTION_COUNT });
  });

  it('a tally is four totals', () => {
    const tallies = facts.filter(({ where }) => where.endsWith('.tally'));
    expect(tallies.map(({ where }) => where)).toEqual([
      'ResolutionVoted.tally',
      'BallotTallied.tally',
      'CouncilVoted.tally',
    ]);
    for (const { where, fields } of tallies)
      expect({ where, fields }).toEqual({ where, fields: TALLY });
  });

  it('what remains: who may vote and on which options, a show of hands, which option won', () => {
    const rest = facts.filter(
      ({ where, fields }) =>
        !where.endsWith('.tally') && !fields.some((field) => ['option', 'tally'].includes(field)),
    );
    const named = Object.fromEntries(rest.map(({ where, fields }) => [where, fields]));
    // In an attendance `votes` says whether the person may vote at all.
    const entry = ['memberId', 'presence', 'votes'];
    expect(named).toEqual({
      'AttendanceRecorded.entries.[]': entry,
      'SessionAttendanceRecorded.entries.[]': entry,
      MinutesAdopted: expect.arrayContaining(['votes']) as string[],
      SessionMinutesAdopted: expect.arrayContaining(['votes']) as string[],
      RatingProposed: expect.arrayContaining(['ballot']) as string[],
      BallotOpened: expect.arrayContaining(['electorate', 'options']) as string[],
      CouncilVoteOpened: expect.arrayContaining(['electorate', 'options']) as string[],
      ResolutionVoteOpened: expect.arrayContaining(['electorate', 'options']) as string[],
    });
    const ofType = (type: string) =>
      WORKFLOWS.flatMap(({ name }) => EVENT_SCHEMAS[name] ?? []).find((one) => one.type === type)!
        .data as { properties: Record<string, { properties?: object; items?: object }> };
    for (const type of ['AttendanceRecorded', 'SessionAttendanceRecorded'])
      expect(ofType(type).properties['entries']!.items).toMatchObject({
        properties: { votes: { type: 'boolean' } },
      });
    for (const type of ['MinutesAdopted', 'SessionMinutesAdopted'])
      expect(Object.keys(ofType(type).properties['votes']!.properties!).sort()).toEqual([
        ...['abstained', 'against', 'for'],
      ]);
  });

  it('none of them has a time of day', () => {
    const ballots = new Set(facts.map(({ where }) => where.split('.')[0]!));
    for (const type of ballots) {
      const schema = WORKFLOWS.flatMap(({ name }) => EVENT_SCHEMAS[name] ?? []).find(
        (each) => each.type === type,
      )!;
      const fields = Object.keys(schema.data['properties'] ?? {});
      expect(fields.filter((field) => /^(at|time|startsAt|castAt|.*At)$/.test(field))).toEqual(
        fields.includes('decidedAt') ? ['decidedAt'] : [],
      );
    }
  });
});
