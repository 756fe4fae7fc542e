import type { Browser, Page } from 'playwright-core';
import { HttpClient } from '../../api/src/testing/http-client.js';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { INDICATORS } from '../src/api/indicators.js';
import { launchBrowser, openPage, signIn } from './browser.js';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

describe('the dashboard', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('goes down from the province to a cell, and back up by the path', async () => {
    const { page, context, errors } = await openPage(browser, server.url);
    await signIn(page, 'province');
    await page.goto('/units/tinh-a?period=2026');
    await heading(page, 'Đảng bộ tỉnh A').waitFor();
    await page.getByText('0 / 6 đảng viên').first().waitFor();

    const table = page.getByRole('table');
    await table.getByRole('link', { name: 'Đảng bộ xã Bình Minh' }).click();
    await heading(page, 'Đảng bộ xã Bình Minh').waitFor();
    await page.getByText('0 / 4 đảng viên').first().waitFor();
    await page.getByRole('table').getByRole('link', { name: 'Chi bộ thôn Một' }).first().click();
    await heading(page, 'Chi bộ thôn Một').waitFor();
    await page.getByText('0 / 2 đảng viên').first().waitFor();
    expect(new URL(page.url()).searchParams.get('period')).toBe('2026');

    const path = page.getByRole('navigation', { name: 'Vị trí trong tổ chức' });
    await path.getByRole('link', { name: 'Đảng bộ tỉnh A' }).click();
    await heading(page, 'Đảng bộ tỉnh A').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);

  it('opens the events behind a figure', async () => {
    const { page, context } = await openPage(browser, server.url);
    await signIn(page, 'secretary');
    await page.goto('/units/chi-bo-1?period=2026');
    await page.getByRole('button', { name: /Xem các sự kiện.*Tỷ lệ đăng ký/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('Phải đăng ký', { exact: true }).click();
    await drawer.getByText('Vào sinh hoạt tại đơn vị').first().waitFor();
    expect(await drawer.getByRole('listitem').count()).toBe(2);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await context.close();
  }, 40_000);

  it('groups every figure the server counts, and shows none of nothing as a zero', async () => {
    const path = '/units/tinh-a/indicators?period=2026';
    const { body } = await HttpClient.signedIn(server, 'province').get<{ indicators: object }>(
      path,
    );
    expect(Object.keys(body.indicators).sort()).toEqual([...INDICATORS].sort());

    const { page, context } = await openPage(browser, server.url);
    await signIn(page, 'province');
    await page.goto('/units/tinh-a?period=2026');
    const meetings = page.getByRole('region', { name: 'Sinh hoạt và học tập' });
    await meetings.getByText(/Chưa có gì để tính:.*Tỷ lệ dự họp/).waitFor();
    expect(await meetings.getByTestId('figure-ATTENDANCE').count()).toBe(0);
    expect(await page.getByRole('region', { name: 'Xếp loại' }).count()).toBe(0);
    await context.close();
  }, 40_000);

  it('fits a phone without scrolling sideways', async () => {
    const { page, context } = await openPage(browser, server.url, { width: 360, height: 780 });
    await signIn(page, 'province');
    await page.goto('/units/tinh-a?period=2026');
    await page.getByText('0 / 6 đảng viên').first().waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await context.close();
  }, 40_000);
});
