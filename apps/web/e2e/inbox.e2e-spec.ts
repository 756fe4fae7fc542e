import type { Browser } from 'playwright-core';
import { FORM } from '../../api/src/testing/registration-form.js';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { launchBrowser, openPage, signIn } from './browser.js';

/** Three members of the cell have handed in; the secretary too. */
async function handIn(server: TestServer): Promise<void> {
  const { engine } = server.guong;
  const run = async (workflow: string, id: string, command: string, input: object, who: string) => {
    const kind = who === 'system' ? ('system' as const) : ('person' as const);
    const commandId = `inbox-${workflow}-${id}-${command}`;
    const outcome = await engine.execute({
      ...{ workflow, id, command, input, commandId },
      actor: { id: who, kind },
    });
    if (outcome.kind !== 'accepted') throw new Error(`${id} ${command}: ${outcome.kind}`);
  };
  const member = { unitId: 'chi-bo-1', status: 'official', on: '2020-02-01' };
  await run('membership', 'm.bao', 'admit', { ...member, fullName: 'Đỗ Văn Bảo' }, 'system');
  await run('membership', 'm.cuc', 'admit', { ...member, fullName: 'Hoàng Thị Cúc' }, 'system');
  for (const id of ['m.khai', 'm.bao', 'm.cuc'])
    await run('registration', `${id}-2026`, 'submit', FORM, id);
  await server.accounts.put({ username: 'bao', personId: 'm.bao', password: 'guong-demo' });
  await server.guong.settled();
}

describe('the inbox', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
    await handIn(server);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('lets a secretary endorse two at once, and says of each what became of it', async () => {
    const { page, context, errors } = await openPage(browser, server.url, {
      width: 360,
      height: 780,
    });
    await signIn(page, 'secretary');
    await page.goto('/inbox');
    await page.getByLabel(/^Chọn: .*Đỗ Văn Bảo/).check();
    await page.getByLabel(/^Chọn: .*Hoàng Thị Cúc/).check();
    const bar = page.getByRole('region', { name: 'Việc đã chọn' });
    await bar.getByText('Đã chọn 2 việc').waitFor();
    await bar.getByRole('button', { name: 'Xác nhận' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Làm cùng lúc cho 2 hồ sơ').waitFor();
    // Meanwhile one of them leaves nothing to endorse.
    await server.guong.engine.execute({
      workflow: 'registration',
      id: 'm.cuc-2026',
      command: 'return',
      input: { remarks: [{ path: 'deeds[0].measure', text: 'Chưa rõ' }] },
      actor: { id: 'm.minh', kind: 'person' },
      commandId: 'meanwhile-1',
    });
    await dialog.getByRole('button', { name: 'Xác nhận' }).click();
    await dialog.getByText('Đã làm 1 trên 2 hồ sơ').waitFor();
    await dialog
      .getByRole('listitem')
      .filter({ hasText: 'Hoàng Thị Cúc' })
      .getByLabel('Chưa làm được')
      .waitFor();
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    await page.getByLabel(/^Chọn: Cho có hiệu lực: Đỗ Văn Bảo/).waitFor();
    expect(await page.getByLabel(/^Chọn: Xác nhận: Đỗ Văn Bảo/).count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);

  it('shows what is done for somebody who delegated it, until it is revoked', async () => {
    const lan = await openPage(browser, server.url);
    await signIn(lan.page, 'secretary');
    await lan.page.goto('/inbox/delegations');
    await lan.page.getByRole('button', { name: 'Ủy quyền' }).first().click();
    const form = lan.page.getByRole('dialog');
    await form.getByLabel('Giao cho').fill('Bảo');
    await lan.page.getByRole('option', { name: /Đỗ Văn Bảo/ }).click();
    await form.getByLabel('Từ ngày').fill('02/03/2026');
    await form.getByLabel('Đến hết ngày').fill('31/03/2026');
    await form.getByRole('button', { name: 'Ủy quyền' }).click();
    await lan.page.getByText('Đang có hiệu lực').waitFor();

    const bao = await openPage(browser, server.url);
    await signIn(bao.page, 'bao');
    await bao.page.goto('/inbox');
    await bao.page.getByText('Thay Trần Thị Lan', { exact: true }).first().click();
    await bao.page.getByRole('button', { name: /^Xác nhận: Nguyễn Văn Khải/ }).click();
    const dialog = bao.page.getByRole('dialog');
    await dialog.getByText('Bạn đang làm thay Trần Thị Lan').waitFor();
    await dialog.getByRole('button', { name: 'Xác nhận' }).click();
    await dialog.getByText('Đã làm 1 trên 1 hồ sơ').waitFor();

    await lan.page.getByRole('button', { name: 'Thu hồi' }).click();
    await lan.page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    await lan.page.getByText('Đã hết hiệu lực').waitFor();
    expect([...lan.errors, ...bao.errors]).toEqual([]);
    await lan.context.close();
    await bao.context.close();
  }, 60_000);

  it('says why something is not possible', async () => {
    const { page, context } = await openPage(browser, server.url);
    await signIn(page, 'member');
    await page.goto('/inbox');
    const why = page.getByRole('region', { name: 'Không thấy việc mình chờ?' });
    await why.getByLabel('Việc định làm').selectOption('endorse');
    await why.getByRole('button', { name: 'Hỏi vì sao' }).click();
    await why.getByText('Chưa làm được, vì:').waitFor();
    await context.close();
  }, 40_000);
});
