import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpClient } from '../testing/http-client.js';
import { startServer, type TestServer } from '../testing/start-server.js';

const PAGE = '<!doctype html><title>Gương</title>';
let pages: string;
let server: TestServer;
let anonymous: HttpClient;

beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'guong-pages-'));
  mkdirSync(join(pages, 'assets'));
  writeFileSync(join(pages, 'index.html'), PAGE);
  writeFileSync(join(pages, 'assets/main-4f9a.js'), 'void 0');
  server = await startServer({ demo: 'small', webFolder: pages });
  anonymous = HttpClient.anonymous(server);
}, 30_000);
afterAll(async () => {
  await server.close();
  rmSync(pages, { recursive: true, force: true });
});

const read = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const BROWSER = { accept: 'text/html,application/xhtml+xml' };

describe('pages', () => {
  it.each(['/', '/units/xa-b', '/members/m.khai', '/anything'])('%s is the page', async (path) => {
    const answer = await read(path, BROWSER);
    expect(answer).toMatchObject({ status: 200, text: PAGE });
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('with a hash in their name are kept for ever', async () => {
    const answer = await read('/assets/main-4f9a.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/api/v1/nothing', '/api/v2', '/assets/missing.js', '/%zz', '/../package.json'])(
    '%s is not',
    async (path) => {
      const headers = path.startsWith('/api') ? BROWSER : {};
      const answer = await read(path, headers);
      expect([401, 404]).toContain(answer.status);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.text).not.toContain('stack');
    },
  );
});

describe('what operators and programs read', () => {
  it('describes every command with its input', async () => {
    const { status, text } = await read('/api/docs-json');
    const { paths } = JSON.parse(text) as {
      paths: Record<string, Record<string, { requestBody?: object; parameters?: object[] }>>;
    };
    expect(status).toBe(200);
    for (const workflow of server.guong.engine.workflows)
      for (const command of Object.keys(workflow.commands))
        expect(paths[`/api/v1/${workflow.name}/{id}/${command}`]?.['post']).toHaveProperty(
          'requestBody.content.application/json.schema.type',
          'object',
        );
    expect(paths['/api/v1/auth/login']).toBeDefined();
  });

  it('shows it on a page that its own policy lets work', async () => {
    const page = await read('/api/docs', BROWSER);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script>[^<]/);
    const [script = ''] = /[./\w-]*swagger-ui-init\.js/.exec(page.text) ?? [];
    expect((await read(new URL(script, `${server.url}/api/docs`).pathname)).status).toBe(200);
  });

  it('is alive and ready', async () => {
    expect((await read('/health/live')).status).toBe(200);
    const { status, text } = await read('/health/ready');
    const { details } = JSON.parse(text) as {
      details: Record<string, { status: string; lines?: { name: string; state: string }[] }>;
    };
    expect(status).toBe(200);
    expect(Object.keys(details).toSorted()).toEqual([
      'accounts',
      'process',
      'projections',
      'reactors',
      'store',
      'timers',
    ]);
    expect(details['projections']?.lines?.map(({ state }) => state)).not.toContain('parked');
  });

  it('is not ready once nobody builds the figures any more', async () => {
    const own = await startServer();
    await own.guong.projections.stop();
    const response = await fetch(`${own.url}/health/ready`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ details: { projections: { status: 'down' } } });
    await own.close();
  });

  it('counts commands, requests and what is behind, without a name or an id', async () => {
    const khai = HttpClient.signedIn(server, 'member');
    await khai.command('/registration/m.khai-2026/submit', { deeds: [], areas: [] });
    const { status, text } = await read('/metrics');
    expect(status).toBe(200);
    expect(text).toContain(
      'guong_commands_total{workflow="registration",command="submit",outcome="refused"} 1',
    );
    expect(text).toMatch(/guong_command_seconds_bucket\{/);
    expect(text).toMatch(/guong_http_requests_total\{status="4xx"\}/);
    expect(text).toMatch(/guong_projection_behind\{projection="\w+"\} 0/);
    expect(text).toMatch(/guong_projection_lag_seconds\{projection="\w+"\} 0/);
    expect(text).toMatch(/guong_reactor_state\{reactor="[\w-]+",state="running"\} 1/);
    expect(text).toMatch(/guong_log_commit_seconds_count [1-9]/);
    expect(text).not.toMatch(/guong_metrics_unknown\{part="\w+"\} 1/);
    expect(text).toMatch(/guong_timer_steps\{outcome="waiting"\} 0/);
    expect(text).toMatch(/guong_timer_late_seconds 0/);
    expect(text).toMatch(/nodejs_eventloop_lag_seconds/);
    expect(text).not.toMatch(/m\.khai|Khải/);
  });

  it('refuses what is not signed in everywhere else', async () => {
    for (const path of ['/units', '/workflows', '/auth/me', '/search?q=a'])
      expect(await anonymous.get(path)).toMatchObject({ status: 401 });
  });
});
