import { HttpClient } from '../testing/http-client.js';
import { startServer, type TestServer } from '../testing/start-server.js';
import { seedYearEnd } from '../testing/year-end-seed.js';

let server: TestServer;
const as = (username: string) => HttpClient.signedIn(server, username);
const ON = '2026-03-02';

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  await seedYearEnd(server.guong);
  const nomination = {
    ...{ subjectKind: 'member', subjectId: 'm.khai', unitId: 'chi-bo-1', decidedAt: 'xa-b' },
    ...{ track: 'party', form: 'praise', occasion: 'year', on: ON },
    period: { fromYear: 2025, toYear: 2025 },
  };
  await as('secretary').command('/commendation/bd-1/nominate', nomination);
  const merit = { eventId: 'rating-member.m.khai-2025@0', source: 'review', on: '2025-06-30' };
  await server.guong.engine.execute({
    ...{ workflow: 'achievement-record', id: 'member.m.khai', command: 'recordMerit' },
    ...{ input: merit, actor: { id: 'system', kind: 'system' }, commandId: 'spec/merit' },
  });
  await server.guong.settled();
}, 30_000);
afterAll(() => server.close());

describe('the dossier of an award', () => {
  it('has merits and ratings with their events, and says which conditions fail', async () => {
    const { status, body } = await as('committee').get('/commendation/bd-1/dossier');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      awardId: 'bd-1',
      merits: [{ source: 'review', on: '2025-06-30', event: { type: 'SelfRated', revision: 0 } }],
      ratings: [{ year: 2025, id: 'member.m.khai-2025', rating: null, event: null }],
      eligible: false,
    });
    const { conditions } = body as unknown as {
      conditions: { check: string; met: boolean; reasons: { code: string }[] }[];
    };
    expect(conditions.map(({ check, met }) => [check, met])).toEqual([
      ['level', true],
      ['claim', true],
      ['ratings', true],
      ['appraisal', false],
      ['discipline', true],
      ['council', true],
    ]);
    expect(conditions[3]!.reasons).toMatchObject([{ code: 'NOT_QUALIFIED' }]);
  });

  it.each([
    ['member', '/commendation/bd-1/dossier', 200],
    ['secretary', '/commendation/bd-1/dossier', 200],
    ['inspector', '/commendation/bd-1/dossier', 403],
    ['auditor', '/commendation/bd-1/dossier', 403],
    ['admin', '/commendation/bd-1/dossier', 403],
    ['committee', '/organisation/xa-b/dossier', 404],
    ['committee', '/commendation/bd-9/dossier', 403],
  ])('%s asking for %s is answered %d', async (username, path, expected) => {
    expect((await as(username).get(path)).status).toBe(expected);
  });
});

describe('the evidence of a finding', () => {
  const path = '/units/xa-b/findings/REG_MISSING:m.khai:2025';

  it('is the events that prove it, with their ids', async () => {
    const { status, body } = await as('committee').get(`${path}?year=2025`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      finding: { ruleId: 'REG_MISSING', memberId: 'm.khai' },
      events: [{ stream: 'membership-m.khai', type: 'MemberAdmittedToUnit' }],
    });
    const [event] = (body as unknown as { events: { eventId: string }[] }).events;
    expect(event!.eventId).toMatch(/^[A-Za-z0-9-]{1,64}$/);
  });

  it.each([
    ['secretary', `${path}?year=2025`, 403],
    ['committee', `${path}?year=2019`, 404],
    ['committee', '/units/xa-b/findings/REG_MISSING:m.sau:2025?year=2025', 404],
    ['committee', path, 400],
  ])('%s asking for %s is answered %d', async (username, asked, expected) => {
    expect((await as(username).get(asked)).status).toBe(expected);
  });
});

describe('the year-end sheet before the decision', () => {
  it('says how full the list would be as it stands', async () => {
    const { body } = await as('committee').get('/units/xa-b/year-sheet?year=2025');
    expect(body).toMatchObject({
      standing: { percent: 20, denominator: 'GOOD_ONLY', base: 2, allowed: 0, excellent: 2 },
      cap: { allowed: null },
      now: { excellent: 2, good: 2, rated: 4 },
    });
  });
});
