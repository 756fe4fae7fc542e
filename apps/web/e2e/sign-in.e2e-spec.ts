import type { Browser } from 'playwright-core';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { launchBrowser, openPage, signIn } from './browser.js';

describe('signing in', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('says what is wrong, keeps what was typed, and lets in with the right password', async () => {
    const { page, context, errors } = await openPage(browser, server.url);
    await page.goto('/');
    await page.waitForURL('**/sign-in**');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    expect(await page.getByText('Hãy nhập mật khẩu.').isVisible()).toBe(true);

    await page.getByLabel('Tên đăng nhập').fill('member');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('wrong-one');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('Tên đăng nhập hoặc mật khẩu không đúng.').waitFor();
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('member');

    await page.getByLabel('Mật khẩu', { exact: true }).fill('guong-demo');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Chào Nguyễn Văn Khải' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 40_000);

  it('brings back to where one was when the token has run out', async () => {
    const { page, context } = await openPage(browser, server.url);
    await signIn(page, 'member');
    await page.evaluate(() => {
      const session = JSON.parse(localStorage.getItem('guong.session') ?? '{}') as object;
      localStorage.setItem('guong.session', JSON.stringify({ ...session, token: 'a.b.c' }));
    });
    await page.goto('/members/m.khai');
    await page.waitForURL('**/sign-in**');
    await page.getByText('Phiên làm việc đã hết hạn.').waitFor();
    await page.getByLabel('Tên đăng nhập').fill('member');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('guong-demo');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.waitForURL('**/members/m.khai');
    await page.getByRole('heading', { level: 1, name: 'Nguyễn Văn Khải' }).waitFor();
    await context.close();
  }, 40_000);

  it('speaks English on request and remembers it', async () => {
    const { page, context } = await openPage(browser, server.url);
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByLabel('User name').waitFor();
    await page.reload();
    await page.getByLabel('User name').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await context.close();
  }, 40_000);
});
