import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '..');
type Tree = { [key: string]: string | Tree };

const textsOf = (language: string): Map<string, string> => {
  const texts = new Map<string, string>();
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      const at = path ? `${path}.${key}` : key;
      if (typeof value === 'string') texts.set(at, value);
      else walk(value, at);
    }
  };
  const read = (name: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Tree;
  walk(read(`${language}.json`), '');
  for (const file of readdirSync(join(import.meta.dirname, 'workflows'))) {
    const both = read(`workflows/${file}`);
    walk(both[language] as Tree, `workflow.${file.replace(/\.json$/, '')}`);
  }
  return texts;
};

/** English has two forms of a counted text where Vietnamese has one. */
const withoutForm = (key: string): string => key.replace(/_(one|other)$/, '');
const keysOf = (texts: Map<string, string>): string[] =>
  [...new Set([...texts.keys()].map(withoutForm))].sort();

const placeholders = (text: string): string[] =>
  [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

const sourceFiles = (): string[] =>
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(SOURCES, name), 'utf8'));

/** Keys written out in the sources, and the fixed beginnings of those put together there. */
const usedKeys = (): { whole: string[]; beginnings: string[] } => {
  const code = sourceFiles().join('\n');
  const whole = [...code.matchAll(/\bt\(\s*'([\w.]+)'/g)].map((match) => match[1] ?? '');
  const either = [...code.matchAll(/\bt\([^'"`()]*\?\s*'([\w.]+)'\s*:\s*'([\w.]+)'/g)];
  const built = [...code.matchAll(/\bt\(\s*`([\w.]+)\.\$\{/g)].map((match) => match[1] ?? '');
  return {
    whole: [...whole, ...either.flatMap((match) => [match[1] ?? '', match[2] ?? ''])],
    beginnings: built,
  };
};

const vi = textsOf('vi');
const en = textsOf('en');

describe('the texts of the web', () => {
  it('has the same keys in both languages', () => {
    expect(keysOf(en)).toEqual(keysOf(vi));
  });

  it.each([
    ['vi', vi],
    ['en', en],
  ])('leaves no text of %s empty', (_language, texts) => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fills in the same values in both languages', () => {
    const different = [...en].filter(([key, text]) => {
      const other = vi.get(withoutForm(key)) ?? vi.get(key) ?? '';
      return placeholders(text).join() !== placeholders(other).join();
    });
    // A singular may say "one" without the number.
    expect(different.map(([key]) => key).filter((key) => !key.endsWith('_one'))).toEqual([]);
  });

  it('knows every key that the sources ask for', () => {
    const known = new Set(keysOf(vi));
    const { whole, beginnings } = usedKeys();
    expect(whole.length).toBeGreaterThan(150);
    expect(whole.filter((key) => !known.has(key))).toEqual([]);
    expect(
      beginnings.filter((start) => ![...known].some((key) => key.startsWith(`${start}.`))),
    ).toEqual([]);
  });

  it('has a word for every refusal, state, level, office and event of the contract', () => {
    const codes = [
      ...['DEEDS_LT_MIN', 'DEEDS_GT_MAX', 'DEED_MEASURE_MISSING', 'AREA_MISSING', 'CONFLICT'],
      ...['LEADER_PLAN_MISSING', 'SHORTCOMING_UNANSWERED', 'IS_SUBJECT'],
    ].map((code) => `reason.${code}`);
    const states = ['draft', 'submitted', 'returned', 'endorsed', 'in_force', 'assessed', 'closed'];
    const levels = ['centre', 'province', 'sector', 'bloc', 'district', 'ward', 'organ', 'base'];
    const wanted = [
      ...codes,
      ...states.map((state) => `workflow.registration.state.${state}`),
      ...[...levels, 'cell'].map((level) => `level.${level}`),
    ];
    expect(wanted.filter((key) => !vi.has(key) || !en.has(key))).toEqual([]);
  });

  it('writes Vietnamese with its diacritics', () => {
    const marked = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;
    const bare = [...vi].filter(([, text]) => text.split(' ').length > 3 && !marked.test(text));
    expect(bare).toEqual([]);
  });
});
