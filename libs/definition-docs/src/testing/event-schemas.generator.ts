import { createGenerator } from 'ts-json-schema-generator';
import {
  type AnyWorkflow,
  DEADLINE_FACTS,
  DEFINITION_MIGRATED,
  type JsonSchema,
} from '#libs/kernel';
import type { EventSchemas, FactSchema } from '../event-schemas.js';

const EVENT_FILES =
  '{libs/workflows/src/*/*.events.ts,libs/kernel/src/{deadline-facts,versions}.ts}';

const properties = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> =>
  (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;

/** `criticism-session` declares its facts as `CriticismSessionFacts`. */
export const factsTypeOf = (workflow: string): string =>
  `${workflow
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Facts`;

/** A sealed part is stored as `{ of, value }`; the reader wants the value. */
const sealedOf = (schema: JsonSchema | undefined): FactSchema['sealed'] => {
  if (schema === undefined) return undefined;
  const parts = Object.entries(properties(schema));
  return Object.fromEntries(parts.map(([name, part]) => [name, properties(part)['value'] ?? {}]));
};

/** The kernel's own facts; only an extension has a reason, in the words of whoever gave it. */
const deadlineSchema = (type: string, data: JsonSchema): FactSchema => ({
  type,
  data,
  ...(type === 'DeadlineExtended' && { sealed: { reason: { type: 'string' } } }),
});

/**
 * JSON Schemas of all facts, read from the TypeScript declarations. Runs in the repository's root.
 * @throws when a workflow's facts have no declaration of the expected name
 */
export function generateEventSchemas(workflows: readonly AnyWorkflow[]): EventSchemas {
  const generator = createGenerator({
    path: EVENT_FILES,
    tsconfig: 'tsconfig.json',
    skipTypeCheck: true,
    expose: 'none',
    topRef: false,
    jsDoc: 'extended',
    sortProps: true,
  });
  const deadlineFact = generator.createSchema('DeadlineFact') as JsonSchema;
  const ofWorkflow = ({ name, facts }: AnyWorkflow): readonly FactSchema[] => {
    const declared = properties(generator.createSchema(factsTypeOf(name)) as JsonSchema);
    return [...facts.keys()].flatMap((type): FactSchema[] => {
      if (type === DEFINITION_MIGRATED)
        return [{ type, data: generator.createSchema('MigrationFact') as JsonSchema }];
      if (DEADLINE_FACTS.has(type)) return [deadlineSchema(type, deadlineFact)];
      const schema = declared[type];
      if (schema === undefined) return [];
      const { data = {}, sealed } = properties(schema);
      const parts = sealedOf(sealed);
      const description = schema['description'];
      return [
        {
          type,
          ...(typeof description === 'string' && { description }),
          data,
          ...(parts !== undefined && { sealed: parts }),
        },
      ];
    });
  };
  return Object.fromEntries(workflows.map((workflow) => [workflow.name, ofWorkflow(workflow)]));
}

/** The text of the committed file. */
export const eventSchemasText = (schemas: EventSchemas): string =>
  `${JSON.stringify(schemas, null, 2)}\n`;
