import type { AnyWorkflow, JsonSchema, Reactor } from '#libs/kernel';
import { inputSchema, type Language, REFUSAL_TEXTS } from '#libs/platform';
import { type DeadlineText, deadlinesOf } from './deadline-words.js';
import type { Drawing } from './drawing.js';
import type { EventSchemas, FactSchema } from './event-schemas.js';
import { type FieldText, fieldsOf } from './input-fields.js';
import { mermaidText } from './mermaid-text.js';
import { policyCodes, policySentence } from './policy-sentence.js';
import { processDiagram } from './process-diagram.js';
import { stateDiagram } from './state-diagram.js';
import { transitionsOf } from './transitions.js';
import { capital, termOf } from './words.js';

export interface RefusalText {
  readonly code: string;
  readonly text: string;
}

export interface CommandDocument {
  readonly name: string;
  readonly text: string;
  /** Who may give it. */
  readonly by: string;
  readonly emits: readonly { readonly type: string; readonly text: string }[];
  /** What it must know from elsewhere: `membership(memberId)`. */
  readonly needs: readonly string[];
  readonly fields: readonly FieldText[];
  readonly input: JsonSchema;
  readonly refusals: readonly RefusalText[];
}

export interface StateDocument {
  readonly name: string;
  readonly text: string;
  readonly start: boolean;
  readonly final: boolean;
}

/** One cell of the matrix that is not empty: what the command leads to in that state. */
export interface MatrixCell {
  readonly state: string;
  readonly command: string;
  readonly to: readonly string[];
}

export interface FactDocument {
  readonly type: string;
  readonly text: string;
  /** The state it leads to, by code. */
  readonly to: string | undefined;
  readonly schemaVersion: number;
  readonly fields: readonly FieldText[];
  readonly sealed: readonly {
    readonly part: string;
    readonly text: string;
    readonly fields: readonly FieldText[];
  }[];
  readonly schema: FactSchema | undefined;
  /** Reactors that listen. */
  readonly reactors: readonly string[];
}

/** Everything that a declaration says, in one language. */
export interface DefinitionDocument {
  readonly name: string;
  readonly version: number;
  readonly stream: string;
  readonly title: string;
  readonly language: Language;
  readonly states: readonly StateDocument[];
  readonly commands: readonly CommandDocument[];
  readonly matrix: readonly MatrixCell[];
  readonly deadlines: readonly DeadlineText[];
  readonly facts: readonly FactDocument[];
  readonly mermaid: string;
  readonly stateDiagram: Drawing;
  readonly processDiagram: Drawing;
}

/** What a document is made from beside the workflow itself. */
export interface DocumentSources {
  readonly reactors: readonly Reactor[];
  readonly schemas: EventSchemas;
}

const commandsOf = (workflow: AnyWorkflow, language: Language): readonly CommandDocument[] =>
  Object.entries(workflow.commands).map(([name, command]) => {
    const input = inputSchema(command.input);
    const codes = [
      ...policyCodes(command.by),
      ...(command.guards ?? []).flatMap((guard) => guard.codes),
    ];
    return {
      name,
      text: capital(termOf('command', name, language, workflow.name)),
      by: policySentence(command.by, language),
      emits: command.emits.map((type) => ({ type, text: capital(termOf('fact', type, language)) })),
      needs: Object.values(command.needs ?? {}).map(({ label }) => label),
      fields: fieldsOf(input, language),
      input,
      refusals: [...new Set(codes)].map((code) => ({
        code,
        text: REFUSAL_TEXTS[code]?.[language] ?? code,
      })),
    };
  });

const matrixOf = (workflow: AnyWorkflow): readonly MatrixCell[] => {
  const cells = new Map<string, { state: string; command: string; to: string[] }>();
  for (const { from, to, command } of transitionsOf(workflow)) {
    const key = `${command} ${from}`;
    const cell = cells.get(key) ?? { state: from, command, to: [] };
    cell.to.push(to);
    cells.set(key, cell);
  }
  return [...cells.values()];
};

const factsOf = (
  workflow: AnyWorkflow,
  language: Language,
  { reactors, schemas }: DocumentSources,
): readonly FactDocument[] =>
  [...workflow.facts].map(([type, { to, schemaVersion = 1 }]) => {
    const schema = schemas[workflow.name]?.find((one) => one.type === type);
    return {
      type,
      text: capital(termOf('fact', type, language)),
      to,
      schemaVersion,
      fields: fieldsOf(schema?.data ?? {}, language),
      sealed: Object.entries(schema?.sealed ?? {}).map(([part, value]) => ({
        part,
        text: termOf('field', part, language),
        fields: fieldsOf(value, language),
      })),
      schema,
      reactors: reactors.filter(({ on }) => Object.hasOwn(on, type)).map(({ name }) => name),
    };
  });

/** Reads everything that people want to know of a workflow out of its declaration. */
export const definitionDocument = (
  workflow: AnyWorkflow,
  language: Language,
  sources: DocumentSources,
): DefinitionDocument => ({
  name: workflow.name,
  version: workflow.version,
  stream: workflow.stream,
  title: capital(termOf('workflow', workflow.name, language)),
  language,
  states: Object.entries(workflow.states).map(([name, { start, final }]) => ({
    name,
    text: capital(termOf('state', name, language, workflow.name)),
    start: start === true,
    final: final === true,
  })),
  commands: commandsOf(workflow, language),
  matrix: matrixOf(workflow),
  deadlines: deadlinesOf(workflow, language),
  facts: factsOf(workflow, language, sources),
  mermaid: mermaidText(workflow, language),
  stateDiagram: stateDiagram(workflow, language),
  processDiagram: processDiagram(workflow, language).drawing,
});
