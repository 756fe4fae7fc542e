import type { Browser } from 'playwright-core';
import { HttpClient } from '../../api/src/testing/http-client.js';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { launchBrowser, openPage, signIn } from './browser.js';

const ON = '2026-03-02';
const KT = '/inspection/kt-1';

describe('the room of an inspection', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
    await server.accounts.put({ username: 'sau', personId: 'm.sau', password: 'guong-demo' });
    const subjects = { unitIds: ['chi-bo-1'], memberIds: [] };
    const committee = HttpClient.signedIn(server, 'committee');
    const plan = { unitId: 'xa-b', kind: 'compliance', year: 2026, ...subjects, on: ON };
    await committee.command(`${KT}/plan`, plan);
    await committee.command(`${KT}/decide`, {
      ...{ decisionNo: '07-QĐ/UBKT', from: ON, expires: '2026-03-31', on: ON },
      scope: { ...subjects, from: '2025-01-01', until: '2025-12-31' },
      team: [{ memberId: 'm.sau', role: 'lead' }],
    });
    const lead = HttpClient.signedIn(server, 'sau');
    await lead.command(`${KT}/announce`, { on: ON });
    await lead.command(`${KT}/startVerification`, { on: ON });
    await server.guong.settled();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('turns what a rule found into a finding of the team, with its events', async () => {
    const { page, context, errors } = await openPage(browser, server.url);
    // The browser lives on the server's day.
    await page.clock.setFixedTime('2026-03-02T03:00:00Z');
    await signIn(page, 'sau');
    await page.goto(KT);
    await page.getByText('còn 29 ngày').waitFor();
    const computed = page.getByRole('region', { name: 'Phát hiện do quy tắc tự xét' });
    const line = computed
      .getByRole('listitem')
      .filter({ hasText: 'Chưa đăng ký' })
      .filter({ hasText: 'Nguyễn Văn Khải' });
    await line.getByRole('button', { name: 'Nêu thành phát hiện' }).click();
    await line.getByText('Đã nêu').waitFor();
    const raised = page.getByRole('region', { name: 'Phát hiện của đoàn (1)' });
    await raised.getByText('Nguyễn Văn Khải').waitFor();

    const events = await server.guong.store.read('inspection-kt-1');
    const finding = events.find(({ type }) => type === 'FindingRaised');
    const [admitted] = await server.guong.store.read('membership-m.khai');
    expect(finding?.data).toMatchObject({
      ...{ ruleId: 'REG_MISSING', subjectKind: 'member', subjectId: 'm.khai' },
      eventIds: [admitted?.id],
    });
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);
});
