import { all, any, above, distinctFrom, holds, is, not, type Policy, system } from '#libs/kernel';
import { WORKFLOWS, REACTORS } from '#libs/workflows';
import { definitionDocument } from './definition-document.js';
import { EVENT_SCHEMAS } from './event-schemas.js';
import { fieldsOf, typeWords } from './input-fields.js';
import { policySentence } from './policy-sentence.js';
import { referenceFiles } from './reference-files.js';

const SOURCES = { reactors: REACTORS, schemas: EVENT_SCHEMAS };
const registration = WORKFLOWS.find(({ name }) => name === 'registration')!;

describe('a policy as a sentence', () => {
  const cell = any(
    holds('secretary', 'unitId'),
    holds('deputy', 'unitId'),
    above('secretary', 'unitId'),
  );
  it.each<[Policy, string, string]>([
    [system, 'Hệ thống.', 'The system itself.'],
    [is('memberId'), 'Chính đảng viên của hồ sơ.', 'The member of the record.'],
    [
      cell,
      'Bí thư hoặc phó bí thư của đơn vị; hoặc bí thư ở cấp trên của đơn vị.',
      'The secretary or the deputy secretary of the unit; or the secretary of a unit above the unit.',
    ],
    [
      all(holds('secretary', 'unitId'), not(is('memberId'))),
      'Bí thư của đơn vị; nhưng không phải chính đảng viên của hồ sơ.',
      'The secretary of the unit; but not the member of the record.',
    ],
    [
      any(system, all(is('memberId'), distinctFrom('RegistrationReturned'))),
      'Hệ thống hoặc (chính đảng viên của hồ sơ; nhưng không phải người đã làm bước ' +
        '«trả lại bản đăng ký»).',
      'The system itself or (the member of the record; but not whoever did the step ' +
        '“registration returned”).',
    ],
    [
      all(all(holds('secretary', 'unitId'), not(is('memberId'))), distinctFrom('PlanIssued')),
      'Bí thư của đơn vị; nhưng không phải chính đảng viên của hồ sơ hoặc người đã làm bước ' +
        '«ban hành kế hoạch».',
      'The secretary of the unit; but not the member of the record or whoever did the step ' +
        '“plan issued”.',
    ],
    [
      not(is('memberId')),
      'Bất kỳ ai, trừ chính đảng viên của hồ sơ.',
      'Anybody but the member of the record.',
    ],
  ])('%j', (policy, vi, en) => {
    expect(policySentence(policy, 'vi')).toBe(vi);
    expect(policySentence(policy, 'en')).toBe(en);
  });
});

describe('a schema in words', () => {
  it.each([
    [{ type: 'string', minLength: 1, maxLength: 40 }, 'text, 1–40 characters'],
    [{ type: 'string', maxLength: 10, oneOf: [{ format: 'date' }] }, 'date (YYYY-MM-DD)'],
    [{ type: 'string', pattern: '^a$' }, 'code'],
    [{ type: 'integer', minimum: 1, maximum: 5 }, 'whole number from 1 up to 5'],
    [{ type: 'string', enum: ['a', 'b'] }, 'one of: `a`, `b`'],
    [{ const: true }, 'always `true`'],
    [{ type: 'array', items: { type: 'string' }, maxItems: 3 }, 'list of text, at most 3'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'text or nothing'],
    [{ type: ['string', 'null'] }, 'text or nothing'],
    [{}, 'anything'],
  ])('%j is %s', (schema, words) => expect(typeWords(schema, 'en')).toBe(words));

  it('lists the fields inside lists and groups after their own', () => {
    const line = { type: 'object', properties: { key: { type: 'string' } }, required: ['key'] };
    const schema = { type: 'object', properties: { deeds: { type: 'array', items: line } } };
    expect(fieldsOf(schema, 'en')).toEqual([
      { path: 'deeds', text: 'deeds', type: 'list', required: false },
      { path: 'deeds[].key', text: 'key', type: 'text', required: true },
    ]);
  });
});

describe('the document of a workflow', () => {
  const page = definitionDocument(registration, 'en', SOURCES);

  it('has a cell for every state in which a command is possible, and no other', () => {
    const declared = Object.entries(registration.commands).flatMap(([command, { from }]) =>
      from.map((state) => `${command} in ${state}`),
    );
    const shown = page.matrix.map(({ command, state }) => `${command} in ${state}`);
    expect(shown.toSorted()).toEqual(declared.toSorted());
  });

  it('says where a command leads', () =>
    expect(page.matrix.find(({ command }) => command === 'endorse')).toEqual({
      state: 'submitted',
      command: 'endorse',
      to: ['endorsed'],
    }));

  it('lists what policies and guards refuse with', () => {
    const submit = page.commands.find(({ name }) => name === 'submit')!;
    expect(submit.refusals).toContainEqual({
      code: 'DEEDS_LT_MIN',
      text: 'At least {min} deeds are needed; there are {actual}.',
    });
  });

  it('shows what is sealed apart from what is clear', () => {
    const submitted = page.facts.find(({ type }) => type === 'RegistrationSubmitted')!;
    expect(submitted.sealed.map(({ part }) => part)).toEqual(['form']);
    expect(submitted.fields.map(({ path }) => path)).toContain('counts.deeds');
    expect(submitted.fields.map(({ path }) => path)).not.toContain('form.deeds[].content');
  });
});

it('writes the same texts each time', () => {
  const once = referenceFiles(WORKFLOWS, ['vi', 'en'], SOURCES);
  expect([...referenceFiles(WORKFLOWS, ['vi', 'en'], SOURCES)]).toEqual([...once]);
});

describe('the drawings', () => {
  it.each(WORKFLOWS.map((workflow) => [workflow.name, workflow] as const))(
    'of %s lie within their size, no state on another',
    (_, workflow) => {
      const { stateDiagram, processDiagram } = definitionDocument(workflow, 'vi', SOURCES);
      for (const { width, height, shapes, arrows } of [stateDiagram, processDiagram]) {
        for (const shape of shapes) {
          expect(shape.x).toBeGreaterThanOrEqual(0);
          expect(shape.y).toBeGreaterThanOrEqual(0);
          expect(shape.x + shape.width).toBeLessThanOrEqual(width);
          expect(shape.y + shape.height).toBeLessThanOrEqual(height);
        }
        const ids = new Set(shapes.map(({ id }) => id));
        for (const { from, to } of arrows)
          expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
      }
      const { shapes } = stateDiagram;
      for (const [index, one] of shapes.entries())
        for (const other of shapes.slice(index + 1)) {
          const apart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y;
          expect([one.id, other.id, apart]).toEqual([one.id, other.id, true]);
        }
      const shown = shapes.flatMap(({ id }) => id);
      expect(shown).toEqual(expect.arrayContaining(Object.keys(workflow.states)));
    },
  );
});
