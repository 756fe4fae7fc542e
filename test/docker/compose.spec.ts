import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Composed, composed, dockerText, isComposeHere } from './compose-files.js';

const EXAMPLE = { envFile: 'cluster.env.example' };
const WITH_EXAMPLE = [
  ['cluster.yml'],
  ['single.yml', 'observability.yml'],
  ['cluster.yml', 'observability.yml'],
];
// One stands for all: each is written alike, as hardening.spec.ts sees to.
const MISSING = 'GUONG_VIEWS_PASSWORD';

/** Compose files as the program itself reads them; where it is not installed, a line says so. */
function describeComposed(name: string, body: () => void): void {
  const isHere = isComposeHere();
  if (!isHere) process.stderr.write(`SKIPPED, docker-compose is not installed: ${name}\n`);
  const { skip: leaveOut } = describe;
  (isHere ? describe : leaveOut)(name, body);
}

/** The example's settings but one. */
function settingsWithout(missing: string): Record<string, string> {
  const lines = dockerText('cluster.env.example').split('\n');
  const pairs = lines.filter((line) => /^\w+=/.test(line)).map((line) => line.split('='));
  return Object.fromEntries(pairs.filter(([name]) => name !== missing)) as Record<string, string>;
}

function fileWithTypingMistake(folder: string): string {
  const file = join(folder, 'wrong.yml');
  writeFileSync(file, dockerText('single.yml').replace('read_only: true', 'read_onyl: true'));
  return relative('docker', file);
}

describeComposed('docker-compose config', () => {
  // The program takes most of its time to start: all are asked at once.
  const answers = new Map<string, Composed>();
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guong-compose-'));
    const asked: Record<string, Promise<Composed>> = {
      'single.yml': composed(['single.yml']),
      wrong: composed([fileWithTypingMistake(folder)]),
      [MISSING]: composed(['cluster.yml'], { variables: settingsWithout(MISSING) }),
    };
    for (const files of WITH_EXAMPLE) asked[files.join()] = composed(files, EXAMPLE);
    for (const [name, answer] of Object.entries(asked)) answers.set(name, await answer);
    rmSync(folder, { recursive: true });
  }, 120_000);
  const answer = (name: string): Composed => answers.get(name) ?? { code: null, output: '' };

  it('takes the single file with no setting at all', () => {
    const { code, output } = answer('single.yml');
    expect(output).toContain('guong-api:local');
    expect(code).toBe(0);
  });

  it.each(WITH_EXAMPLE.map((files) => files.join()))(
    'takes %s with the example of settings',
    (files) => {
      const { code, output } = answer(files);
      // A variable that nobody set is said as a warning and filled with nothing.
      expect(output).not.toMatch(/variable is not set/i);
      expect(code).toBe(0);
    },
  );

  it('does not start a cluster without a password, and names it', () => {
    const { code, output } = answer(MISSING);
    expect(code).toBeGreaterThan(0);
    expect(output).toContain(MISSING);
  });

  it('puts user, password and nodes into the two addresses', () => {
    const { output } = answer('cluster.yml');
    expect(output).toMatch(
      /GUONG_EVENTS_URL: esdb:\/\/guong:[\w-]+@log1:2113,log2:2113,log3:2113\?/,
    );
    expect(output).toMatch(/GUONG_VIEWS_URL: postgres:\/\/guong:[\w-]+@views:5432\/guong$/m);
  });

  it('would notice a word that does not exist', () => {
    const { code, output } = answer('wrong');
    expect(output).toContain('read_onyl');
    expect(code).toBeGreaterThan(0);
  });
});
