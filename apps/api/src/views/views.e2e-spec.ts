import { HttpClient, type ProblemBody } from '../testing/http-client.js';
import { FORM } from '../testing/registration-form.js';
import { startServer, type TestServer } from '../testing/start-server.js';

let server: TestServer;
let khai: HttpClient;
let lan: HttpClient;
let minh: HttpClient;

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  khai = HttpClient.signedIn(server, 'member');
  lan = HttpClient.signedIn(server, 'secretary');
  minh = HttpClient.signedIn(server, 'committee');
}, 30_000);
afterAll(() => server.close());

/** Registers and endorses on days of February that are reported in March. */
async function endorsed(): Promise<string> {
  await khai.command('/registration/m.khai-2026/submit', FORM, { 'x-occurred-at': '2026-02-10' });
  const { body } = await lan.command(
    '/registration/m.khai-2026/endorse',
    {},
    { 'x-occurred-at': '2026-02-20T03:00:00Z' },
  );
  return String(body['position']);
}

describe('reading views', () => {
  it('shows one’s own command at once, from the cell up to the ward', async () => {
    const position = await endorsed();
    for (const unit of ['chi-bo-1', 'xa-b']) {
      const { status, body } = await minh.get(
        `/units/${unit}/indicators?period=2026&after=${position}`,
      );
      expect(status).toBe(200);
      expect(body).toMatchObject({
        unitId: unit,
        period: 2026,
        map: 'then',
        indicators: {
          REG_RATE: { numerator: 1, denominator: unit === 'xa-b' ? 4 : 2 },
          DEED_OK: { numerator: 1, denominator: 1, value: 1 },
          DEED_AVG: { numerator: 2, denominator: 1, value: 2 },
        },
      });
      expect(String(body['position']) >= position).toBe(true);
    }
  });

  it('explains a figure by its events', async () => {
    const { body } = await minh.get(
      '/units/xa-b/indicators/REG_RATE/events?period=2026&side=numerator',
    );
    expect(body).toMatchObject({
      next: null,
      items: [
        {
          stream: 'commitment-m.khai-2026',
          type: 'RegistrationEndorsed',
          occurredAt: '2026-02-20T03:00:00.000Z',
          memberId: 'm.khai',
          memberName: 'Nguyễn Văn Khải',
          unitName: 'Chi bộ thôn Một',
          contribution: 1,
        },
      ],
    });
  });

  it('lists years, children, registrations and members', async () => {
    const trend = await minh.get('/units/xa-b/trend?from=2025&to=2026');
    expect(trend.body).toMatchObject({ periods: [{ period: 2025 }, { period: 2026 }] });
    const children = await minh.get('/units/xa-b/children/indicators?period=2026&map=2026-03-01');
    expect(children.body).toMatchObject({
      map: '2026-03-01',
      children: [
        { unit: { id: 'chi-bo-1', name: 'Chi bộ thôn Một', level: 'cell' } },
        { unit: { id: 'chi-bo-2' }, indicators: { REG_RATE: { numerator: 0, denominator: 2 } } },
      ],
    });
    const registrations = await minh.get('/units/xa-b/registrations?period=2026&state=endorsed');
    expect(registrations.body).toMatchObject({
      total: 1,
      items: [{ memberName: 'Nguyễn Văn Khải', state: 'endorsed', deeds: 2, late: false }],
    });
    const members = await minh.get('/units/xa-b/members?q=tam');
    expect(members.body).toMatchObject({ total: 1, items: [{ memberId: 'm.tam', exempt: false }] });
  });

  it('shows a unit with its surroundings, and names only to those who may know them', async () => {
    expect((await khai.get('/units?on=2026-01-01')).body).toHaveLength(6);
    expect((await khai.get('/units?on=2019-01-01')).body).toHaveLength(0);
    const near = await minh.get('/units/xa-b');
    expect(near.body).toMatchObject({
      path: [{ id: 'tinh-a' }, { id: 'xa-b' }],
      children: [{ id: 'chi-bo-1' }, { id: 'chi-bo-2' }],
      officers: [{ memberId: 'm.minh', name: 'Lê Quang Minh', office: 'committee' }],
      memberCount: 4,
      may: { listMembers: true, listRegistrations: true },
    });
    const far = await khai.get('/units/xa-b');
    expect(far.body).toMatchObject({ officers: [{ name: null }], memberCount: null });
    expect(far.body).toMatchObject({ may: { listMembers: false, listRegistrations: false } });
    expect((await khai.get('/units/chi-bo-1')).body).toMatchObject({
      officers: [{ name: 'Trần Thị Lan' }],
      memberCount: 2,
    });
  });

  it.each([
    ['no period', '/units/xa-b/indicators', 'period'],
    ['a period that is none', '/units/xa-b/indicators?period=19', 'period'],
    ['a map that is none', '/units/xa-b/indicators?period=2026&map=now', 'map'],
    ['an unknown parameter', '/units/xa-b/indicators?period=2026&year=2026', 'year'],
    ['a page that is none', '/units/xa-b/members?page=0', 'page'],
    ['a side that is none', '/units/xa-b/indicators/REG_RATE/events?period=2026&side=x', 'side'],
    ['a day that is none', '/members/m.tam/history?asOf=2026-13-01', 'asOf'],
    ['a position that nothing has', '/units/xa-b?after=9999999999999999', 'after'],
  ])('refuses %s', async (_what, path, field) => {
    const answer = await minh.get<ProblemBody>(path);
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
    expect(answer.body.reasons.map((each) => each.path)).toEqual([field]);
  });

  it('says so when a view does not move', async () => {
    const own = await startServer({ demo: 'small' });
    const client = HttpClient.signedIn(own, 'committee');
    await own.guong.projections.stop();
    const member = HttpClient.signedIn(own, 'member');
    const { body } = await member.command('/registration/m.khai-2026/submit', FORM);
    const answer = await client.get(`/units/xa-b?after=${String(body['position'])}`);
    expect(answer).toMatchObject({
      status: 503,
      body: { code: 'VIEW_BEHIND', retryAfterMs: 1000 },
    });
    expect(answer.headers.get('retry-after')).toBe('1');
    await own.close();
  });
});

describe('a person’s history', () => {
  type Item = { type: string; delayDays: number; actorName: string | null; sealed?: object };
  const history = async (client: HttpClient, query = '') => {
    const { body } = await client.get<{ items: Item[]; state: object; next: number | null }>(
      `/members/m.khai/history${query}`,
    );
    return { ...body, types: body.items.map(({ type }) => type) };
  };

  it('shows order, delay, author and office', async () => {
    const { items, state, types, next } = await history(lan);
    expect(types).toEqual([
      'MemberAdmittedToUnit',
      'RegistrationSubmitted',
      'RegistrationEndorsed',
    ]);
    expect(items[1]).toMatchObject({ delayDays: 20, actorName: 'Nguyễn Văn Khải' });
    expect(items[1]?.sealed).toMatchObject({ form: { deeds: [{}, {}] } });
    expect(items[2]).toMatchObject({
      actor: 'm.lan',
      actorName: 'Trần Thị Lan',
      capacity: { office: 'secretary', unit: 'chi-bo-1' },
    });
    expect(next).toBeNull();
    expect(state).toMatchObject({
      unitName: 'Chi bộ thôn Một',
      status: 'official',
      registrations: [{ year: 2026, state: 'endorsed' }],
    });
  });

  it('as it was on a day is another question than as it was known on that day', async () => {
    // Nothing of February was recorded before March; the admission too was entered in March.
    expect((await history(lan, '?known=2026-02-28')).types).toEqual([]);
    const asOf = await history(lan, '?asOf=2026-02-15');
    expect(asOf.types).toEqual(['RegistrationSubmitted']);
    expect(asOf.state).toMatchObject({ registrations: [{ year: 2026, state: 'submitted' }] });
    const hour = await history(lan, '?asOf=2026-02-20T02:59:59Z');
    expect(hour.types).toEqual(['RegistrationSubmitted']);
    expect((await history(lan, '?asOf=2026-02-20&known=2026-03-02')).types).toEqual([
      'RegistrationSubmitted',
      'RegistrationEndorsed',
    ]);
  });
});

describe('a registration form', () => {
  it('carries the rules, the state and what can be done next', async () => {
    const { body } = await lan.get('/registration/m.lan-2026/form');
    expect(body).toMatchObject({
      memberName: 'Trần Thị Lan',
      unitId: 'chi-bo-1',
      state: 'draft',
      revision: -1,
      leader: true,
      form: null,
      rules: { deeds: { min: 2, max: 3 }, window: { from: '01-01', to: '03-31' } },
    });
    const { areas } = body['rules'] as { areas: object[] };
    expect(areas).toHaveLength(7);
    expect(areas[0]).toEqual({
      code: 'ideology',
      vi: 'tư tưởng chính trị',
      en: 'ideology',
    });
  });

  it('gives a draft back with everything that was typed', async () => {
    const draft = {
      deeds: [{ area: 'duty', content: 'Viết dở', deadline: '2026-11-30', evidence: 'report' }, {}],
      areas: [{ area: 'duty' }],
    };
    expect((await lan.command('/registration/m.lan-2026/saveDraft', draft)).status).toBe(200);
    const { body } = await lan.get('/registration/m.lan-2026/form');
    expect(body['form']).toMatchObject({
      deeds: [
        { key: 'd1', ...draft.deeds[0] },
        { key: 'd2', content: '' },
      ],
      areas: [{ area: 'duty' }],
    });
  });

  it('shows the remarks of a return at their lines', async () => {
    const plan = { ...FORM, personalPlan: 'Nêu gương' };
    expect((await lan.command('/registration/m.lan-2026/submit', plan)).status).toBe(200);
    const remarks = [{ path: 'deeds[1].target', text: 'Nêu rõ hộ nào' }];
    const returned = await minh.command('/registration/m.lan-2026/return', { remarks });
    expect(returned.body).toMatchObject({ state: 'returned' });
    const { body } = await lan.get('/registration/m.lan-2026/form');
    expect(body).toMatchObject({ state: 'returned', remarks });
  });

  it('does not exist for a year that no rules cover', async () => {
    expect((await lan.get('/registration/m.lan-1990/form')).status).toBe(404);
  });
});
