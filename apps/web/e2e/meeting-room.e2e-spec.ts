import type { Browser, BrowserContext, Page } from 'playwright-core';
import { HttpClient } from '../../api/src/testing/http-client.js';
import { startServer, type TestServer } from '../../api/src/testing/start-server.js';
import { launchBrowser, openPage, signIn } from './browser.js';

const ID = 'chi-bo-1-20260302';
const AGENDA = [
  { key: 'k1', kind: 'study_follow', title: 'Việc đăng ký của từng đảng viên' },
  { key: 'k2', kind: 'work', title: 'Việc tháng tới' },
];

/** The server believes it is March; so does the browser. */
const NOW = { time: '2026-03-02T01:00:10Z' };

/** The radio lies over its words. */
const FORCED = { force: true };

describe('a meeting with two people writing at once', () => {
  let server: TestServer;
  let browser: Browser;
  const opened: { page: Page; context: BrowserContext; errors: string[] }[] = [];

  const enter = async (username: string, options: object = {}): Promise<Page> => {
    const room = await openPage(browser, server.url, options);
    opened.push(room);
    await room.context.clock.install(NOW);
    await signIn(room.page, username);
    await room.page.goto(`/meeting/${ID}`);
    await room.page.getByRole('heading', { level: 1, name: /Thường kỳ/ }).waitFor();
    return room.page;
  };
  const presenceOf = (page: Page, name: string) => page.getByRole('radiogroup', { name });

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ demo: 'small' }), launchBrowser()]);
    const { engine } = server.guong;
    const system = { id: 'system', kind: 'system' as const };
    const execute = (workflow: string, id: string, command: string, input: object) =>
      engine.execute({
        workflow,
        id,
        command,
        input,
        actor: system,
        commandId: `${id} ${command}`,
      });
    for (const [id, fullName] of [
      ['m.mai', 'Mai Thị Hương'],
      ['m.hai', 'Ngô Văn Hải'],
    ] as const)
      await execute('membership', id, 'admit', {
        ...{ fullName, unitId: 'chi-bo-1', on: '2020-01-15', status: 'official' },
      });
    // Khải takes the minutes of this meeting and holds no office.
    const lan = HttpClient.signedIn(server, 'secretary');
    const call = { kind: 'regular', on: '2026-03-02', startsAt: '08:00', place: 'Nhà văn hóa' };
    await lan.command(`/meeting/${ID}/schedule`, { ...call, agenda: AGENDA });
    await lan.command(`/meeting/${ID}/open`, {
      ...{ at: '2026-03-02T00:20:00Z', chairId: 'm.lan', recorderId: 'm.khai' },
    });
    await server.guong.settled();
  }, 60_000);
  afterEach(async () => {
    for (const { context } of opened.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('shows one what the other tapped, and loses no tap when both tap together', async () => {
    const chair = await enter('secretary');
    const recorder = await enter('member', { width: 360, height: 780 });
    await presenceOf(chair, 'Mai Thị Hương').getByRole('radio', { name: 'Có phép' }).check();
    await recorder
      .getByRole('radiogroup', { name: 'Mai Thị Hương' })
      .getByRole('radio', { name: 'Có phép', checked: true })
      .waitFor();

    // Both lists are on their way at the same moment; each replaces the whole list.
    await Promise.all([
      presenceOf(chair, 'Trần Thị Lan').getByRole('radio', { name: 'Có mặt' }).check(),
      presenceOf(recorder, 'Ngô Văn Hải')
        .getByRole('radio', { name: 'Có mặt' })
        .check()
        .then(() => presenceOf(recorder, 'Nguyễn Văn Khải').getByText('Có mặt').click(FORCED)),
    ]);
    // What both see is what was recorded, not only what was tapped.
    await chair.getByText('Đang ghi…').waitFor({ state: 'hidden' });
    await recorder.getByText('Đang ghi…').waitFor({ state: 'hidden' });
    for (const page of [chair, recorder]) {
      const present = (name: string, presence: string) =>
        presenceOf(page, name).getByRole('radio', { name: presence, checked: true }).waitFor();
      await present('Trần Thị Lan', 'Có mặt');
      await present('Ngô Văn Hải', 'Có mặt');
      await present('Nguyễn Văn Khải', 'Có mặt');
      await present('Mai Thị Hương', 'Có phép');
      await page.getByText('đủ số họp').waitFor();
    }
    const { body } = await HttpClient.signedIn(server, 'secretary').get<{
      data: { record: { attendance?: { entries: object[] } } };
    }>(`/meeting/${ID}`);
    expect(body.data.record.attendance?.entries.length).toBe(4);
    expect(opened.flatMap(({ errors }) => errors)).toEqual([]);
  }, 60_000);

  it('lets both write at once; what is typed meanwhile stays', async () => {
    const chair = await enter('secretary');
    const recorder = await enter('member');
    const write = async (page: Page, speaker: string, text: string) => {
      await page.getByRole('button', { name: 'Ghi ý kiến' }).first().click();
      const form = page.getByRole('form', { name: 'Nội dung phát biểu' });
      await form.getByLabel('Người phát biểu').selectOption({ label: speaker });
      await form.getByLabel('Nội dung phát biểu').fill(text);
      return form;
    };
    const first = await write(chair, 'Ngô Văn Hải', 'Đường vào thôn hỏng.');
    const second = await write(recorder, 'Trần Thị Lan', 'Giao tổ dân vận xem xét.');
    await first.getByRole('button', { name: 'Ghi lại' }).click();
    // It arrives beside what the other has typed and not sent.
    await recorder.getByText('Ngô Văn Hải:').waitFor();
    expect(await second.getByLabel('Nội dung phát biểu').inputValue()).toBe(
      'Giao tổ dân vận xem xét.',
    );
    // Not even a closed page loses it.
    await recorder.reload();
    expect(await second.getByLabel('Nội dung phát biểu').inputValue()).toBe(
      'Giao tổ dân vận xem xét.',
    );
    await second.getByLabel('Người phát biểu').selectOption({ label: 'Trần Thị Lan' });
    await second.getByRole('button', { name: 'Ghi lại' }).click();
    await chair.getByText('Giao tổ dân vận xem xét.').waitFor();
    await chair.getByText('Đường vào thôn hỏng.').waitFor();
    const latest = chair.getByRole('region', { name: 'Vừa diễn ra' });
    await latest.getByText('Nguyễn Văn Khải', { exact: true }).first().waitFor();
    expect(opened.flatMap(({ errors }) => errors)).toEqual([]);
  }, 60_000);

  it('is closed, and its minutes begin from what was recorded', async () => {
    const chair = await enter('secretary');
    await chair.getByRole('button', { name: 'Bế mạc' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: 'Bế mạc' }).click();
    await chair.getByRole('dialog').waitFor({ state: 'hidden' });
    const minutes = chair.getByRole('region', { name: 'Biên bản' });
    await minutes.getByRole('button', { name: 'Soạn từ những gì đã ghi' }).click();
    const text = await minutes.getByLabel('Nội dung biên bản').inputValue();
    expect(text).toContain('Ngô Văn Hải: Đường vào thôn hỏng.');
    expect(text).toContain('Có phép: 1: Mai Thị Hương');
    await minutes.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await minutes.getByText('Đã có dự thảo').waitFor();
    await minutes.getByText('Đường vào thôn hỏng.').waitFor();
  }, 60_000);
});
