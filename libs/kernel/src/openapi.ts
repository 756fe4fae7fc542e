import { policyText } from './policy.js';
import type { AnyWorkflow, InputClass } from './workflow.js';

/** A JSON Schema object; the kernel does not look inside. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of an input class; given by the edge, which knows the validator's decorators. */
export type SchemaOf = (input: InputClass<object>) => JsonSchema;

/** OpenAPI path items, one per command, derived from the declaration. */
export const openApiPaths = (
  workflow: AnyWorkflow,
  schemaOf: SchemaOf,
): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(
    Object.entries(workflow.commands).map(([name, command]) => [
      `/api/v1/${workflow.name}/{id}/${name}`,
      {
        post: {
          operationId: `${workflow.name}.${name}`,
          tags: [workflow.name],
          'x-from': command.from,
          'x-by': policyText(command.by),
          'x-emits': command.emits,
          'x-refusals': (command.guards ?? []).flatMap((guard) => guard.codes),
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: schemaOf(command.input) },
            },
          },
        },
      },
    ]),
  );
