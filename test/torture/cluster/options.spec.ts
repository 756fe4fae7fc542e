import { CHECK_NAMES } from './single.checks.js';
import { FAULT_NAMES, REAL_TIMES } from './cluster.faults.js';
import { clusterOptions } from './options.js';

const REAL = { GUONG_TEST_EVENTSTOREDB: 'esdb://guong:pass@log1:2113,log2:2113?tls=true' };

describe('the options of `npm run torture -- cluster`', () => {
  it('without a server are doubles, everything once, with short faults', () => {
    const options = clusterOptions([], {});
    expect(options).toMatchObject({
      url: undefined,
      rounds: 1,
      faults: FAULT_NAMES,
      checks: CHECK_NAMES,
      out: undefined,
    });
    expect(options.times.pauseMs).toBeLessThan(REAL_TIMES.pauseMs);
  });

  it('with a server take its nodes from the address and commands of docker/cluster.yml', () => {
    const options = clusterOptions([], REAL);
    expect(options).toMatchObject({ nodes: ['log1', 'log2'], times: REAL_TIMES });
    expect(options.commands.kill).toContain('kill -s KILL {node}');
    expect(options.commands).not.toHaveProperty('cutOne');
  });

  it('say which faults, how long, how much and by what commands', () => {
    const args = [
      ...['--faults', 'resign,flap', '--checks', 'none', '--seed', '7', '--rounds', '3'],
      ...['--pause', '40', '--flap', '0.5', '--nodes', 'a,b,c', '--leader', 'who'],
      ...['--freeze', 'stop {node}', '--cutOne', 'cut {node} {peer}', '--cut', ''],
    ];
    expect(clusterOptions(args, REAL)).toMatchObject({
      faults: ['resign', 'flap'],
      checks: [],
      seed: 7,
      rounds: 3,
      times: { pauseMs: 40_000, flapMs: 500 },
      nodes: ['a', 'b', 'c'],
      leaderCommand: 'who',
      commands: { pause: 'stop {node}', cutOne: 'cut {node} {peer}' },
    });
  });

  it.each([
    [['--faults', 'earthquake'], 'earthquake is none of kill-leader'],
    [['--rounds', 'many'], '--rounds must be a number'],
    [['--nonsense'], '--nonsense'],
  ])('refuse %j', (args, said) => {
    expect(() => clusterOptions(args, {})).toThrow(said);
  });
});
