import { readFileSync } from 'node:fs';
import { EVENT_SCHEMAS, missingTerms, referenceFiles } from '#libs/definition-docs';
import { eventSchemasText, generateEventSchemas } from '#libs/definition-docs/testing';
import { LANGUAGES } from '#libs/platform';
import { REACTORS, WORKFLOWS } from '#libs/workflows';
import { filesIn, REFERENCE, SCHEMAS } from './reference-folder.js';

const REMEDY = 'run `npm run docs`, read the difference, and commit it';

describe('the reference of the workflows', () => {
  it('has the event schemas that the declarations have', () => {
    const text = eventSchemasText(generateEventSchemas(WORKFLOWS));
    expect(readFileSync(SCHEMAS, 'utf8') === text ? 'up to date' : REMEDY).toBe('up to date');
  });

  it('says what the declarations say, in both languages', () => {
    const sources = { reactors: REACTORS, schemas: EVENT_SCHEMAS };
    const written = filesIn(REFERENCE);
    const wanted = referenceFiles(WORKFLOWS, LANGUAGES, sources);
    const stale = [...wanted].filter(([path, text]) => written.get(path) !== text);
    const left = [...written.keys()].filter((path) => !wanted.has(path));
    expect({ stale: stale.map(([path]) => path), left, remedy: REMEDY }).toEqual({
      stale: [],
      left: [],
      remedy: REMEDY,
    });
  });

  it.each(WORKFLOWS.map((workflow) => [workflow.name, workflow] as const))(
    'has a schema for every fact of %s',
    (name, workflow) => {
      const known = (EVENT_SCHEMAS[name] ?? []).map(({ type }) => type);
      expect([...workflow.facts.keys()].filter((type) => !known.includes(type))).toEqual([]);
    },
  );

  it.each(WORKFLOWS.map((workflow) => [workflow.name, workflow] as const))(
    'has a word in both languages for every code of %s',
    // Missing words belong into libs/platform/src/texts/*-terms.ts.
    (_, workflow) => expect(missingTerms(workflow, EVENT_SCHEMAS)).toEqual([]),
  );
});
