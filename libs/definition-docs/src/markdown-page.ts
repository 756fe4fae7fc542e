import type { AnyWorkflow } from '#libs/kernel';
import type { Language } from '#libs/platform';
import type {
  CommandDocument,
  DefinitionDocument,
  FactDocument,
  MatrixCell,
} from './definition-document.js';
import type { FieldText } from './input-fields.js';
import { BPMN_MAPPING, PAGE } from './page-texts.js';
import { capital, say, termOf } from './words.js';

type Cells = readonly string[];

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

const table = (head: Cells, rows: readonly Cells[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');

/** Paragraphs, tables and headings with an empty line between them. */
const blocks = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n');

const fieldTable = (fields: readonly FieldText[], language: Language): string =>
  table(
    [PAGE.field, PAGE.meaning, PAGE.type, PAGE.required].map((text) => text[language]),
    fields.map(({ path, text, type, required }) => [
      `\`${path}\``,
      text,
      type,
      required ? PAGE.yes[language] : '',
    ]),
  );

const commandSection = (command: CommandDocument, language: Language): string => {
  const { name, text, by, emits, needs, fields, refusals } = command;
  const records = emits.map((fact) => `${fact.text} (\`${fact.type}\`)`).join(', ');
  return blocks(
    `### ${text} (\`${name}\`)`,
    [
      `- ${PAGE.who[language]}: ${by}`,
      `- ${PAGE.records[language]}: ${records}`,
      ...(needs.length > 0
        ? [`- ${PAGE.needs[language]}: ${needs.map((need) => `\`${need}\``).join(', ')}`]
        : []),
    ].join('\n'),
    fields.length === 0 ? PAGE.noInput[language] : fieldTable(fields, language),
    refusals.length === 0
      ? undefined
      : table(
          [PAGE.refusal[language], PAGE.sentence[language]],
          refusals.map(({ code, text: sentence }) => [`\`${code}\``, sentence]),
        ),
  );
};

const factSection = (fact: FactDocument, page: DefinitionDocument): string => {
  const { language } = page;
  const state = page.states.find(({ name }) => name === fact.to)?.text;
  const leads = state === undefined ? '' : `; ${say(PAGE.leadsTo, language, { state })}`;
  return blocks(
    `### ${fact.text} (\`${fact.type}\`)`,
    [
      `- schemaVersion ${fact.schemaVersion}${leads}`,
      ...(fact.reactors.length > 0
        ? [`- ${PAGE.reactors[language]}: ${fact.reactors.map((one) => `\`${one}\``).join(', ')}`]
        : []),
    ].join('\n'),
    fact.fields.length === 0 ? PAGE.noFields[language] : fieldTable(fact.fields, language),
    ...fact.sealed.flatMap(({ part, text, fields }) => [
      `${say(PAGE.sealed, language, { part, text })}${fields.length > 0 ? ':' : '.'}`,
      fields.length > 0 ? fieldTable(fields, language) : undefined,
    ]),
  );
};

const matrixTable = (page: DefinitionDocument): string => {
  const { language, states, commands, matrix } = page;
  const nameOf = (code: string) => states.find(({ name }) => name === code)?.text ?? code;
  const shown = ({ state, to }: MatrixCell): string =>
    to.map((target) => (target === state ? '●' : `→ ${nameOf(target)}`)).join(' / ');
  return table(
    [PAGE.command[language], ...states.map(({ text }) => text), PAGE.who[language]],
    commands.map(({ name, text, by }) => [
      text,
      ...states.map((state) => {
        const found = matrix.find((one) => one.command === name && one.state === state.name);
        return found === undefined ? '' : shown(found);
      }),
      by,
    ]),
  );
};

const deadlineTable = ({ deadlines, language }: DefinitionDocument): string =>
  deadlines.length === 0
    ? PAGE.noDeadlines[language]
    : table(
        (['deadline', 'due', 'stops', 'remind', 'escalate', 'fire', 'extend'] as const).map(
          (key) => PAGE[key][language],
        ),
        deadlines.map((one) => [
          `${one.text} (\`${one.name}\`)`,
          one.due,
          capital(one.commandText),
          one.remind,
          one.escalate,
          capital(one.fire),
          one.extend,
        ]),
      );

/** The reference page of one workflow. */
export function markdownPage(page: DefinitionDocument): string {
  const { language, name, version, stream } = page;
  return `${blocks(
    `# ${page.title}`,
    `> ${PAGE.generated[language]}`,
    say(PAGE.about, language, { name, version, stream }),
    `## ${PAGE.states[language]}`,
    `\`\`\`mermaid\n${page.mermaid}\`\`\``,
    `## ${PAGE.matrix[language]}`,
    matrixTable(page),
    PAGE.matrixKey[language],
    `## ${PAGE.deadlines[language]}`,
    deadlineTable(page),
    `## ${PAGE.commands[language]}`,
    ...page.commands.map((command) => commandSection(command, language)),
    `## ${PAGE.facts[language]}`,
    ...page.facts.map((fact) => factSection(fact, page)),
  )}\n`;
}

/** The list of all pages, with how to read the diagrams. */
export const markdownIndex = (workflows: readonly AnyWorkflow[], language: Language): string =>
  `${blocks(
    `# ${PAGE.index[language]}`,
    `> ${PAGE.generated[language]}`,
    PAGE.indexIntro[language],
    workflows
      .map(({ name, version }) => {
        const title = capital(termOf('workflow', name, language));
        return `- [${title}](${name}.md) (\`${name}\`, ${version}): [BPMN](${name}.bpmn)`;
      })
      .join('\n'),
    `## ${PAGE.bpmn[language]}`,
    PAGE.bpmnIntro[language],
    table(
      BPMN_MAPPING[0]!.map((text) => text[language]),
      BPMN_MAPPING.slice(1).map((row) => row.map((text) => text[language])),
    ),
  )}\n`;
