import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../..');
/** Where settings are read: the programs, and what they have in common. */
const SOURCES = ['apps/{api,cli,projector}/{src,bin}/**/*.{ts,mjs}', 'libs/platform/src/**/*.ts'];
const ASIDE = /\.(e2e-)?spec\.ts$|\/testing\/|\/texts\//;
/** Who reads it: by folder, as the table abbreviates. */
const READERS: readonly [RegExp, string][] = [
  [/^apps\/api\//, 'S'],
  [/^apps\/projector\//, 'P'],
  [/^apps\/cli\/bin\/(start|demo)/, 'S'],
  [/^apps\/cli\//, 'C'],
];
/** Quoted, or taken apart by name. */
const NAME = /'((?:GUONG|OTEL)_[A-Z_]+|HOST|PORT)'|\{[^{}\n]*\} = process\.env/g;
const TAKEN_APART = /[A-Z][A-Z_]+/g;

const namesIn = (file: string): readonly string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(NAME)].flatMap(([whole, quoted]) =>
    quoted === undefined ? (whole.match(TAKEN_APART) ?? []) : [quoted],
  );

/** The rows of the table, each with its columns. */
const documented = new Map(
  readFileSync(join(ROOT, 'docs/operating/running.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [name, readers = '', , meaning = ''] = line.split(' | ');
      const found = /^\| `([A-Z_]+)`$/.exec(name ?? '');
      return found === null ? [] : [[found[1]!, { readers, meaning }] as const];
    }),
);
const files = globSync([...SOURCES], { cwd: ROOT }).filter((file) => !ASIDE.test(file));

describe('the table of settings', () => {
  it('lists every variable that a program reads, and no other', () => {
    const read = new Set(files.flatMap(namesIn));
    expect([...documented.keys()].toSorted()).toEqual([...read].toSorted());
  });

  it('says of each who reads it, and what it means', () => {
    for (const [name, { readers, meaning }] of documented) {
      expect([name, readers]).toEqual([name, expect.stringMatching(/^[SPC]( [SPC])*$/)]);
      expect(meaning.length).toBeGreaterThan(10);
    }
    for (const file of files) {
      const reader = READERS.find(([folder]) => folder.test(file))?.[1];
      if (reader === undefined) continue;
      for (const name of namesIn(file))
        expect([file, name, documented.get(name)?.readers.split(' ')]).toEqual([
          file,
          name,
          expect.arrayContaining([reader]),
        ]);
    }
  });
});
