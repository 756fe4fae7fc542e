import type { Browser } from 'playwright-core';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { seedYearEnd } from '../../api/src/testing/year-end-seed.js';
import { launchBrowser, openPage, signIn } from './browser.js';

describe('the year-end sheet', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
    await seedYearEnd(server.guong);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('is refused beyond the cap, and decided once the ratings are lowered', async () => {
    const { page, context, errors } = await openPage(browser, server.url);
    await signIn(page, 'committee');
    await page.goto('/units/xa-b/year-sheet?year=2025');
    await page.getByText('Vượt 2: không thể quyết định như vậy').waitFor();
    await page.getByRole('button', { name: 'Quyết định danh sách' }).click();

    const form = page.getByRole('dialog').getByRole('form');
    await form.getByLabel('Số quyết định').fill('31-QĐ/ĐU');
    await form.getByLabel('Ngày quyết định').fill('02/03/2026');
    await form.getByRole('button', { name: 'Ban hành quyết định' }).click();
    await form.getByText('Hạ bớt người được xếp xuất sắc').waitFor();
    const excellent = form.getByTestId('cap-excellent');
    expect(await excellent.textContent()).toBe('2');

    for (const name of ['Nguyễn Văn Khải', 'Trần Thị Lan']) {
      await form.getByLabel(`Mức của ${name}`).selectOption('good');
      await form.getByLabel(`Lý do khác với đề xuất của ${name}`).selectOption('cap');
    }
    expect(await excellent.textContent()).toBe('0');
    await form.getByRole('button', { name: 'Ban hành quyết định' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('Theo Quyết định 31-QĐ/ĐU').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 90_000);

  it('leads from a line to what the rating rests on', async () => {
    await server.guong.settled();
    const { page, context } = await openPage(browser, server.url, { width: 360, height: 780 });
    await signIn(page, 'committee');
    await page.goto('/units/xa-b/year-sheet?year=2025');
    await page.getByRole('link', { name: 'Nguyễn Văn Khải' }).first().click();
    await page.getByRole('heading', { level: 1, name: /Nguyễn Văn Khải/ }).waitFor();
    const chain = page.getByRole('region', { name: 'Đường đi của xếp loại' });
    await chain.getByRole('listitem').nth(2).waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await context.close();
  }, 60_000);
});
