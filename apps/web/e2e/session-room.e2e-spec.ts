import type { Browser, Page } from 'playwright-core';
import { HttpClient } from '../../api/src/testing/http-client.js';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { launchBrowser, openPage, signIn } from './browser.js';

const ID = 'chi-bo-1-2026';
const S = `/criticism-session/${ID}`;
const on = '2026-03-02';
const SUBJECTS = [
  { subjectId: 'chi-bo-1', role: 'collective' },
  { subjectId: 'm.lan', role: 'head' },
  { subjectId: 'm.khai', role: 'member' },
];

const item = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Thứ tự kiểm điểm' }).getByRole('button', { name });

describe('a criticism session', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
    const lan = HttpClient.signedIn(server, 'secretary');
    const above = HttpClient.signedIn(server, 'committee');
    const review = (subjectId: string, kind: string) => ({
      ...{ subjectId, kind, on: '2026-02-19' },
      sections: [{ key: 'strengths', text: `Tự kiểm điểm của ${subjectId}` }],
    });
    const place = 'Nhà văn hóa';
    for (const [client, command, input] of [
      [lan, 'plan', { on, chairId: 'm.minh', place, subjects: SUBJECTS }],
      [above, 'prompt', { id: 'p1', subjectId: 'm.khai', area: 'duty', text: 'Vì sao?', on }],
      [lan, 'fileSelfReview', review('chi-bo-1', '01')],
      [lan, 'fileSelfReview', review('m.lan', '2b')],
      [lan, 'sendMaterials', { on: '2026-02-20' }],
      [lan, 'open', { on, at: '08:00' }],
    ] as const) {
      const { status, body } = await client.command(`${S}/${command}`, input);
      expect([command, status, status === 200 ? undefined : body]).toEqual([
        command,
        200,
        undefined,
      ]);
    }
    await server.guong.settled();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('hears the collective first, and concludes nobody before a reply was offered', async () => {
    const { page, context, errors } = await openPage(browser, server.url);
    await context.clock.install({ time: '2026-03-02T01:10:00Z' });
    await signIn(page, 'secretary');
    await page.goto(`/r/criticism-session/${ID}`);
    await page.waitForURL(`**/session/${ID}`);
    await page.getByRole('button', { name: '2 người còn lại có mặt' }).click();
    await page.getByText('đủ số họp').waitFor();

    const names = await page
      .getByRole('region', { name: 'Thứ tự kiểm điểm' })
      .getByRole('button', { expanded: false })
      .allInnerTexts();
    expect(names.map((name) => name.split('\n')[0])).toEqual([
      'Chi bộ thôn Một',
      'Nguyễn Văn Khải',
    ]);
    await item(page, 'Nguyễn Văn Khải').click();
    const begin = page.getByRole('button', { name: 'Bắt đầu mục này' });
    expect(await begin.isDisabled()).toBe(true);
    await page.getByText('Đến lượt sau khi xong: Chi bộ thôn Một').waitFor();

    await item(page, 'Chi bộ thôn Một').click();
    await begin.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bắt đầu mục này' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const reply = page.getByRole('region', { name: 'Quyền đáp lại' });
    await page.getByText('người được góp ý chưa được mời đáp lại').waitFor();
    await reply.getByRole('button', { name: 'Mời đáp lại' }).click();
    await page.getByText('chưa đáp lại, cũng chưa thôi quyền').waitFor();
    await reply.getByRole('textbox', { name: 'Lời đáp lại' }).fill('Chi ủy xin tiếp thu.');
    await reply.getByRole('button', { name: 'Ghi lời đáp lại' }).click();
    await reply.getByText('Đã đáp lại').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);

  it('is answered by a member on the phone: the prompt and the self-review', async () => {
    const { page, context, errors } = await openPage(browser, server.url, {
      width: 360,
      height: 780,
    });
    await context.clock.install({ time: '2026-03-02T01:20:00Z' });
    await signIn(page, 'member');
    await page.goto(`/session/${ID}`);
    const own = item(page, 'Nguyễn Văn Khải');
    await own.waitFor();
    if ((await own.getAttribute('aria-expanded')) === 'false') await own.click();
    await page.getByRole('button', { name: 'Trả lời gợi ý' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Còn một hộ thiếu vốn.');
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Còn một hộ thiếu vốn.').waitFor();

    await page.getByRole('button', { name: 'Viết bản tự kiểm điểm' }).click();
    await dialog
      .getByRole('group', { name: 'Hạn chế và nguyên nhân' })
      .getByRole('textbox')
      .fill('Chưa giúp xong hộ thứ hai.');
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Chưa giúp xong hộ thứ hai.').waitFor();

    // The head's words are sealed to a member; that they were filed is not.
    await item(page, 'Trần Thị Lan').click();
    await page.getByText('(niêm phong, bạn không được đọc)').first().waitFor();
    expect(await page.getByText('Tự kiểm điểm của m.lan').count()).toBe(0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);
});
