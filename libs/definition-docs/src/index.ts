export { bpmnXml } from './bpmn-xml.js';
export {
  type CommandDocument,
  type DefinitionDocument,
  definitionDocument,
  type DocumentSources,
  type FactDocument,
} from './definition-document.js';
export type { Arrow, Drawing, Shape, ShapeKind } from './drawing.js';
export { EVENT_SCHEMAS, type EventSchemas, type FactSchema } from './event-schemas.js';
export { mermaidText } from './mermaid-text.js';
export { missingTerms } from './missing-terms.js';
export { policySentence } from './policy-sentence.js';
export { referenceFiles } from './reference-files.js';
export { capital, termOf } from './words.js';
