import { Reflector } from '@nestjs/core';
import type { Role } from '#libs/platform';
import { PATHS, type Place, STREAMS_AND_COMMANDS } from '../testing/access-paths.js';
import { HttpClient } from '../testing/http-client.js';
import { FORM } from '../testing/registration-form.js';
import { startServer, type TestServer } from '../testing/start-server.js';
import { ACCESS_KEY, PUBLIC_KEY } from './access.decorators.js';
import { ACCESS, type AccessKey, type Rule } from './access-table.js';

let server: TestServer;
const clients = new Map<string, HttpClient>();

/** Accounts of the seed by the role they stand for; `province` is a committee high up. */
const ACCOUNTS: Record<Role, string> = {
  member: 'member',
  secretary: 'secretary',
  committee: 'committee',
  inspector: 'inspector',
  auditor: 'auditor',
  admin: 'admin',
};

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  for (const name of [...Object.values(ACCOUNTS), 'province'])
    clients.set(name, HttpClient.signedIn(server, name));
  // Somebody to read about, in every cell.
  for (const [username, personId] of [
    ['khai', 'm.khai'],
    ['tam', 'm.tam'],
    ['sau', 'm.sau'],
  ] as const) {
    await server.accounts.put({ username, personId, password: 'guong-demo' });
    const client = HttpClient.signedIn(server, username);
    const form = { ...FORM, personalPlan: 'Nêu gương' };
    const { status } = await client.command(`/registration/${personId}-2026/submit`, form);
    if (status !== 200) throw new Error(`${personId} cannot register`);
  }
  await server.guong.settled();
}, 30_000);
afterAll(() => server.close());

const CELL_1: Place = { unit: 'chi-bo-1', person: 'm.khai' };
const CELL_2: Place = { unit: 'chi-bo-2', person: 'm.tam' };
const CELL_3: Place = { unit: 'chi-bo-3', person: 'm.sau' };

/** Khải is of cell 1, Lan leads it, Minh is of the committee of ward b; the warrant: ward c. */
const REACH: Record<Role, Partial<Record<Rule, { in: Place[]; out: Place[] }>>> = {
  member: {
    own: { in: [CELL_1], out: [{ unit: 'chi-bo-1', person: 'm.lan' }, CELL_2] },
    cell: { in: [CELL_1], out: [CELL_2, { unit: 'xa-b', person: 'm.minh' }] },
  },
  secretary: { cell: { in: [CELL_1], out: [CELL_2, CELL_3, { unit: 'xa-b', person: 'm.minh' }] } },
  committee: {
    subtree: { in: [CELL_1, CELL_2], out: [CELL_3, { unit: 'tinh-a', person: 'm.nga' }] },
    aggregate: { in: [CELL_1, { unit: 'xa-b', person: 'm.tam' }], out: [CELL_3] },
  },
  inspector: {
    warrant: { in: [CELL_3, { unit: 'xa-c', person: 'm.nga' }], out: [CELL_1, CELL_2] },
  },
  auditor: {},
  admin: {},
};
const ANYWHERE = { in: [CELL_1, CELL_3], out: [] };
const NOWHERE = { in: [], out: [CELL_1, CELL_3] };

const CASES = (Object.keys(ACCESS) as AccessKey[])
  .filter((key) => !STREAMS_AND_COMMANDS.includes(key))
  .flatMap((key) =>
    (Object.entries(ACCESS[key].rules) as [Role, Rule][]).map(
      ([role, rule]): [AccessKey, Role, Rule] => [key, role, rule],
    ),
  );

const placesOf = (role: Role, rule: Rule): { in: Place[]; out: Place[] } => {
  if (rule === 'all') return ANYWHERE;
  if (rule === 'none') return NOWHERE;
  const reach = REACH[role][rule];
  if (reach === undefined) throw new Error(`no places to try ${role} by ${rule}`);
  return reach;
};

describe('the access table, over HTTP', () => {
  it.each(CASES)('%s: %s reaches %s and no further', async (key, role, rule) => {
    const client = clients.get(ACCOUNTS[role])!;
    const places = placesOf(role, rule);
    // A secretary is also a member, and an office-holder too: what their other roles allow is out.
    const others: Rule[] =
      role === 'secretary' || role === 'committee' ? [ACCESS[key].rules.member] : [];
    for (const place of places.in)
      expect([PATHS[key](place), (await client.get(PATHS[key](place))).status]).toEqual([
        PATHS[key](place),
        200,
      ]);
    if (others.includes('all')) return;
    for (const place of places.out) {
      const answer = await client.get(PATHS[key](place));
      expect([PATHS[key](place), answer.status]).toEqual([PATHS[key](place), 403]);
      expect(answer.body).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('has a row for every route that is not public', () => {
    const reflector = new Reflector();
    const container = server.app as unknown as {
      container: { getModules(): Map<string, { controllers: Map<unknown, { metatype: object }> }> };
    };
    const routes = [...container.container.getModules().values()]
      .flatMap(({ controllers }) => [...controllers.values()])
      .flatMap(({ metatype }) => {
        const controller = metatype as { prototype: Record<string, () => void>; name: string };
        return Object.getOwnPropertyNames(controller.prototype)
          .map((name) => ({ name, handler: controller.prototype[name]! }))
          .filter(
            ({ name, handler }) => name !== 'constructor' && Reflect.hasMetadata('path', handler),
          )
          .map(({ name, handler }) => ({
            route: `${controller.name}.${name}`,
            row: reflector.get<AccessKey | undefined>(ACCESS_KEY, handler),
            isPublic: reflector.getAllAndOverride<boolean>(PUBLIC_KEY, [
              handler,
              metatype as () => void,
            ]),
          }));
      });
    expect(routes.length).toBeGreaterThan(15);
    for (const { route, row, isPublic } of routes)
      expect([route, isPublic || (row !== undefined && row in ACCESS)]).toEqual([route, true]);
    expect(
      routes
        .filter(({ isPublic }) => isPublic)
        .map(({ route }) => route)
        .toSorted(),
    ).toEqual([
      'AuthController.hint',
      'AuthController.login',
      'HealthController.live',
      'HealthController.ready',
      'HealthController.serving',
      'MetricsController.read',
    ]);
  });
});

describe('what may be shown of what can be reached', () => {
  const get = async (who: string, path: string) => (await clients.get(who)!.get(path)).body;

  it('opens the sealed text to the member and the cell secretary, not above', async () => {
    const path = '/registration/m.khai-2026/form';
    for (const who of ['member', 'secretary'])
      expect(await get(who, path)).toMatchObject({
        form: { deeds: [{ content: FORM.deeds[0].content, area: 'duty', evidence: 'report' }, {}] },
      });
    const above = await get('committee', path);
    expect(above).toMatchObject({ memberName: 'Nguyễn Văn Khải', state: 'submitted', form: null });
    expect(JSON.stringify(above)).not.toContain(FORM.deeds[0].content);
  });

  it('opens the sealed parts of a history to the inspector under warrant only', async () => {
    const inspected = await get('inspector', '/members/m.sau/history');
    expect(JSON.stringify(inspected)).toContain(FORM.deeds[0].content);
    const read = await get('committee', '/members/m.khai/history');
    expect(JSON.stringify(read)).not.toContain(FORM.deeds[0].content);
    const record = await get('committee', '/registration/m.khai-2026');
    expect(JSON.stringify(record)).not.toContain(FORM.deeds[0].content);
    expect(record).toMatchObject({ state: 'submitted', data: { counts: { deeds: 2 } } });
  });

  it('shows a province committee the registrations of leaders only', async () => {
    const people = async (who: string, unit: string) =>
      (
        (await get(who, `/units/${unit}/registrations?period=2026`))['items'] as {
          memberId: string;
        }[]
      ).map(({ memberId }) => memberId);
    expect(await people('province', 'tinh-a')).toEqual(['m.sau']);
    expect(await people('committee', 'xa-b')).toEqual(['m.khai', 'm.tam']);
    expect((await clients.get('province')!.get('/members/m.khai')).status).toBe(403);
  });

  it('gives an auditor every figure and no name', async () => {
    const figures = await get('auditor', '/units/tinh-a/indicators?period=2026');
    expect(figures).toMatchObject({ indicators: { REG_RATE: { numerator: 0, denominator: 6 } } });
    for (const path of [
      '/units/tinh-a/indicators/REG_RATE/events?period=2026&side=denominator',
      '/units/chi-bo-1',
      '/search?q=khải',
    ])
      expect(JSON.stringify(await get('auditor', path))).not.toMatch(/Khải|Lan|Sáu/);
  });

  it('finds people only among those one may know', async () => {
    const found = async (who: string, q: string) =>
      (
        (await get(who, `/search?q=${encodeURIComponent(q)}`))['items'] as {
          kind: string;
          id: string;
        }[]
      ).map(({ kind, id }) => `${kind} ${id}`);
    expect(await found('secretary', 'khai')).toEqual(['member m.khai']);
    expect(await found('member', 'KHẢI')).toEqual(['member m.khai']);
    expect(await found('member', 'lan')).toEqual([]);
    expect(await found('inspector', 'khai')).toEqual([]);
    expect(await found('inspector', 'sau')).toEqual(['member m.sau']);
    expect(await found('member', 'cam son')).toEqual(['unit xa-c']);
  });

  it('makes unknown people look like people out of reach', async () => {
    for (const id of ['m.nobody', 'm.sau', 'X Y', '%00'])
      expect((await clients.get('secretary')!.get(`/members/${id}`)).status).toBe(403);
    expect((await clients.get('secretary')!.get('/units/nowhere')).status).toBe(404);
  });

  it('ends with the office, and with the warrant', async () => {
    await server.accounts.put({
      username: 'late',
      password: 'guong-demo',
      roles: ['inspector'],
      warrants: [{ unitId: 'xa-c', from: '2025-01-01', until: '2026-03-01' }],
    });
    const late = HttpClient.signedIn(server, 'late');
    expect((await late.get('/members/m.sau')).status).toBe(403);
    const lan = clients.get('secretary')!;
    expect((await lan.get('/members/m.khai')).status).toBe(200);
    const ended = await server.guong.engine.execute({
      workflow: 'organisation',
      id: 'chi-bo-1',
      command: 'endOfficer',
      input: { memberId: 'm.lan', office: 'secretary', on: '2026-03-02', decisionNo: '9-QĐ/ĐU' },
      actor: { id: 'system', kind: 'system' },
      commandId: 'end-of-office',
    });
    expect(ended.kind).toBe('accepted');
    expect((await lan.get('/members/m.khai')).status).toBe(403);
    expect((await lan.get('/members/m.lan')).status).toBe(200);
  });
});
