import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { launchBrowser, openPage, signIn } from './browser.js';

describe('the definitions', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('lead from the list to a diagram, who may do what, and a file for a modeller', async () => {
    const { page, context, errors } = await openPage(browser, server.url);
    await signIn(page, 'member');
    await page.goto('/definitions');
    await page.getByRole('link', { name: 'Đăng ký học tập và làm theo' }).click();
    await page.getByRole('img', { name: /^Sơ đồ/ }).waitFor();
    expect(await page.locator('svg[role=img]').textContent()).toContain('Đã trả lại');

    const row = page.getByRole('row', { name: /^Xác nhận/ });
    expect(await row.textContent()).toContain('nhưng không phải chính đảng viên của hồ sơ.');

    await page.getByText('BPMN', { exact: true }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải tệp BPMN' }).click();
    const file = await (await saved).path();
    expect(readFileSync(file, 'utf8')).toContain('<bpmn:userTask id="do_endorse"');
    expect(errors).toEqual([]);
    await context.close();
  });

  it('speak English to whoever reads English', async () => {
    const { page, context } = await openPage(browser, server.url, { width: 360 });
    await signIn(page, 'member');
    await page.getByRole('button', { name: /English|EN/ }).click();
    await page.goto('/definitions/registration');
    await page.getByRole('heading', { level: 1, name: 'Registration' }).waitFor();
    await page.getByRole('button', { name: /^Endorse/ }).click();
    await page.getByText('Nobody decides on their own case.').first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    await context.close();
  });
});
