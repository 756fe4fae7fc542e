import type { Browser } from 'playwright-core';
import { HttpClient } from '../../api/src/testing/http-client.js';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { launchBrowser, openPage, signIn } from './browser.js';

const ON = '2026-03-02';
const AWARD = '/commendation/gk-2025-1';

describe('the dossier of an award', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
    const nomination = {
      ...{ subjectKind: 'member', subjectId: 'm.khai', unitId: 'chi-bo-1', decidedAt: 'xa-b' },
      ...{ track: 'party', form: 'certificate', occasion: 'year', on: ON },
      period: { fromYear: 2025, toYear: 2025 },
    };
    await HttpClient.signedIn(server, 'secretary').command(`${AWARD}/nominate`, nomination);
    await server.guong.settled();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('says which conditions are not met, and why', async () => {
    const { page, context, errors } = await openPage(browser, server.url);
    await signIn(page, 'committee');
    // An address of the record leads to the page made for it.
    await page.goto(`/r${AWARD}`);
    await page.waitForURL('**/award/gk-2025-1');
    const verdict = page.getByRole('region', { name: 'Điều kiện quyết định' });
    await verdict.getByText('Chưa đủ: còn 3 điều kiện').waitFor();
    const ratings = verdict.getByRole('listitem').filter({ hasText: 'Xếp loại các năm' });
    expect(await ratings.textContent()).toContain('2025');
    expect(await verdict.getByLabel('chưa đạt').count()).toBe(3);
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);

  it('stands on the list of the unit, and leads back to the dossier', async () => {
    const { page, context } = await openPage(browser, server.url, { width: 360, height: 780 });
    await signIn(page, 'committee');
    await page.goto('/units/xa-b/honours?year=2026');
    const awards = page.getByRole('region', { name: /Khen thưởng năm 2026/ });
    await awards.getByRole('link', { name: 'Nguyễn Văn Khải' }).click();
    await page.getByRole('region', { name: 'Điều kiện quyết định' }).waitFor();
    await context.close();
  }, 60_000);
});
