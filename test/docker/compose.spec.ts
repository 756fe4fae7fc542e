import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { composed, dockerText, isComposeHere } from './compose-files.js';

const EXAMPLE = { envFile: 'cluster.env.example' };

/** Compose files as the program itself reads them; where it is not installed, a line says so. */
function describeComposed(name: string, body: () => void): void {
  const isHere = isComposeHere();
  if (!isHere) process.stderr.write(`SKIPPED, docker-compose is not installed: ${name}\n`);
  const { skip: leaveOut } = describe;
  (isHere ? describe : leaveOut)(name, body);
}

describeComposed('docker-compose config', () => {
  it('takes the single file with no setting at all', () => {
    const { code, output } = composed(['single.yml']);
    expect(output).toContain('guong-api:local');
    expect(code).toBe(0);
  });

  it.each([
    [['cluster.yml']],
    [['single.yml', 'observability.yml']],
    [['cluster.yml', 'observability.yml']],
  ])('takes %j with the example of settings', (files) => {
    const { code, output } = composed(files, EXAMPLE);
    // A variable that nobody set is said as a warning and filled with nothing.
    expect(output).not.toMatch(/variable is not set/i);
    expect(code).toBe(0);
  });

  it.each(['GUONG_LOG_ADMIN_PASSWORD', 'GUONG_LOG_PASSWORD', 'GUONG_VIEWS_PASSWORD'])(
    'does not start a cluster without %s, and names it',
    (missing) => {
      const lines = dockerText('cluster.env.example').split('\n');
      const pairs = lines.filter((line) => /^\w+=/.test(line)).map((line) => line.split('='));
      const variables = Object.fromEntries(pairs.filter(([name]) => name !== missing));
      const { code, output } = composed(['cluster.yml'], { variables });
      expect(code).not.toBe(0);
      expect(output).toContain(missing);
    },
  );

  it('puts user, password and nodes into the two addresses', () => {
    const { output } = composed(['cluster.yml'], EXAMPLE);
    expect(output).toMatch(
      /GUONG_EVENTS_URL: esdb:\/\/guong:[\w-]+@log1:2113,log2:2113,log3:2113\?/,
    );
    expect(output).toMatch(/GUONG_VIEWS_URL: postgres:\/\/guong:[\w-]+@views:5432\/guong$/m);
  });

  it('would notice a word that does not exist', () => {
    const folder = mkdtempSync(join(tmpdir(), 'guong-compose-'));
    const file = join(folder, 'wrong.yml');
    writeFileSync(file, dockerText('single.yml').replace('read_only: true', 'read_onyl: true'));
    const { code, output } = composed([relative('docker', file)]);
    expect(output).toContain('read_onyl');
    expect(code).not.toBe(0);
    rmSync(folder, { recursive: true });
  });
});
