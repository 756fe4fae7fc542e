import type { JsonSchema } from '../../api/instance-types.js';
import { fieldsOf, withChanges, type Field } from './fields-of-schema.js';
import { referencesIn } from './references.js';
import { emptyLine, fieldAt, inputOf, lineNamed, valuesFor } from './form-input.js';

const DAY: JsonSchema = {
  type: 'string',
  maxLength: 10,
  oneOf: [
    { type: 'string', format: 'date' },
    { type: 'string', format: 'date-time' },
  ],
};
const MOMENT: JsonSchema = { type: 'string', oneOf: DAY.oneOf ?? [] };
const MEMBER: JsonSchema = { type: 'string', pattern: '^[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?$' };
const UNIT: JsonSchema = { type: 'string', pattern: '^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$' };
const KEY: JsonSchema = { type: 'string', pattern: '^[a-z0-9-]{1,40}$' };
const text = (maxLength: number): JsonSchema => ({ type: 'string', maxLength });

const object = (properties: Record<string, JsonSchema>, required: string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
});

const REMEDIES: JsonSchema = {
  type: 'array',
  items: object({ id: KEY, measure: text(500), ownerId: MEMBER, due: DAY }, ['id', 'measure']),
};

const only = (fields: readonly Field[], name: string) => fields.find((one) => one.name === name);

describe('the fields of a schema', () => {
  it.each<[string, JsonSchema, string]>([
    ['on', DAY, 'date'],
    ['startsAt', MOMENT, 'moment'],
    ['startsAt', { type: 'string', pattern: '^(?:[01]\\d|2[0-3]):[0-5]\\d$' }, 'time'],
    [
      'at',
      { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d)?Z$' },
      'moment',
    ],
    ['reason', text(60), 'text'],
    ['reason', text(1000), 'longText'],
    ['channel', { type: 'string', enum: ['a', 'b'] }, 'choice'],
    ['channels', { type: 'array', items: { type: 'string', enum: ['a'] } }, 'choices'],
    ['subjectId', MEMBER, 'member'],
    ['speakerId', text(64), 'member'],
    ['toUnitId', UNIT, 'unit'],
    ['decidedAt', UNIT, 'unit'],
    ['meetingId', UNIT, 'text'],
    ['judges', { type: 'array', items: UNIT }, 'members'],
    ['into', { type: 'array', items: UNIT }, 'units'],
    ['excluded', { type: 'array', items: MEMBER }, 'members'],
    ['points', { type: 'number' }, 'number'],
    ['unitClosed', { type: 'boolean' }, 'yesNo'],
    ['counts', { type: 'object' }, 'counts'],
    ['cap', object({ percent: { type: 'integer' } }), 'group'],
    ['remedies', REMEDIES, 'list'],
    ['tags', { type: 'array', items: text(20) }, 'texts'],
  ])('%s of %j is filled in as %s', (name, schema, kind) => {
    expect(fieldsOf(object({ [name]: schema }), 'do')[0]).toMatchObject({
      name,
      kind,
      required: false,
    });
  });

  it('makes the keys of lines itself, but asks for a key that names something', () => {
    expect(fieldsOf(REMEDIES.items ?? {}, 'line')[0]).toMatchObject({ name: 'id', kind: 'key' });
    expect(fieldsOf(object({ key: KEY }), 'report')[0]).toMatchObject({ kind: 'text' });
  });

  it.each([
    ['discuss', 'key'],
    ['reportIssue', 'text'],
  ])('the id of %s is a %s', (command, kind) => {
    expect(fieldsOf(object({ id: KEY, text: text(200) }, ['id', 'text']), command)[0]?.kind).toBe(
      kind,
    );
  });

  it('asks for the key of a line that only answers', () => {
    const answers = object({ key: KEY, mark: { type: 'string', enum: ['done'] } }, ['key', 'mark']);
    expect(fieldsOf(answers, 'line')[0]).toMatchObject({ name: 'key', kind: 'text' });
  });

  it('offers the lines of the record where a field names one of them', () => {
    const fields = fieldsOf(
      object({
        shortcomingId: KEY,
        deeds: { type: 'array', items: object({ key: KEY, mark: text(20) }) },
      }),
      'do',
    );
    const data = {
      form: { deeds: [{ key: 'd1', content: 'Thăm hộ nghèo' }, { key: 'd2' }] },
      shortcomings: [{ id: 's1', text: 'Chậm' }],
    };
    expect(referencesIn(fields, data)).toEqual({
      shortcomingId: { kind: 'choice', options: [{ value: 's1', label: 'Chậm' }] },
      deeds: {
        lines: [
          { value: 'd1', label: 'Thăm hộ nghèo' },
          { value: 'd2', label: 'd2' },
        ],
      },
    });
    expect(referencesIn(fields, {})).toEqual({});
  });

  it('takes what the page knows better, also within lines', () => {
    const options = [{ value: 'd1', label: 'Thăm hỏi' }];
    const fields = withChanges(fieldsOf(object({ remedies: REMEDIES }), 'do'), {
      'remedies.id': { kind: 'choice', options },
    });
    expect(fields[0]?.fields?.[0]).toMatchObject({ name: 'id', kind: 'choice', options });
    expect(fields[0]?.fields?.[1]).toMatchObject({ name: 'measure', kind: 'longText' });
  });
});

describe('what is sent', () => {
  const fields = fieldsOf(
    object(
      { text: text(500), points: { type: 'number' }, at: MOMENT, remedies: REMEDIES, on: DAY },
      ['text', 'on'],
    ),
    'do',
  );
  const line = (measure: string, id: string) => ({ id, measure, ownerId: '', due: '' });

  it('leaves blanks and blank lines out, and trims', () => {
    const values = {
      ...valuesFor(fields, {}),
      text: '  Tốt ',
      on: '2026-03-05',
      remedies: [line('', 'k1'), line('Họp dân', 'k2')],
    };
    expect(inputOf(fields, values).input).toEqual({
      text: 'Tốt',
      on: '2026-03-05',
      remedies: [{ id: 'k2', measure: 'Họp dân' }],
    });
  });

  it('reads a number with a comma, and hands on what is none', () => {
    expect(inputOf(fields, { points: '7,5' }).input).toEqual({ points: 7.5 });
    expect(inputOf(fields, { points: 'bảy' }).input).toEqual({ points: 'bảy' });
  });

  it('says a time of day as the clock in Vietnam has it', () => {
    expect(inputOf(fields, { at: '2026-03-05T09:00' }).input).toEqual({
      at: '2026-03-05T02:00:00Z',
    });
    expect(valuesFor(fields, { at: '2026-03-05T02:00:00Z' })['at']).toBe('2026-03-05T09:00');
  });

  it('finds the line on screen that a reason names, past blank lines', () => {
    const { kept } = inputOf(fields, { remedies: [line('', 'k1'), line('Họp dân', 'k2')] });
    expect(fieldAt('remedies[0].due', fields, kept)).toBe('remedies.1.due');
    expect(fieldAt('remedies', fields, kept)).toBe('remedies');
    expect(fieldAt('text', fields, kept)).toBe('text');
    expect(fieldAt('elsewhere', fields, kept)).toBe('');
    expect(fieldAt(undefined, fields, kept)).toBe('');
  });

  it('gives each given line its place, and sends those that somebody answered', () => {
    const marks = { type: 'array', items: object({ key: KEY, mark: text(20) }) };
    const lines = [
      { value: 'd1', label: 'Thăm hộ nghèo' },
      { value: 'd2', label: 'Đọc sách' },
    ];
    const given = withChanges(fieldsOf(object({ deeds: marks }), 'remark'), { deeds: { lines } });
    const values = valuesFor(given, { deeds: [{ key: 'd2', mark: 'done' }] });
    expect(values['deeds']).toEqual([
      { key: 'd1', mark: '' },
      { key: 'd2', mark: 'done' },
    ]);
    const { input, kept } = inputOf(given, values);
    expect(input).toEqual({ deeds: [{ key: 'd2', mark: 'done' }] });
    expect(fieldAt('deeds[0].mark', given, kept)).toBe('deeds.1.mark');
    expect(lineNamed('deeds', { key: 'd1' }, given)).toBe('deeds.0.mark');
    expect(lineNamed('deeds', { key: 'd9' }, given)).toBe('deeds');
  });

  it('never gives a new line the key of another', () => {
    const inLine = only(fields, 'remedies')?.fields ?? [];
    expect(emptyLine(inLine, [line('', 'k1'), line('', 'k3')])['id']).toBe('k4');
    expect(emptyLine(inLine, [line('', 'k2')])['id']).toBe('k3');
  });

  it('begins a required list with one line, and keeps what is known', () => {
    const list = fieldsOf(object({ remedies: REMEDIES }, ['remedies']), 'do');
    expect(valuesFor(list, {})['remedies']).toHaveLength(1);
    expect(valuesFor(list, { remedies: [] })['remedies']).toEqual([]);
    expect(valuesFor(list, { remedies: [{ id: 'a', measure: 'b' }] })['remedies']).toEqual([
      { id: 'a', measure: 'b', ownerId: '', due: '' },
    ]);
  });
});
