import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { inputSchema } from './input-schema.js';
import { validateInput } from './validate-input.js';

class Deed {
  @IsString() @MaxLength(10) content: string;
  @IsOptional() @IsString() measure?: string;
}

class Form {
  @IsArray() @ArrayMaxSize(3) @ValidateNested({ each: true }) @Type(() => Deed) deeds: Deed[];
  @IsOptional() @IsInt() year?: number;
}

class Dated {
  @Matches(/^\d{4}$/) on: string;
}
class WithNothingOfItsOwn extends Dated {}
class Empty {
  undecorated?: string;
}

/** A value nested `levels` deep. */
const nested = (levels: number): unknown =>
  JSON.parse('{"x":'.repeat(levels) + '1' + '}'.repeat(levels));

describe('validating input', () => {
  it('gives an instance of the class, nested classes included', () => {
    const result = validateInput(Form, { deeds: [{ content: 'học' }], year: 2026 });
    expect(result).toEqual({ kind: 'valid', input: { deeds: [{ content: 'học' }], year: 2026 } });
    expect(result.kind === 'valid' && result.input.deeds[0]).toBeInstanceOf(Deed);
  });

  const INVALID: [string, unknown, object[]][] = [
    ['nothing', {}, [{ code: 'FIELD_MISSING', path: 'deeds' }]],
    ['null for a field', { deeds: null }, [{ code: 'FIELD_MISSING', path: 'deeds' }]],
    ['an unknown field', { deeds: [], colour: 1 }, [{ code: 'FIELD_UNKNOWN', path: 'colour' }]],
    [
      'an unknown field below',
      { deeds: [{ content: 'a' }, { content: 'b', secret: 1 }] },
      [{ code: 'FIELD_UNKNOWN', path: 'deeds[1].secret' }],
    ],
    [
      'a missing field below',
      { deeds: [{}] },
      [{ code: 'FIELD_MISSING', path: 'deeds[0].content' }],
    ],
    [
      'a text that is too long',
      { deeds: [{ content: 'x'.repeat(11) }] },
      [{ code: 'FIELD_INVALID', path: 'deeds[0].content', params: { constraint: 'maxLength' } }],
    ],
    [
      'a text in place of a list',
      { deeds: 'two' },
      [{ code: 'FIELD_INVALID', path: 'deeds', params: { constraint: 'isArray' } }],
    ],
    [
      'a text in place of an object',
      { deeds: ['two'] },
      [{ code: 'FIELD_INVALID', path: 'deeds[0]', params: { constraint: 'nestedValidation' } }],
    ],
    ['a list', [], [{ code: 'FIELD_INVALID', path: '', params: { constraint: 'isObject' } }]],
    ['a text', 'x', [{ code: 'FIELD_INVALID', path: '', params: { constraint: 'isObject' } }]],
    ['null', null, [{ code: 'FIELD_INVALID', path: '', params: { constraint: 'isObject' } }]],
    [
      'ten thousand levels',
      nested(10_000),
      [{ code: 'FIELD_INVALID', path: '', params: { constraint: 'nesting' } }],
    ],
  ];
  it.each(INVALID)('refuses %s', (_what, body, reasons) => {
    expect(validateInput(Form, body)).toEqual({ kind: 'invalid', reasons });
  });

  it('names every field that is wrong, not only the first', () => {
    const result = validateInput(Form, { deeds: [{}, { content: 3 }], year: 'x', b: 1 });
    const paths = result.kind === 'invalid' ? result.reasons.map(({ path }) => path) : [];
    expect(paths.toSorted()).toEqual(['b', 'deeds[0].content', 'deeds[1].content', 'year']);
  });

  it('knows classes whose fields are all inherited, and classes without any', () => {
    expect(validateInput(WithNothingOfItsOwn, { on: '2026' }).kind).toBe('valid');
    expect(validateInput(WithNothingOfItsOwn, { on: '2026', x: 1 }).kind).toBe('invalid');
    expect(validateInput(Empty, {}).kind).toBe('valid');
    expect(validateInput(Empty, { undecorated: 'x' }).kind).toBe('invalid');
  });
});

describe('the JSON Schema of an input', () => {
  it('holds nested classes in place and excludes other fields', () => {
    expect(inputSchema(Form)).toMatchObject({
      type: 'object',
      required: ['deeds'],
      additionalProperties: false,
      properties: {
        deeds: {
          type: 'array',
          maxItems: 3,
          items: {
            properties: { content: { type: 'string', maxLength: 10 } },
            required: ['content'],
          },
        },
        year: { type: 'integer' },
      },
    });
  });

  it('is made once', () => expect(inputSchema(Form)).toBe(inputSchema(Form)));

  it('covers inherited fields and classes without any', () => {
    expect(inputSchema(WithNothingOfItsOwn)).toMatchObject({
      properties: { on: { type: 'string' } },
    });
    expect(inputSchema(Empty)).toEqual({
      type: 'object',
      properties: {},
      additionalProperties: false,
    });
  });
});
