import type { AnyWorkflow } from '#libs/kernel';
import type { Language } from '#libs/platform';
import { bpmnXml } from './bpmn-xml.js';
import { definitionDocument, type DocumentSources } from './definition-document.js';
import { markdownIndex, markdownPage } from './markdown-page.js';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The schemas of one workflow's facts as one JSON Schema document. */
const schemaFile = (workflow: AnyWorkflow, { schemas }: DocumentSources): string =>
  json({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: workflow.name,
    $defs: Object.fromEntries(
      (schemas[workflow.name] ?? []).map(({ type, description, data, sealed }) => [
        type,
        {
          ...(description !== undefined && { description }),
          type: 'object',
          properties: {
            data,
            ...(sealed !== undefined && { sealed: { type: 'object', properties: sealed } }),
          },
        },
      ]),
    ),
  });

/**
 * The reference of all workflows as texts by path: a page and a BPMN file for each workflow and
 * language, an index, and the event schemas, which have no language. The same declaration gives the
 * same texts.
 */
export function referenceFiles(
  workflows: readonly AnyWorkflow[],
  languages: readonly Language[],
  sources: DocumentSources,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const workflow of workflows)
    files.set(`schemas/${workflow.name}.json`, schemaFile(workflow, sources));
  for (const language of languages) {
    files.set(`${language}/README.md`, markdownIndex(workflows, language));
    for (const workflow of workflows) {
      const page = definitionDocument(workflow, language, sources);
      files.set(`${language}/${workflow.name}.md`, markdownPage(page));
      files.set(`${language}/${workflow.name}.bpmn`, bpmnXml(workflow, language));
    }
  }
  return files;
}
