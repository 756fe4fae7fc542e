import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entries, ROOT, sourceFiles, textOf } from './source-files.js';
import { pageProblems, problemsOf } from './tidy-rules.js';

const files = sourceFiles();
// Written in two halves, so that this file does not hold the words it looks for.
const word = (...halves: string[]) => halves.join('');
const exists = (path: string) => existsSync(join(ROOT, path));

describe('the repository is tidy', () => {
  it('in names, sizes and words', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(problemsOf)).toEqual([]);
  });

  it('in its pages: one title each, no dead links', () => {
    const pages = files.filter(({ path }) => path.endsWith('.md'));
    expect(pages.flatMap((page) => pageProblems(page, exists))).toEqual([]);
  });

  it('in its libraries: each has README.md and src/index.ts', () => {
    const libraries = entries('libs').filter((entry) => entry.isDirectory());
    const needed = libraries.flatMap(({ name }) => [
      `libs/${name}/README.md`,
      `libs/${name}/src/index.ts`,
    ]);
    expect(needed.filter((path) => !exists(path))).toEqual([]);
  });

  it('in its lock file: no download addresses', () => {
    const addresses = textOf('package-lock.json').match(/"resolved": *"https?:[^"]+"/g) ?? [];
    // Remedy: omit-lockfile-registry-resolved=true in .npmrc, and npm install.
    expect(addresses).toEqual([]);
  });
});

describe('the rules themselves find', () => {
  const wide = 'x'.repeat(101);
  it.each([
    ['libs/kernel/src/fold.ts', 'const now = new Date();', 'time arrives as an argument'],
    ['libs/engine/src/execute.ts', 'const at = Date.now();', 'time arrives as an argument'],
    ['libs/workflows/src/x/x.workflow.ts', 'const id = Math.random();', 'passed in'],
    ['libs/platform/src/clock.module.ts', 'process.env.PORT', 'config.ts'],
    ['apps/api/src/main.ts', word('// TO', 'DO later'), 'finished'],
    ['libs/kernel/src/fold.spec.ts', word('it.on', "ly('x', f)"), 'a test that runs'],
    ['libs/kernel/src/fold.spec.ts', word('describe.ski', "p('x', f)"), 'a test that runs'],
    ['libs/kernel/src/fold.ts', word('// @ts-ig', 'nore'), 'the right type'],
    ['libs/kernel/src/fold.ts', word('// eslint-dis', 'able-next-line'), 'the right type'],
    ['apps/cli/src/main.ts', word("open('/ho", "me/khai/x')"), 'a path from the repository'],
    ['README.md', word('https://regis', 'try.example.org/x'), 'npm knows its own'],
    ['libs/kernel/src/fold.ts', wide, 'break the line'],
    ['libs/kernel/src/utils.ts', '', 'name it by what it does'],
    ['libs/engine/src/session-manager.ts', '', 'name it by what it does'],
    ['libs/engine/src/shared/cache.ts', '', 'name it by what it does'],
    ['apps/web/src/features/unit/UnitPage.tsx', '', 'kebab-case'],
  ])('%s: %s', (path, line, remedy) => {
    expect(problemsOf({ path, lines: [line] })).toEqual([expect.stringContaining(remedy)]);
  });

  it.each([
    ['libs/workflows/src/x/x.workflow.ts', 151],
    ['libs/event-store/src/memory.adapter.ts', 301],
    ['libs/event-store/src/testing/event-store.contract.ts', 401],
  ])('%s of %i lines', (path, count) => {
    const file = (length: number) => ({ path, lines: Array.from({ length }, () => '') });
    expect(problemsOf(file(count))).toEqual([expect.stringContaining('make two rooms')]);
    expect(problemsOf(file(count - 1))).toEqual([]);
  });

  it('and leave a date from text, a word inside a word and a long sentence alone', () => {
    const text = `  vi: '${'Một câu dài cho người đọc. '.repeat(6)}',`;
    const lines = ['new Date(fact.recordedAt)', 'const database = baseOf(x);', text];
    expect(problemsOf({ path: 'libs/kernel/src/base-cell.ts', lines })).toEqual([]);
  });

  it('a page without a title, and a link that leads nowhere', () => {
    const page = { path: 'docs/start/x.md', lines: ['[y](../gone.md) [z](../../README.md)'] };
    expect(pageProblems(page, (path) => path === 'README.md')).toEqual([
      expect.stringContaining('0 titles'),
      expect.stringContaining('"../gone.md" leads nowhere'),
    ]);
  });
});
