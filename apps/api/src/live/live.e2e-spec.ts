import { setTimeout as delay } from 'node:timers/promises';
import { HttpClient } from '../testing/http-client.js';
import { FORM } from '../testing/registration-form.js';
import { startServer, type TestServer } from '../testing/start-server.js';

let server: TestServer;
beforeEach(async () => {
  server = await startServer({ demo: 'small' });
}, 30_000);
afterEach(() => server.close());

interface Told {
  readonly position: string;
  readonly units: readonly string[];
  readonly at: string;
}

/** Opens the stream; `next` gives the next `position` event. */
async function listen(client: HttpClient) {
  const stopping = new AbortController();
  const response = await fetch(`${server.url}/api/v1/live`, {
    headers: { authorization: `Bearer ${client.token}`, accept: 'text/event-stream' },
    signal: stopping.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    stop: () => stopping.abort(),
    async next(): Promise<Told> {
      for (;;) {
        const found = /event: position\n(?:id: .*\n)?data: (.*)\n\n/.exec(text);
        if (found !== null) {
          text = text.slice(found.index + found[0].length);
          return JSON.parse(found[1]!) as Told;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream has ended');
        text += value;
      }
    },
    async ended(): Promise<void> {
      while (!(await reader.read().catch(() => ({ done: true }))).done);
    },
  };
}

describe('live events', () => {
  it('tell the position of a command once figures show it, and the units it touches', async () => {
    const khai = HttpClient.signedIn(server, 'member');
    const live = await listen(khai);
    expect(live.response.headers.get('content-type')).toBe('text/event-stream');
    const { body } = await khai.command('/registration/m.khai-2026/submit', FORM);
    let told = await live.next();
    while (told.position < String(body['position'])) told = await live.next();
    expect(told.units).toContain('chi-bo-1');
    expect(told.at).toMatch(/^2026-03-02T/);
    live.stop();
  });

  it('tell of what no figure rests on too, to whoever has the record open', async () => {
    const lan = HttpClient.signedIn(server, 'secretary');
    const meeting = '/meeting/chi-bo-1-20260302';
    const agenda = [{ key: 'k1', kind: 'work', title: 'Việc tháng' }];
    const call = { kind: 'regular', on: '2026-03-02', startsAt: '08:00', place: 'Nhà văn hóa' };
    await lan.command(`${meeting}/schedule`, { ...call, agenda });
    await lan.command(`${meeting}/open`, { at: '2026-03-02T00:30:00Z', chairId: 'm.lan' });
    await server.guong.settled();
    const live = await listen(HttpClient.signedIn(server, 'member'));
    const said = { itemKey: 'k1', text: 'Giao tổ dân vận.' };
    expect((await lan.command(`${meeting}/concludeItem`, said)).status).toBe(200);
    expect((await live.next()).units).toEqual(['chi-bo-1']);
    live.stop();
  });

  it('reach everybody who listens, also after others have left', async () => {
    const khai = HttpClient.signedIn(server, 'member');
    const lives = await Promise.all(Array.from({ length: 20 }, () => listen(khai)));
    for (const live of lives.slice(5)) live.stop();
    await delay(50);
    await khai.command('/registration/m.khai-2026/submit', FORM);
    for (const live of lives.slice(0, 5)) expect((await live.next()).units).toContain('chi-bo-1');
    for (const live of lives) live.stop();
  });

  it('need a token', async () => {
    const answer = await HttpClient.anonymous(server).get('/live');
    expect(answer).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    const token = HttpClient.signedIn(server, 'member').token!;
    const inAddress = await HttpClient.anonymous(server).get(`/live?access_token=${token}`);
    expect(inAddress.status).toBe(401);
  });

  it('do not hold up the end of the process', async () => {
    const live = await listen(HttpClient.signedIn(server, 'member'));
    const started = performance.now();
    await server.close();
    await live.ended();
    expect(performance.now() - started).toBeLessThan(1_000);
    server = await startServer();
  });
});
