import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { entries, ROOT, textOf } from './source-files.js';

const CRUISER = join(ROOT, 'node_modules/.bin/depcruise');

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** Rows such as "kernel-packages: libs/kernel/src/fold.ts → node_modules/rxjs/…". */
async function violationsIn(folder: string): Promise<string[]> {
  const args = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const output = await new Promise<string>((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: 256 * 1024 * 1024 };
    execFile(process.execPath, [...args, 'apps', 'libs'], options, (problem, out, err) => {
      // Violations make the exit code non-zero, with the rows on standard output all the same.
      if (out.startsWith('{')) resolve(out);
      else reject(new Error(err || problem?.message));
    });
  });
  const { summary } = JSON.parse(output) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

describe('who imports whom', () => {
  it('follows the table in .dependency-cruiser.cjs', async () => {
    expect(await violationsIn(ROOT)).toEqual([]);
  }, 60_000);

  it('has a row for every library', () => {
    const rules = textOf('.dependency-cruiser.cjs');
    const libraries = entries('libs').filter((entry) => entry.isDirectory());
    const missing = libraries.filter(
      ({ name }) => !new RegExp(`^  '?${name}'?: \\[`, 'm').test(rules),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});

describe('the table finds', () => {
  let folder: string;
  let found: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'guong-imports-'));
    for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
      write(name, textOf(name));
    }
    for (const name of ['rxjs', 'class-validator']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    for (const [path, text] of Object.entries(WRONG)) write(path, text);
    found = await violationsIn(folder);
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const WRONG: Record<string, string> = {
    'libs/kernel/src/index.ts': "import { x } from './one.js';\nexport { x };\n",
    'libs/kernel/src/one.ts': "import { y } from './two.js';\nexport const x = () => y;\n",
    'libs/kernel/src/two.ts': "import { x } from './one.js';\nexport const y = () => x;\n",
    'libs/kernel/src/random.ts': "export { randomUUID } from 'node:crypto';\n",
    'libs/kernel/src/stream.ts': "export { Subject } from 'rxjs';\n",
    'libs/kernel/src/upwards.ts': "export { engine } from '#libs/engine';\n",
    'libs/kernel/src/gone.ts': "export { gone } from './not-there.js';\n",
    'libs/engine/src/index.ts': "export { double } from '#libs/event-store/testing';\n",
    'libs/engine/src/reach.ts': "export { x } from '../../kernel/src/one.js';\n",
    'libs/engine/src/app.ts': "export { app } from '../../../apps/api/src/main.js';\n",
    'libs/event-store/src/index.ts': 'export const store = 1;\n',
    'libs/event-store/src/testing/index.ts': 'export const double = 1;\n',
    'libs/workflows/src/review/review.state.ts':
      "export { s } from '../meeting/meeting.state.js';\n" +
      "export { e } from '../meeting/meeting.events.js';\n",
    'libs/workflows/src/meeting/meeting.state.ts':
      "export { IsInt as s } from 'class-validator';\n",
    'libs/workflows/src/meeting/meeting.events.ts': 'export const e = 1;\n',
    'libs/workflows/src/meeting/meeting.commands.ts': "export { IsInt } from 'class-validator';\n",
    'libs/unlisted/src/index.ts': "export { x } from '#libs/kernel';\n",
    'apps/api/src/main.ts': 'export const app = 1;\n',
    'apps/cli/src/main.ts': "export { app } from '../../api/src/main.js';\n",
    'apps/cli/bin/start.mjs': "export { Subject } from 'rxjs';\n",
    'apps/web/src/main.ts': "export { x } from '#libs/kernel';\n",
  };

  function write(path: string, text: string) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  it.each([
    ['no-cycles', 'libs/kernel/src/one.ts'],
    ['kernel-built-ins', 'libs/kernel/src/random.ts'],
    ['kernel-packages', 'libs/kernel/src/stream.ts'],
    ['kernel-own-libraries', 'libs/kernel/src/upwards.ts'],
    ['everything-resolves', 'libs/kernel/src/gone.ts'],
    ['testing-stays-in-tests', 'libs/engine/src/index.ts'],
    ['libraries-through-their-index', 'libs/engine/src/reach.ts'],
    ['libraries-never-import-apps', 'libs/engine/src/app.ts'],
    ['workflow-to-workflow', 'libs/workflows/src/review/review.state.ts'],
    ['workflows-packages', 'libs/workflows/src/meeting/meeting.state.ts'],
    ['library-without-a-row', 'libs/unlisted/src/index.ts'],
    ['apps-never-import-each-other', 'apps/cli/src/main.ts'],
    ['launchers-stand-alone', 'apps/cli/bin/start.mjs'],
    ['web-uses-no-library', 'apps/web/src/main.ts'],
  ])('%s', (rule, from) => {
    expect(found).toContainEqual(expect.stringContaining(`${rule}: ${from} → `));
  });

  it('and leaves what is allowed alone', () => {
    const allowed = /meeting\.commands\.ts →|→ .+meeting\.events\.ts$/;
    expect(found.filter((row) => allowed.test(row))).toEqual([]);
  });
});
