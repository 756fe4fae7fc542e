import { HttpClient } from '../testing/http-client.js';
import { FORM } from '../testing/registration-form.js';
import { startServer, type TestServer } from '../testing/start-server.js';

let server: TestServer;

interface Events {
  readonly items: readonly {
    readonly type: string;
    readonly revision: number;
    readonly actorName: string | null;
    readonly delayDays: number;
    readonly sealed?: Record<string, unknown>;
  }[];
  readonly next: number | null;
}

const EVENTS = '/registration/m.khai-2026/events';
const eventsFor = (username: string, path = EVENTS) =>
  HttpClient.signedIn(server, username).get<Events>(path);

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  const khai = HttpClient.signedIn(server, 'member');
  await khai.command('/registration/m.khai-2026/submit', FORM, { 'x-occurred-at': '2026-02-20' });
  await HttpClient.signedIn(server, 'secretary').command('/registration/m.khai-2026/endorse', {});
  await server.guong.settled();
}, 30_000);
afterAll(() => server.close());

describe('the events of one record', () => {
  it('come in order, with who acted and how late it was recorded', async () => {
    const { status, body } = await eventsFor('member');
    expect(status).toBe(200);
    expect(body.items.map(({ type, revision }) => [type, revision])).toEqual([
      ['RegistrationSubmitted', 0],
      ['RegistrationEndorsed', 1],
    ]);
    expect(body.items[0]).toMatchObject({ actorName: 'Nguyễn Văn Khải', delayDays: 10 });
    expect(body.items[1]).toMatchObject({ actorName: 'Trần Thị Lan', delayDays: 0 });
    expect(body.next).toBeNull();
  });

  it.each([
    ['member', true],
    ['secretary', true],
    ['committee', false],
  ])('%s reads the sealed text: %s', async (username, isOpen) => {
    const { body } = await eventsFor(username);
    expect(body.items[0]!.sealed !== undefined).toBe(isOpen);
  });

  it.each([
    ['member', EVENTS.replace('m.khai', 'm.lan'), 403],
    ['inspector', EVENTS, 403],
    ['admin', EVENTS, 403],
    ['member', EVENTS.replace('2026', '2025'), 404],
    ['member', `${EVENTS}?page=0`, 400],
    ['member', `${EVENTS}?page=2`, 200],
  ])('%s asking for %s is answered %d', async (username, path, expected) => {
    expect((await eventsFor(username, path)).status).toBe(expected);
  });

  it('and the words for every code come with the server', async () => {
    const { body } = await HttpClient.signedIn(server, 'member').get('/terms');
    expect(body).toMatchObject({
      command: { endorse: { vi: 'xác nhận', en: 'endorse' } },
      fact: { RegistrationEndorsed: { en: 'registration endorsed by the cell' } },
    });
  });
});

describe('what can be done with a record that nobody has begun', () => {
  const allowed = async (path: string): Promise<unknown> => {
    const { body } = await HttpClient.signedIn(server, 'secretary').get<{
      readonly actions: readonly { readonly command: string; readonly allowed: boolean }[];
    }>(path);
    return body.actions.find(({ command }) => command === 'remark')?.allowed;
  };

  it('depends on what is already known of the input', async () => {
    const review = '/review/m.khai-2026-q1/actions';
    expect(await allowed(review)).toBe(false);
    expect(await allowed(`${review}?unitId=chi-bo-1`)).toBe(true);
    expect(await allowed(`${review}?unitId=chi-bo-3`)).toBe(false);
    expect(await allowed(`${review}?unitId=${'x'.repeat(101)}&unitId[]=chi-bo-1`)).toBe(false);
  });
});
