import type { AnyWorkflow } from '#libs/kernel';
import type { EventSchemas } from './event-schemas.js';
import { inputSchema } from '#libs/platform';
import { fieldNames } from './input-fields.js';
import { hasTerm } from './words.js';

/** Codes of a workflow that people would read without a word for them: `command: submit`. */
export function missingTerms(workflow: AnyWorkflow, schemas: EventSchemas): readonly string[] {
  const facts = schemas[workflow.name] ?? [];
  const codes: readonly (readonly [kind: string, codes: readonly string[]])[] = [
    ['workflow', [workflow.name]],
    ['state', Object.keys(workflow.states)],
    ['command', Object.keys(workflow.commands)],
    ['fact', [...workflow.facts.keys()]],
    ['deadline', Object.keys(workflow.deadlines)],
    [
      'field',
      [
        ...Object.values(workflow.commands).flatMap(({ input }) => fieldNames(inputSchema(input))),
        ...facts.flatMap(({ data, sealed = {} }) => [
          ...fieldNames(data),
          ...Object.keys(sealed),
          ...Object.values(sealed).flatMap(fieldNames),
        ]),
      ],
    ],
  ];
  return codes.flatMap(([kind, all]) =>
    [...new Set(all)]
      .filter((code) => !hasTerm(kind, code, workflow.name))
      .map((code) => `${kind}: ${code}`),
  );
}
