import { HttpClient } from '../testing/http-client.js';
import { FORM } from '../testing/registration-form.js';
import { startServer, type TestServer } from '../testing/start-server.js';

let server: TestServer;
const as = (username: string) => HttpClient.signedIn(server, username);

/** Lan's registration reviewed late and the cell met: what the pages of a year rest on. */
beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  const done = async (username: string, path: string, input: object, at?: string) => {
    const headers: Record<string, string> = at === undefined ? {} : { 'x-occurred-at': at };
    const { status, body } = await as(username).command(path, input, headers);
    expect({ path, status, body }).toMatchObject({ status: 200 });
  };
  await done('member', '/registration/m.khai-2026/submit', FORM, '2026-02-20');
  await done('secretary', '/registration/m.khai-2026/endorse', {});
  const deeds = ['d1', 'd2'].map((key) => ({ key, mark: 'done' }));
  await done('secretary', '/review/m.khai-2026-q1/remark', {
    ...{ unitId: 'chi-bo-1', on: '2026-03-01', deeds, text: 'Làm tốt việc đã đăng ký.' },
    ...{ nextDirection: 'Giúp thêm một hộ khó khăn.', merit: 'notable' },
  });
  await done('secretary', '/meeting/chi-bo-1-20260301/schedule', {
    ...{ kind: 'regular', on: '2026-03-01', startsAt: '07:30', place: 'Nhà văn hóa' },
    agenda: [{ key: 'a', kind: 'study_follow', title: 'Việc làm theo trong tháng' }],
  });
  await done('secretary', '/criticism-session/chi-bo-1-2026/plan', {
    ...{ on: '2026-12-05', chairId: 'm.lan', place: 'Nhà văn hóa' },
    subjects: [
      { subjectId: 'chi-bo-1', role: 'collective' },
      { subjectId: 'm.lan', role: 'head' },
      { subjectId: 'm.khai', role: 'member' },
    ],
  });
  await server.guong.settled();
}, 60_000);
afterAll(() => server.close());

describe('a member’s book', () => {
  it('has every period of the year, with the direction that the next one starts from', async () => {
    const { body } = await as('member').get<{ periods: object[] }>(
      '/members/m.khai/book?year=2026',
    );
    expect(body).toMatchObject({ memberId: 'm.khai', cadence: 'quarterly' });
    expect(body.periods).toHaveLength(4);
    expect(body.periods[0]).toMatchObject({
      ...{ period: '2026-q1', state: 'remarked', merit: 'notable' },
      nextDirection: 'Giúp thêm một hộ khó khăn.',
    });
    expect(body.periods[1]).toMatchObject({ state: 'due', due: '2026-07-10' });
  });

  it('keeps the words from those above, who see that there was a remark', async () => {
    const { body } = await as('committee').get<{ periods: { nextDirection: string | null }[] }>(
      '/members/m.khai/book?year=2026',
    );
    expect(body.periods[0]).toMatchObject({ state: 'remarked', nextDirection: null });
  });

  it('names every remark on every deed by its event', async () => {
    const { body } = await as('member').get('/members/m.khai/year-sheet?year=2026');
    expect(body).toMatchObject({
      deeds: [
        { key: 'd1', marks: [{ period: '2026-q1', mark: 'done', type: 'DeedRemarked' }] },
        { key: 'd2', marks: [{ stream: 'review-m.khai-2026-q1', revision: 0 }] },
      ],
      registration: [{ type: 'RegistrationSubmitted' }, { type: 'RegistrationEndorsed' }],
    });
  });
});

describe('a unit’s year', () => {
  it('lays cells against periods', async () => {
    const { body } = await as('committee').get('/units/xa-b/coverage?year=2026');
    expect(body).toMatchObject({
      medianLateDays: 0,
      rows: [
        { unitId: 'chi-bo-1', cells: [{ period: '2026-q1', due: 1, remarked: 1 }, {}, {}, {}] },
        { unitId: 'chi-bo-2', cells: [{ due: 0, remarked: 0 }, {}, {}, {}] },
      ],
    });
  });

  it('lists meetings and sessions', async () => {
    const meetings = await as('secretary').get('/units/chi-bo-1/meetings?year=2026');
    expect(meetings.body).toMatchObject({
      items: [{ meetingId: 'chi-bo-1-20260301', state: 'scheduled', kind: 'regular' }],
    });
    const sessions = await as('committee').get('/units/xa-b/sessions?year=2026');
    expect(sessions.body).toMatchObject({ items: [{ unitId: 'chi-bo-1', subjects: 3 }] });
  });

  it('finds what is not there, by the facts that made it owed, once its day is over', async () => {
    const path = '/units/chi-bo-1/findings?year=';
    const { body } = await as('secretary').get(`${path}2025`);
    expect(body).toMatchObject({
      rules: [
        { ruleId: 'PLAN_MISSING', count: 1, cleared: 0 },
        { ruleId: 'REG_MISSING', count: 2, cleared: 0 },
      ],
      items: [
        { ruleId: 'PLAN_MISSING', memberId: null, events: ['orgUnit-chi-bo-1@0'] },
        { ruleId: 'REG_MISSING', memberId: 'm.khai', events: ['membership-m.khai@0'] },
        { ruleId: 'REG_MISSING', memberId: 'm.lan', events: ['membership-m.lan@0'] },
      ],
    });
    const early = await as('secretary').get(`${path}2026`);
    expect(early.body).toMatchObject({ rules: [], items: [] });
  });

  it('reports several years', async () => {
    const { body } = await as('committee').get('/units/xa-b/report?from=2025&to=2026');
    expect(body).toMatchObject({
      years: [
        { period: 2025, indicators: { REVIEW_COVERAGE: { denominator: 0 } } },
        { period: 2026, indicators: { REVIEW_COVERAGE: { numerator: 1, denominator: 4 } } },
      ],
    });
  });

  it.each([
    ['/units/xa-b/coverage', 'year'],
    ['/units/xa-b/report?from=2025', 'to'],
    ['/units/xa-b/findings?year=2026&rule=../x', 'rule'],
  ])('refuses %s for its %s', async (path, field) => {
    const { status, body } = await as('committee').get<{ reasons: { path: string }[] }>(path);
    expect(status).toBe(400);
    expect(body.reasons.map(({ path: at }) => at)).toEqual([field]);
  });
});

describe('the record of a session', () => {
  const session = '/criticism-session/chi-bo-1-2026';

  it.each([
    ['member', 200],
    ['secretary', 200],
    ['committee', 200],
    ['auditor', 403],
    ['admin', 403],
    ['inspector', 403],
  ])('answers %s with %i', async (username, status) => {
    expect((await as(username).get(session)).status).toBe(status);
    expect((await as(username).get(`${session}/events`)).status).toBe(status);
  });
});
