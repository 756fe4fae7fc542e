import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { launchBrowser, openPage, signIn } from './browser.js';

const PAPER = '/registration/m.khai/2026';

const DEEDS = [
  { content: 'Giải quyết hồ sơ của dân đúng hẹn', area: 'duty', measure: 'tỷ lệ đúng hẹn' },
  { content: 'Giúp hai hộ thoát nghèo', area: 'people', measure: '' },
];

/** Writes the whole form, the measure of the second deed left out. */
async function fill(page: Page): Promise<void> {
  for (const [index, deed] of DEEDS.entries()) {
    const card = page.getByRole('region', { name: `Việc ${String(index + 1)}` });
    await card.getByLabel('Nội dung việc làm').fill(deed.content);
    await card.getByLabel('Thuộc lĩnh vực').selectOption(deed.area);
    await card.getByLabel('Cách đo').fill(deed.measure);
    await card.getByLabel('Mức cần đạt').fill('98 %');
    await card.getByLabel('Thời hạn').fill('30/11/2026');
    await card.getByLabel('Minh chứng').selectOption('report');
  }
  const areas = page.getByRole('region', { name: 'Nội dung tu dưỡng, rèn luyện' });
  const texts = areas.getByRole('textbox');
  const count = await texts.count();
  for (let index = 0; index < count - 1; index += 1) {
    await texts.nth(index).fill('Thực hiện nghiêm túc');
  }
  await areas.getByRole('checkbox').last().check();
}

describe('a registration', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('is refused at the line, keeps what was typed, and goes in once mended', async () => {
    const { page, context, errors } = await openPage(browser, server.url, {
      width: 360,
      height: 780,
    });
    await signIn(page, 'member');
    await page.goto(PAPER);
    await fill(page);
    await page.getByRole('button', { name: 'Nộp bản đăng ký' }).click();

    await page.getByRole('alert').getByText('Có 1 chỗ cần sửa trước khi gửi').waitFor();
    const second = page.getByRole('region', { name: 'Việc 2' });
    const measure = second.getByLabel('Cách đo');
    await second.getByText('Việc này chưa có cách đo.').waitFor();
    expect(await measure.getAttribute('aria-invalid')).toBe('true');
    expect(await measure.evaluate((field) => field === document.activeElement)).toBe(true);

    await page.reload();
    await page.getByText('Đã mở lại những gì bạn gõ').waitFor();
    expect(await second.getByLabel('Nội dung việc làm').inputValue()).toBe(DEEDS[1]?.content);
    expect(await second.getByLabel('Thời hạn').inputValue()).toBe('30/11/2026');

    await measure.fill('số hộ');
    await page.getByRole('button', { name: 'Nộp bản đăng ký' }).click();
    await page.getByText('Đã nộp', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Nộp bản đăng ký' }).count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);

  it('is endorsed by the secretary from the list, and the figure of the cell moves', async () => {
    const { page, context } = await openPage(browser, server.url);
    await signIn(page, 'secretary');
    const row = page.getByRole('row', { name: /Nguyễn Văn Khải/ });
    await row.getByText('Đã nộp').waitFor();

    const watching = await context.newPage();
    await watching.goto('/units/chi-bo-1?period=2026');
    await watching.getByRole('button', { name: /^Tỷ lệ đăng ký.*0 \/ 2 đảng viên/ }).waitFor();

    await row.getByRole('button', { name: 'Xác nhận' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Giúp hai hộ thoát nghèo').waitFor();
    await dialog.getByLabel('Biên bản số').fill('03-BB/CB');
    await dialog.getByRole('button', { name: 'Xác nhận' }).click();
    await row.getByText('Đã xác nhận').waitFor();

    // The other window was not reloaded: the live stream brought the new figure.
    await watching.getByRole('button', { name: /^Tỷ lệ đăng ký.*1 \/ 2 đảng viên/ }).waitFor();
    await context.close();
  }, 60_000);

  it('shows its history to its subject, with the rule that allowed each step', async () => {
    const { page, context } = await openPage(browser, server.url);
    await signIn(page, 'member');
    await page.goto('/members/m.khai');
    const history = page.getByRole('region', { name: 'Lịch sử' });
    await history.getByText('Chi bộ xác nhận bản đăng ký').waitFor();
    await history.getByText('với tư cách Bí thư').first().waitFor();
    await history.getByText('Vào sinh hoạt tại đơn vị').waitFor();
    await context.close();
  }, 40_000);
});
