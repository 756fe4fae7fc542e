import { createServer } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { commandHands, COMPOSE_COMMANDS, partsOf } from './command.hands.js';

const NODES = ['log1', 'log2', 'log3'];

function given(commands: Parameters<typeof commandHands>[0]['commands'], url = 'esdb://log1') {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  return { said, hands: commandHands({ nodes: NODES, commands, url, say }) };
}

describe('a cluster by commands', () => {
  it('runs the command of a step with the names in it, and says it', async () => {
    const { hands, said } = given({ cutOne: 'test "{node} {peer}" = "log2 log3"' });
    await hands.do('cutOne', 'log2', 'log3');
    expect(said).toEqual(['test "log2 log3" = "log2 log3"']);
    expect(hands.can('cutOne')).toBe(true);
    expect(hands.can('kill')).toBe(false);
  });

  it('tells what a failed command said', async () => {
    const { hands } = given({ kill: 'echo no such node >&2; exit 3' });
    await expect(hands.do('kill', 'log1')).rejects.toThrow('exit code 3: no such node');
    await expect(hands.do('stop', 'log1')).rejects.toThrow('no command to stop');
  });

  it('asks a command who leads, if there is one', async () => {
    const { nodes } = given({}).hands;
    const asked = { nodes, commands: {}, url: 'esdb://log1', say: () => undefined };
    const one = commandHands({ ...asked, leaderCommand: 'echo log2' });
    const none = commandHands({ ...asked, leaderCommand: 'echo nobody' });
    expect([await one.leader(), await none.leader()]).toEqual(['log2', undefined]);
  });

  it('asks the nodes themselves who leads, past one that does not answer', async () => {
    let state = 'Follower';
    const server = createServer((request, response) => {
      expect(request.headers.authorization).toBe(`Basic ${btoa('guong:pass')}`);
      const members = [
        { state: 'Leader', isAlive: false, httpEndPointIp: 'log3' },
        { state, isAlive: true, httpEndPointIp: 'log1' },
      ];
      response.end(JSON.stringify({ members }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { hands } = given({}, `esdb://guong:pass@127.0.0.1:1,127.0.0.1:${port}?tls=false`);
    expect(await hands.leader()).toBeUndefined();
    state = 'Leader';
    expect(await hands.leader()).toBe('log1');
    server.close();
  });

  it('knows a command for every step on docker/cluster.yml but one', () => {
    const { hands } = given(COMPOSE_COMMANDS);
    expect(hands.can('cutOne')).toBe(false);
    for (const step of ['kill', 'stop', 'start', 'pause', 'resume', 'cut', 'heal'] as const)
      expect(COMPOSE_COMMANDS[step]).toContain('{node}');
  });
});

it('reads an address, and does not quote one it cannot read', () => {
  expect(partsOf('esdb://u:p%40@log1,log2:2114?tls=true&tlsCAFile=ca.crt')).toEqual({
    hosts: ['log1:2113', 'log2:2114'],
    isSecure: true,
    authority: 'ca.crt',
    user: 'u:p@',
  });
  expect(() => partsOf('http://u:secret@log1')).toThrow(/^(?!.*secret)/);
});
