import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputSchema, TERMS } from '#libs/platform';
import { WORKFLOWS } from '#libs/workflows';
import type { JsonSchema } from '../src/api/instance-types.js';
import { fieldsOf, type Field } from '../src/features/command-form/fields-of-schema.js';
import { wordsOf, type Words } from '../src/ui/words-of.js';

const TEXTS = join(import.meta.dirname, '..', 'src', 'i18n');
type Tree = { [key: string]: Tree | string };
const read = (name: string): Tree => JSON.parse(readFileSync(join(TEXTS, name), 'utf8')) as Tree;

const ownTexts = (language: 'vi' | 'en'): Tree => ({
  ...read(`${language}.json`),
  workflow: Object.fromEntries(
    readdirSync(join(TEXTS, 'workflows')).map((file) => [
      file.replace('.json', ''),
      read(`workflows/${file}`)[language] ?? {},
    ]),
  ),
});

const at = (tree: Tree, key: string): string | undefined => {
  const found = key
    .split('.')
    .reduce<Tree | string | undefined>(
      (part, name) => (typeof part === 'object' ? part[name] : undefined),
      tree,
    );
  return typeof found === 'string' ? found : undefined;
};

/** Every code that the web would show by its own name, since neither side has a word for it. */
function unnamed(language: 'vi' | 'en', ask: (words: Words, workflow: string) => void): string[] {
  const tree = ownTexts(language);
  const missing = new Set<string>();
  for (const { name } of WORKFLOWS) {
    let named = false;
    const note = (text: string | undefined) => {
      named ||= text !== undefined;
      return text;
    };
    const words = wordsOf(name, {
      own: (key) => note(at(tree, key)),
      term: (kind, code) => note(TERMS[kind]?.[code]?.[language]),
    });
    const strict = (what: string, say: (...codes: never[]) => string) =>
      ((...codes: string[]) => {
        named = false;
        const text = say(...(codes as never[]));
        if (!named) missing.add(`${name} ${what} ${codes.join('.')}`);
        return text;
      }) as never;
    const checked = {
      ...words,
      state: strict('state', words.state),
      command: strict('command', words.command),
      field: strict('field', words.field),
      value: strict('value', words.value),
    };
    ask(checked, name);
  }
  return [...missing].sort();
}

const eachField = (fields: readonly Field[], tell: (field: Field) => void): void => {
  for (const field of fields) {
    if (field.kind !== 'key') tell(field);
    eachField(field.fields ?? [], tell);
  }
};

const askAll = (words: Words, name: string): void => {
  const workflow = WORKFLOWS.find((one) => one.name === name)!;
  Object.keys(workflow.states).forEach((state) => words.state(state));
  for (const [command, { input }] of Object.entries(workflow.commands)) {
    words.command(command);
    eachField(fieldsOf(inputSchema(input) as JsonSchema, command), (field) => {
      words.field(field.name);
      field.options?.forEach(({ value }) => words.value(field.name, value));
    });
  }
};

describe('a form of any command', () => {
  it.each(['vi', 'en'] as const)('has a word in %s for whatever it shows', (language) => {
    expect(unnamed(language, askAll)).toEqual([]);
  });
});
