import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ComposeFile,
  composeFile,
  dockerText,
  networksOf,
  type Service,
} from './compose-files.js';

const FILES = ['single.yml', 'cluster.yml', 'observability.yml'];
const ALL = FILES.flatMap((file) =>
  Object.entries(composeFile(file).services).map(
    ([name, service]) => [file, name, service] as const,
  ),
);
/** Does one thing and ends. */
const ONCE = new Set(['certificates', 'cli']);
/** Holds nothing but its program, so that nothing in it could ask. */
const CANNOT_ASK = new Set(['collector', 'traces']);
const isOurs = ({ image = '' }: Service): boolean => image.startsWith('guong-');

describe.each(ALL)('%s: %s', (_file, name, service) => {
  it('may do no more than it must', () => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.privileged).toBeUndefined();
    expect(service.pids_limit).toBeGreaterThan(0);
    expect(service.mem_limit).toMatch(/\d+[mg]\b/);
    expect(service.volumes?.join() ?? '').not.toContain('docker.sock');
  });

  it('runs as nobody in particular', () => {
    if (name === 'certificates') {
      // The exception: it gives files to others, has no network, and ends.
      expect(service).toMatchObject({ user: '0:0', network_mode: 'none' });
      expect(service.cap_add).toEqual(['CHOWN', 'DAC_OVERRIDE', 'FOWNER']);
    } else expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it('is of one version, not of whatever is newest', () => {
    const tag =
      service.image
        ?.replace(/^\$\{\w+:-(.+)\}$/, '$1')
        .split(':')
        .at(-1) ?? '';
    if (isOurs(service)) expect(service.image).toMatch(/^guong-\w+:\$\{GUONG_TAG:-local\}$/);
    else expect(tag).toMatch(/^v?\d+\.\d+(\.\d+)?(-[\w.]+)?$/);
  });

  it('comes back after a failure, and is asked how it is', () => {
    if (ONCE.has(name)) return expect(service.restart).toBeUndefined();
    expect(service.restart).toBe('unless-stopped');
    if (CANNOT_ASK.has(name)) return expect(service.healthcheck).toEqual({ disable: true });
    const asked = service.healthcheck?.test?.join(' ') ?? '';
    // Ours have theirs in the image.
    return expect(isOurs(service) ? 'image' : asked).not.toBe('');
  });

  it('holds no password of its own', () => {
    for (const [variable, value] of Object.entries(service.environment ?? {}))
      if (variable.endsWith('PASSWORD') && value !== null)
        expect(value).toMatch(/^\$\{GUONG_\w+:\?[^}]+\}$/);
  });
});

describe('what is reached from outside', () => {
  const published = (file: ComposeFile): Record<string, readonly string[]> =>
    Object.fromEntries(
      Object.entries(file.services).flatMap(([name, { ports }]) => (ports ? [[name, ports]] : [])),
    );

  it('is the proxy of a cluster and nothing else', () => {
    expect(published(composeFile('cluster.yml'))).toEqual({
      proxy: ['${GUONG_HTTPS_PORT:-443}:8443'],
    });
  });

  it.each(['single.yml', 'observability.yml'])('is of %s only for this machine', (file) => {
    const ports = Object.values(published(composeFile(file))).flat();
    expect(ports).toHaveLength(1);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('is neither log nor database: their networks lead nowhere', () => {
    const { services, networks = {} } = composeFile('cluster.yml');
    for (const name of ['log1', 'log2', 'log3', 'views']) {
      const of = networksOf(services[name] ?? {});
      expect(of.length).toBeGreaterThan(0);
      for (const network of of) expect(networks[network]).toEqual({ internal: true });
    }
    expect(networksOf(services['proxy'] ?? {})).toEqual(['front']);
  });
});

describe('a cluster', () => {
  const { services } = composeFile('cluster.yml');

  it('is three nodes of the log, a database, two of each process and a proxy', () => {
    expect(Object.keys(services).sort()).toEqual(
      [
        ...['api1', 'api2', 'certificates', 'cli', 'log1', 'log2', 'log3'],
        ...['projector1', 'projector2', 'proxy', 'views'],
      ].sort(),
    );
  });

  it.each(['api1', 'api2', 'projector1', 'projector2'])('starts %s once its stores are', (name) => {
    const needed = services[name]?.depends_on ?? {};
    expect(Object.keys(needed).sort()).toEqual(['log1', 'log2', 'log3', 'views']);
    for (const { condition } of Object.values(needed)) expect(condition).toBe('service_healthy');
  });

  it('gives each node of the log its own name, data, key and the other two to look for', () => {
    const nodes = ['log1', 'log2', 'log3'];
    for (const node of nodes) {
      const { environment = {}, volumes = [] } = services[node] ?? {};
      const others = nodes.filter((other) => other !== node).map((other) => `${other}:2113`);
      expect(environment['KURRENTDB_GOSSIP_SEED']).toBe(others.join());
      expect(environment['KURRENTDB_NODE_HOST_ADVERTISE_AS']).toBe(node);
      expect(volumes).toEqual(
        expect.arrayContaining([`${node}-data:/var/lib/kurrentdb`, `${node}-tls:/tls/node:ro`]),
      );
      expect(Object.keys(environment)).not.toContain('KURRENTDB_INSECURE');
    }
  });
});

describe('settings', () => {
  const sources = [...sourcesUnder('apps'), ...sourcesUnder('libs')].join('\n');
  const ours = ALL.filter(([, , service]) => isOurs(service));
  const given = new Set(ours.flatMap(([, , { environment = {} }]) => Object.keys(environment)));

  it.each([...given].sort())('%s is read by the product', (variable) => {
    expect(sources).toContain(`'${variable}'`);
  });

  it('that have no default are in the example, and nothing else is', () => {
    const texts = FILES.map(dockerText).join('\n');
    const example = dockerText('cluster.env.example').matchAll(/^(GUONG_\w+)=(.*)$/gm);
    const shown = new Map([...example].map(([, name = '', value = '']) => [name, value]));
    for (const [, name = ''] of texts.matchAll(/\$\{(GUONG_\w+):\?/g)) {
      expect([...shown.keys()]).toContain(name);
      expect(shown.get(name)).toMatch(/^change-me/);
    }
    for (const name of shown.keys()) expect(texts).toContain(`\${${name}:`);
  });
});

/** Every production source of the server below a folder, as text. */
function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/spec|node_modules|dist/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}
