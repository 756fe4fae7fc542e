import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { referenceFiles } from '#libs/definition-docs';
import { eventSchemasText, generateEventSchemas } from '#libs/definition-docs/testing';
import { LANGUAGES } from '#libs/platform';
import { REACTORS, WORKFLOWS } from '#libs/workflows';
import { REFERENCE, SCHEMAS, writeFolder } from './reference-folder.js';

// npm run docs: writes what the declarations say, so that a change of meaning shows in review.
const schemas = generateEventSchemas(WORKFLOWS);
writeFileSync(SCHEMAS, eventSchemasText(schemas));
const files = referenceFiles(WORKFLOWS, LANGUAGES, { reactors: REACTORS, schemas });
writeFolder(REFERENCE, files);
process.stdout.write(`guong: ${files.size} files in docs/reference/workflows\n`);
