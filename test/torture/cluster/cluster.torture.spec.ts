import { jest } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { controlServer, startDouble } from '../../eventstoredb-double/index.js';
import { tortureCluster } from './cluster.torture.js';
import { clusterOptions } from './options.js';

jest.setTimeout(120_000);

/** As against a real cluster: an address, and commands of an operator; here of one node. */
describe('`npm run torture -- cluster` on a log named by its address', () => {
  async function given(kill: string) {
    const double = await startDouble();
    const door = await controlServer(double);
    const out = mkdtempSync(join(tmpdir(), 'guong-torture-'));
    const said: string[] = [];
    const order = (path: string): string =>
      `"${process.execPath}" -e "fetch('${door.url}/${path}', { method: 'POST' })"`;
    const options = clusterOptions(
      [
        ...['--faults', 'kill-leader,partition-one', '--checks', 'oversize', '--seed', '5'],
        ...['--nodes', 'n1', '--leader', 'echo n1', '--kill', kill || order('stop')],
        ...['--start', order('start'), '--outage', '0.3', '--calm', '0.3', '--deadline', '0.3'],
        ...['--writers', '4', '--subscribers', '2', '--think', '0.01', '--out', out],
      ],
      { GUONG_TEST_EVENTSTOREDB: double.url },
    );
    const problems = await tortureCluster(options, (line) => void said.push(line));
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as {
      readonly name: string;
      readonly run: string;
      readonly acknowledged: number;
      readonly missing: readonly string[];
    }[];
    const linesOf = (file: string): object[] =>
      readFileSync(join(out, report[1]!.run, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object);
    const kept = { history: linesOf('history.jsonl'), log: linesOf('log.jsonl') };
    rmSync(out, { recursive: true });
    await Promise.all([double.stop(), door.stop()]);
    return { problems, said, report, kept };
  }

  it('runs the commands, finds nothing wrong, and keeps history, log and report', async () => {
    const { problems, said, report, kept } = await given('');
    expect(problems).toEqual([]);
    expect(report.map(({ name }) => name)).toEqual(['oversize', 'kill-leader', 'partition-one']);
    expect(report[1]!.acknowledged).toBeGreaterThan(10);
    expect(report[2]!.missing).toEqual(['cutOne']);
    expect(said.filter((line) => line.includes('fetch'))).toHaveLength(2);
    const steps = kept.history.filter((line) => Reflect.get(line, 'kind') === 'fault');
    expect(steps.map((line) => Reflect.get(line, 'step') as unknown)).toEqual([
      'kill n1',
      'start n1',
      'over',
    ]);
    expect(kept.log.length).toBeGreaterThan(10);
  });

  it('says when a command failed', async () => {
    const { problems } = await given('echo no engine >&2; exit 1');
    expect(problems).toEqual([expect.stringMatching(/^kill-leader, seed 5: .*no engine/)]);
  });
});
