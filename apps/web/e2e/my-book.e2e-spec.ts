import type { Browser } from 'playwright-core';
import { HttpClient } from '../../api/src/testing/http-client.js';
import { FORM } from '../../api/src/testing/registration-form.js';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { launchBrowser, openPage, signIn } from './browser.js';

const PAPER = '/registration/m.khai-2026';
const REVIEW = '/r/review/m.khai-2026-q1';
const PHONE = { width: 360, height: 780 };

describe('a member’s book', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
    await HttpClient.signedIn(server, 'member').command(`${PAPER}/submit`, FORM);
    const secretary = HttpClient.signedIn(server, 'secretary');
    await secretary.command(`${PAPER}/endorse`, {});
    await secretary.command(`${PAPER}/bringIntoForce`, { on: '2026-03-02' });
    await server.guong.settled();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('leads to the report that is due, and asks for a word on every deed', async () => {
    const { page, context, errors } = await openPage(browser, server.url, PHONE);
    await signIn(page, 'member');
    await page.goto('/me/book?year=2026');
    const next = page.getByRole('region', { name: 'Việc cần làm tiếp theo' });
    await next.getByText('Tự báo cáo Quý I').waitFor();
    await next.getByRole('link', { name: 'Báo cáo ngay' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nhận xét Quý I/2026' }).waitFor();
    await page.getByRole('button', { name: 'Tự báo cáo tiến độ' }).click();

    const form = page.getByRole('dialog').getByRole('form');
    const first = form.getByRole('group', { name: 'Giải quyết hồ sơ của dân đúng hẹn' });
    const second = form.getByRole('group', { name: 'Giúp hai hộ thoát nghèo' });
    await first.getByRole('radio', { name: 'Đúng tiến độ' }).check();
    await form.getByLabel('Ngày').fill('02/03/2026');
    await form.getByRole('button', { name: 'Tự báo cáo tiến độ' }).click();
    await second.getByText('chưa được nhận xét').waitFor();
    await second.getByRole('radio', { name: 'Chưa bắt đầu' }).check();
    await form.getByRole('button', { name: 'Tự báo cáo tiến độ' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('Tự báo cáo: Đúng tiến độ').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);

  it('shows the remark and its direction, and asks to acknowledge it', async () => {
    const { page, context } = await openPage(browser, server.url);
    await signIn(page, 'secretary');
    await page.goto(REVIEW);
    await page.getByRole('button', { name: /^Nhận xét/ }).click();
    const form = page.getByRole('dialog').getByRole('form');
    for (const deed of ['Giải quyết hồ sơ của dân đúng hẹn', 'Giúp hai hộ thoát nghèo'])
      await form.getByRole('group', { name: deed }).getByRole('radio', { name: 'Chậm' }).check();
    await form.getByRole('textbox', { name: 'Nhận xét' }).fill('Có cố gắng, còn chậm.');
    await form.getByLabel('Hướng tới').fill('Mỗi tuần đến một hộ.');
    await form.getByLabel('Ngày').fill('02/03/2026');
    await form.getByRole('button', { name: 'Nhận xét' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await context.close();

    const phone = await openPage(browser, server.url, PHONE);
    await signIn(phone.page, 'member');
    await phone.page.goto('/me/book?year=2026');
    await phone.page.getByText('Mỗi tuần đến một hộ.').waitFor();
    const next = phone.page.getByRole('region', { name: 'Việc cần làm tiếp theo' });
    await next.getByRole('link', { name: 'Xem nhận xét' }).click();
    await phone.page.getByText('Có cố gắng, còn chậm.', { exact: true }).waitFor();
    await phone.page.getByRole('button', { name: /^Tiếp thu/ }).click();
    const dialog = phone.page.getByRole('dialog');
    await dialog.getByLabel('Ngày').fill('02/03/2026');
    await dialog.getByRole('button', { name: 'Tiếp thu' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await phone.page.getByText('Đã tiếp thu', { exact: true }).first().waitFor();
    await phone.page.goto('/me/book?year=2026');
    await phone.page.getByText('Hiện không có việc gì cần làm trong sổ này.').waitFor();
    await phone.context.close();
  }, 90_000);
});
