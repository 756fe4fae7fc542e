import type { Browser } from 'playwright-core';
import { HttpClient } from '../../api/src/testing/http-client.js';
import { FORM } from '../../api/src/testing/registration-form.js';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { launchBrowser, openPage, signIn } from './browser.js';

const NOW = { time: '2026-03-02T01:00:10Z' };

describe('the cell’s month', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
    const khai = HttpClient.signedIn(server, 'member');
    const lan = HttpClient.signedIn(server, 'secretary');
    await khai.command('/registration/m.khai-2026/submit', FORM);
    await lan.command('/registration/m.khai-2026/endorse', {});
    await server.guong.settled();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('lets the secretary remark on whoever waits, with one mark for every deed', async () => {
    const { page, context, errors } = await openPage(browser, server.url, {
      width: 360,
      height: 780,
    });
    await context.clock.install(NOW);
    await signIn(page, 'secretary');
    await page.goto('/cell?year=2026');
    await page.getByText('Đã nhận xét 0/1 người').first().waitFor();
    await page.getByRole('button', { name: 'Nhận xét Nguyễn Văn Khải' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('group', { name: 'Đánh dấu mọi việc như nhau' })
      .getByRole('button', { name: 'Đã xong' })
      .click();
    await dialog.getByRole('radio', { name: 'Đã xong', checked: true }).nth(1).waitFor();
    // The words are nobody's but this person's: the mark alone is not enough.
    await dialog.locator('button[type=submit]').click();
    await dialog.getByRole('alert').waitFor();
    await dialog
      .getByRole('textbox', { name: 'Nhận xét', exact: false })
      .fill('Giữ đúng hẹn với dân.');
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Đã nhận xét 1/1 người').first().waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);

  it('calls the meeting with the usual day and agenda, and leads into its room', async () => {
    const { page, context, errors } = await openPage(browser, server.url);
    await context.clock.install(NOW);
    await signIn(page, 'secretary');
    await page.goto('/cell?year=2026');
    expect(await page.getByLabel('Ngày họp').inputValue()).toBe('03/03/2026');
    await page.getByRole('button', { name: 'Gọi họp' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Địa điểm').fill('Nhà văn hóa');
    await dialog.locator('button[type=submit]').click();
    await page.waitForURL('**/meeting/chi-bo-1-20260303');
    await page.getByText('Học tập và làm theo: việc đăng ký của từng đảng viên').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);

  it('shows a committee its cells by their periods, each square a way into the cell', async () => {
    const { page, context, errors } = await openPage(browser, server.url);
    await context.clock.install(NOW);
    await signIn(page, 'committee');
    await page.goto('/units/xa-b/coverage?year=2026');
    const grid = page.getByRole('table');
    await grid.getByRole('rowheader').first().waitFor();
    expect(await grid.getByRole('rowheader').allInnerTexts()).toEqual([
      'Chi bộ thôn Hai',
      'Chi bộ thôn Một',
    ]);
    await grid.getByRole('link', { name: /Chi bộ thôn Một, Quý I, .*1\/1/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Tháng của chi bộ' }).waitFor();
    await page.getByRole('link', { name: 'Nguyễn Văn Khải' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);
});
