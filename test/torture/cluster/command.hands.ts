import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { ClusterHands, Step } from './cluster-hands.port.js';

const COMMAND_MS = 180_000;
const GOSSIP_MS = 5_000;
const COMPOSE = 'docker-compose -p guong --env-file docker/cluster.env -f docker/cluster.yml';
const CONTAINER = `$(${COMPOSE} ps -q {node})`;

/**
 * Shell commands for docker/cluster.yml; `{node}` and `{peer}` are replaced by names of nodes. To
 * cut a node off from one other only takes rules of a firewall: there is no command for that here.
 */
export const COMPOSE_COMMANDS: Partial<Record<Step, string>> = {
  kill: `${COMPOSE} kill -s KILL {node}`,
  stop: `${COMPOSE} stop {node}`,
  start: `${COMPOSE} start {node}`,
  pause: `${COMPOSE} pause {node}`,
  resume: `${COMPOSE} unpause {node}`,
  cut: `docker network disconnect guong_log ${CONTAINER}`,
  heal: `docker network connect --alias {node} guong_log ${CONTAINER}`,
  resign:
    `${COMPOSE} exec -T {node} curl -fsS --cacert /tls/ca/ca.crt -X POST -d ''` +
    ' -u "admin:$GUONG_LOG_ADMIN_PASSWORD" https://localhost:2113/admin/node/resign',
};

export interface CommandHandsOptions {
  readonly nodes: readonly string[];
  readonly commands: Partial<Record<Step, string>>;
  /** Prints the name of the node that leads; left out: the nodes of the address are asked. */
  readonly leaderCommand?: string | undefined;
  /** `esdb://…`; its nodes tell who leads. */
  readonly url: string;
  /** Each command before it is run. */
  readonly say: (line: string) => void;
}

/** A real cluster, by the commands an operator gives. */
export function commandHands(options: CommandHandsOptions): ClusterHands {
  const { nodes, commands, leaderCommand, url, say } = options;
  return {
    nodes,
    can: (step) => commands[step] !== undefined,
    async leader() {
      const told =
        leaderCommand === undefined ? await leaderOf(url) : (await shell(leaderCommand)).trim();
      return nodes.find((node) => node === told);
    },
    async do(step, node, peer = '') {
      const command = commands[step]?.replaceAll('{node}', node).replaceAll('{peer}', peer);
      if (command === undefined) throw new Error(`no command to ${step} a node`);
      say(command);
      await shell(command);
    },
  };
}

/** What a command prints. Throws when it fails, with what it said last. */
function shell(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), COMMAND_MS);
    let [out, said] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(out);
      else reject(new Error(`exit code ${code}: ${said.trim().slice(-300)}`));
    });
  });
}

interface Gossip {
  readonly members?: readonly {
    readonly state?: string;
    readonly isAlive?: boolean;
    readonly httpEndPointIp?: string;
  }[];
}

/** The node that leads, by the first node that answers and knows one. */
async function leaderOf(url: string): Promise<string | undefined> {
  const { hosts, isSecure, authority, user } = partsOf(url);
  for (const host of hosts) {
    const gossip = await get(`${isSecure ? 'https' : 'http'}://${host}/gossip`, authority, user);
    const leader = gossip?.members?.find(
      ({ state, isAlive }) => state === 'Leader' && isAlive !== false,
    );
    if (leader !== undefined) return leader.httpEndPointIp;
  }
  return undefined;
}

interface UrlParts {
  /** `HOST:PORT` each. */
  readonly hosts: readonly string[];
  readonly isSecure: boolean;
  /** File of the authority that signed the certificates. */
  readonly authority: string | undefined;
  /** `NAME:PASSWORD`. */
  readonly user: string | undefined;
}

/** What an address of the log says. Throws TypeError, without quoting it: it holds a password. */
export function partsOf(url: string): UrlParts {
  const match = /^esdb(?:\+discover)?:\/\/(?:([^@/]+)@)?([^/?]+)\/?(?:\?(.*))?$/.exec(url);
  if (match?.[2] === undefined) throw new TypeError('the address of the log is not esdb://…');
  const options = new URLSearchParams(match[3] ?? '');
  return {
    hosts: match[2].split(',').map((host) => (host.includes(':') ? host : `${host}:2113`)),
    isSecure: options.get('tls') !== 'false',
    authority: options.get('tlsCAFile') ?? undefined,
    user: match[1] === undefined ? undefined : decodeURIComponent(match[1]),
  };
}

function get(
  address: string,
  authority: string | undefined,
  user: string | undefined,
): Promise<Gossip | undefined> {
  const request = address.startsWith('https') ? requestHttps : requestHttp;
  const ca = authority === undefined ? {} : { ca: readFileSync(authority) };
  const auth = user === undefined ? {} : { auth: user };
  return new Promise((resolve) => {
    const asking = request(address, { ...ca, ...auth, timeout: GOSSIP_MS }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', () => resolve(undefined));
      response.on('end', () => {
        try {
          resolve(JSON.parse(text) as Gossip);
        } catch {
          resolve(undefined);
        }
      });
    });
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => resolve(undefined));
    asking.end();
  });
}
