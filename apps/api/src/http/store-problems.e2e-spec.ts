import { type EventStore, StoreError } from '#libs/event-store';
import { HttpClient, type ProblemBody } from '../testing/http-client.js';
import { FORM } from '../testing/registration-form.js';
import { startServer, type TestServer } from '../testing/start-server.js';

let server: TestServer;
let member: HttpClient;
/** What the next append answers instead, and whether it is written all the same. */
let trouble: { readonly code: StoreError['code']; readonly wasWritten: boolean } | undefined;

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  member = HttpClient.signedIn(server, 'member');
  const { store } = server.guong as { store: EventStore };
  const append = store.append.bind(store);
  store.append = async (...args) => {
    const now = trouble;
    trouble = undefined;
    const answer = now === undefined || now.wasWritten ? await append(...args) : undefined;
    if (now !== undefined) throw new StoreError(now.code, 'Nguyễn Văn Khải');
    return answer!;
  };
}, 60_000);
afterAll(() => server.close());

const submit = (key: string, language: string) =>
  member.command<ProblemBody & { retryAfterMs?: number; repeated?: boolean }>(
    '/registration/m.khai-2026/submit',
    FORM,
    { 'idempotency-key': key, 'accept-language': language },
  );

it.each([
  ['STORE_UNAVAILABLE', 503, '1', 'Tạm thời không tới được kho dữ liệu', /Nothing was written/],
  ['STORE_OUTCOME_UNKNOWN', 503, '1', 'Chưa rõ lệnh đã được ghi hay chưa', /the first time/],
  ['STORE_DENIED', 500, null, 'Kho dữ liệu không cho phép', /an administrator/],
  ['STORE_TOO_LARGE', 413, null, 'Nội dung lớn hơn mức kho dữ liệu nhận', /shorten/],
  ['STORE_FULL', 503, '1', 'Tạm thời chưa phục vụ được', /not known/],
] as const)('%s is told as such, in both languages', async (code, status, retry, title, detail) => {
  trouble = { code, wasWritten: false };
  const vietnamese = await submit('store-problems', 'vi');
  trouble = { code, wasWritten: false };
  const english = await submit('store-problems', 'en');
  const told = code === 'STORE_FULL' ? 'UNAVAILABLE' : code;
  expect([vietnamese.status, english.status]).toEqual([status, status]);
  expect(vietnamese.body).toMatchObject({ code: told, title });
  expect(english.body.detail).toMatch(detail);
  expect(english.headers.get('retry-after')).toBe(retry);
  expect(english.body.retryAfterMs).toBe(retry === null ? undefined : 1_000);
  expect(JSON.stringify([vietnamese.body, english.body])).not.toContain('Khải');
});

it('what was written without an answer is given, once, to whoever sends it again', async () => {
  const head = await server.guong.store.head();
  trouble = { code: 'STORE_OUTCOME_UNKNOWN', wasWritten: true };
  expect((await submit('store-outcome', 'vi')).status).toBe(503);
  const again = await submit('store-outcome', 'vi');
  expect(again).toMatchObject({ status: 200, body: { repeated: true } });
  const { events } = await server.guong.store.readAll(head, { limit: 100 });
  expect(events.map(({ type }) => type)).toEqual(['RegistrationSubmitted']);
});
