import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { launchBrowser, openPage, signIn } from './browser.js';

const PLAN = '/r/programme/chi-bo-1-2026';

const form = (page: Page) => page.getByRole('dialog').getByRole('form', { name: 'Soạn dự thảo' });

describe('the page of any record', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('asks for the input, shows a refusal at the field, keeps what was typed', async () => {
    const { page, context, errors } = await openPage(browser, server.url, {
      width: 360,
      height: 780,
    });
    await signIn(page, 'secretary');
    await page.goto(PLAN);
    await page.getByRole('button', { name: 'Soạn dự thảo' }).click();
    const draft = form(page);
    await draft.getByLabel('Tiêu đề').first().fill('Kế hoạch học tập và làm theo năm 2026');
    const task = draft.getByRole('group', { name: 'Nhiệm vụ 1' });
    await task.getByLabel('Thời hạn').fill('31/02/2026');
    await task.getByRole('combobox', { name: 'Người phụ trách' }).fill('khai');
    await page.getByRole('option', { name: /Nguyễn Văn Khải/ }).click();
    await draft.getByRole('button', { name: 'Soạn dự thảo' }).click();

    // Both reasons stand at their fields; the focus is at the topmost.
    const title = task.getByLabel('Tiêu đề');
    await page.getByRole('alert').getByText('Có 2 chỗ cần sửa trước khi gửi').waitFor();
    expect(await title.getAttribute('aria-invalid')).toBe('true');
    expect(await task.getByLabel('Thời hạn').getAttribute('aria-invalid')).toBe('true');
    expect(await title.evaluate((field) => field === document.activeElement)).toBe(true);

    await page.reload();
    await page.getByRole('button', { name: 'Soạn dự thảo' }).click();
    await draft.getByText('Đã mở lại những gì bạn gõ').waitFor();
    expect(await draft.getByLabel('Tiêu đề').first().inputValue()).toBe(
      'Kế hoạch học tập và làm theo năm 2026',
    );
    expect(await task.getByLabel('Thời hạn').inputValue()).toBe('31/02/2026');
    expect(await task.getByRole('combobox', { name: 'Người phụ trách' }).inputValue()).toMatch(
      /Nguyễn Văn Khải/,
    );

    await title.fill('Giúp hai hộ thoát nghèo');
    await task.getByLabel('Thời hạn').fill('30/11/2026');
    await draft.getByRole('button', { name: 'Soạn dự thảo' }).click();

    // Well-formed now; the workflow's own reasons stand at their fields too.
    await task.getByText('Nhiệm vụ thứ 1 chưa có chỉ tiêu.').waitFor();
    await draft.getByLabel('Chủ đề').fill('Gần dân, trọng dân');
    await task.getByLabel('Chỉ tiêu').fill('2 hộ');
    await draft.getByRole('button', { name: 'Soạn dự thảo' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page
      .getByRole('heading', { level: 1, name: 'Kế hoạch học tập và làm theo năm 2026' })
      .waitFor();
    await page.getByRole('region', { name: 'Lịch sử' }).getByText('Dự thảo kế hoạch').waitFor();
    await page.getByRole('region', { name: 'Nội dung' }).getByText('30/11/2026').waitFor();
    const kept = await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.startsWith('guong.draft.')),
    );
    expect(kept).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);

  it('says when somebody else was faster, and sends what was typed all the same', async () => {
    const { page, context } = await openPage(browser, server.url);
    await signIn(page, 'secretary');
    await page.goto(PLAN);
    await page.getByRole('button', { name: 'Lấy ý kiến' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Đối tượng lấy ý kiến').fill('Toàn thể chi bộ');

    const elsewhere = await context.newPage();
    await elsewhere.goto(PLAN);
    await elsewhere.getByRole('button', { name: 'Lấy ý kiến' }).click();
    await elsewhere.getByRole('dialog').getByLabel('Đối tượng lấy ý kiến').fill('Chi ủy');
    await elsewhere.getByRole('dialog').getByRole('button', { name: 'Lấy ý kiến' }).click();
    await elsewhere.getByRole('dialog').waitFor({ state: 'hidden' });

    await dialog.getByRole('button', { name: 'Lấy ý kiến' }).click();
    await dialog.getByText('Bản này vừa được thay đổi ở nơi khác').waitFor();
    expect(await dialog.getByLabel('Đối tượng lấy ý kiến').inputValue()).toBe('Toàn thể chi bộ');
    await dialog.getByRole('button', { name: 'Giữ phần tôi đã gõ' }).click();
    await dialog.getByText('Bản này vừa được thay đổi ở nơi khác').waitFor({ state: 'hidden' });
    await context.close();
  }, 60_000);

  it('keeps what was typed while there is no network, and sends it once afterwards', async () => {
    const { page, context } = await openPage(browser, server.url);
    await signIn(page, 'secretary');
    await page.goto(PLAN);
    await page.getByRole('button', { name: 'Ban hành' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Số văn bản').fill('01-KH/CB');
    await context.setOffline(true);
    await dialog.getByText('Đang không có mạng').waitFor();
    await dialog.getByRole('button', { name: 'Ban hành' }).click();
    await dialog.getByText('Không liên lạc được với máy chủ').waitFor();
    await context.setOffline(false);
    await dialog.getByRole('button', { name: 'Ban hành' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Đã ban hành', { exact: true }).first().waitFor();
    await context.close();
  }, 60_000);

  it('leads about by the bar under the thumb, and by keys', async () => {
    const { page, context } = await openPage(browser, server.url, { width: 360, height: 780 });
    await signIn(page, 'member');
    const bar = page.getByRole('navigation', { name: 'Các trang chính' });
    await bar.getByRole('link', { name: 'Sổ của tôi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sổ tu dưỡng năm 2026' }).waitFor();
    await page.getByText('Viết và nộp bản đăng ký của năm').waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.getByRole('heading', { level: 1, name: /Chào/ }).waitFor();
    await context.close();
  }, 60_000);
});
