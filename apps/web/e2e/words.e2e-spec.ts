import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpClient } from '../../api/src/testing/http-client.js';
import { startServer } from '../../api/src/testing/start-server.js';
import type { JsonSchema } from '../src/api/instance-types.js';
import { fieldsOf, type Field } from '../src/features/command-form/fields-of-schema.js';
import { wordsOf, type Words } from '../src/ui/words-of.js';

const TEXTS = join(import.meta.dirname, '..', 'src', 'i18n');
type Terms = Record<string, Record<string, { vi: string; en: string }>>;
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

interface Declared {
  name: string;
  states: readonly string[];
  commands: Map<string, JsonSchema>;
}

type Body = { content: { 'application/json': { schema: JsonSchema } } };
interface OpenApi {
  paths: Record<string, { post?: { requestBody?: Body } }>;
}

/** Every workflow with its states and the input of each command, as the server describes them. */
async function everything(): Promise<{ workflows: Declared[]; terms: Terms }> {
  const server = await startServer({ demo: 'small' });
  try {
    const client = HttpClient.signedIn(server, 'member');
    const { body: list } = await client.get<Declared[]>('/workflows');
    const { body: terms } = await client.get<Terms>('/terms');
    const { body: api } = await client.send<OpenApi>('GET', '/api/docs-json');
    const workflows = list.map(({ name, states }) => {
      const commands = Object.entries(api.paths).flatMap(([path, { post }]) => {
        const command = new RegExp(`^/api/v1/${name}/\\{id\\}/(\\w+)$`).exec(path)?.[1];
        const schema = post?.requestBody?.content['application/json'].schema;
        return command && schema ? [[command, schema] as const] : [];
      });
      return { name, states, commands: new Map(commands) };
    });
    return { workflows, terms };
  } finally {
    await server.close();
  }
}

const eachField = (fields: readonly Field[], tell: (field: Field) => void): void => {
  for (const field of fields) {
    if (field.kind !== 'key') tell(field);
    eachField(field.fields ?? [], tell);
  }
};

/** Asks for every word that the pages of a workflow may show. */
function askAll(words: Words, { states, commands }: Declared): void {
  states.forEach((state) => words.state(state));
  for (const [command, schema] of commands) {
    words.command(command);
    eachField(fieldsOf(schema, command), (field) => {
      words.field(field.name);
      field.options?.forEach(({ value }) => words.value(field.name, value));
    });
  }
}

/** Every code that would be shown by its own name, since neither side has a word for it. */
function unnamed(language: 'vi' | 'en', workflows: readonly Declared[], terms: Terms): string[] {
  const tree = ownTexts(language);
  const missing = new Set<string>();
  for (const workflow of workflows) {
    let named = false;
    const note = (text: string | undefined) => {
      named ||= text !== undefined;
      return text;
    };
    const words = wordsOf(workflow.name, {
      own: (key) => note(at(tree, key)),
      term: (kind, code) => note(terms[kind]?.[code]?.[language]),
    });
    const strict =
      (what: string, say: (one: string, two: string) => string) =>
      (one: string, two = ''): string => {
        named = false;
        const text = say(one, two);
        if (!named) missing.add(`${workflow.name} ${what} ${one} ${two}`.trim());
        return text;
      };
    askAll(
      {
        ...words,
        state: strict('state', words.state),
        command: strict('command', words.command),
        field: strict('field', words.field),
        value: strict('value', words.value),
      },
      workflow,
    );
  }
  return [...missing].sort();
}

describe('a form of any command', () => {
  let declared: Awaited<ReturnType<typeof everything>>;
  beforeAll(async () => {
    declared = await everything();
  }, 60_000);

  it('is described for every workflow', () => {
    const bare = declared.workflows.filter(({ commands }) => commands.size === 0);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it.each(['vi', 'en'] as const)('has a word in %s for whatever it shows', (language) => {
    expect(unnamed(language, declared.workflows, declared.terms)).toEqual([]);
  });
});
