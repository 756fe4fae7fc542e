export { eventSchemasText, factsTypeOf, generateEventSchemas } from './event-schemas.generator.js';
