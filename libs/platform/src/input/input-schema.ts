import type { InputClass, JsonSchema } from '#libs/kernel';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { targetConstructorToSchema } from 'class-validator-jsonschema';

const schemas = new Map<InputClass<object>, JsonSchema>();

/**
 * The JSON Schema of an input class, from the decorators that validate it: self-contained, nested
 * classes in place, unknown fields excluded. Made once per class.
 */
export function inputSchema(type: InputClass<object>): JsonSchema {
  let schema = schemas.get(type);
  if (schema === undefined) {
    schema = schemaOf(type);
    schemas.set(type, schema);
  }
  return schema;
}

function schemaOf(type: InputClass<object>): JsonSchema {
  const own = targetConstructorToSchema(type) as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  const properties = Object.entries(own.properties ?? {}).map(([name, property]) => [
    name,
    withNested(type, name, property),
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties) as JsonSchema,
    ...(own.required && { required: own.required }),
    additionalProperties: false,
  };
}

/** Puts the schema of a nested class where the generator left a reference by (ambiguous) name. */
function withNested(type: InputClass<object>, name: string, property: JsonSchema): JsonSchema {
  const nested = nestedType(type, name);
  if (nested === undefined) return property;
  if (property['type'] === 'array') return { ...property, items: inputSchema(nested) };
  return inputSchema(nested);
}

function nestedType(type: InputClass<object>, property: string): InputClass<object> | undefined {
  // Typed as if there always were one.
  const declared = defaultMetadataStorage.findTypeMetadata(type, property) as
    { typeFunction(): unknown } | undefined;
  const nested = declared?.typeFunction() as InputClass<object> | undefined;
  return nested === Object || nested === (Date as unknown) ? undefined : nested;
}
