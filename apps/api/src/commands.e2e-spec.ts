import { randomUUID } from 'node:crypto';
import { HttpClient, type ProblemBody } from './testing/http-client.js';
import { FORM, formWith } from './testing/registration-form.js';
import { startServer, type TestServer } from './testing/start-server.js';

let server: TestServer;
let khai: HttpClient;
let lan: HttpClient;

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  khai = HttpClient.signedIn(server, 'member');
  lan = HttpClient.signedIn(server, 'secretary');
}, 30_000);
afterAll(() => server.close());

const SUBMIT = '/registration/m.khai-2026/submit';
const heads = async (): Promise<string> => server.guong.store.head();

/** Sends, and expects a problem that leaves the log untouched. */
const refused = async (
  send: () => Promise<{ readonly status: number; readonly body: ProblemBody }>,
): Promise<{ readonly status: number; readonly body: ProblemBody }> => {
  const before = await heads();
  const answer = await send();
  expect(await heads()).toBe(before);
  return answer;
};

describe('a command that is not accepted', () => {
  const LINES: [string, object, number, string, string[]][] = [
    ['one deed', formWith({ deeds: 1 }), 422, 'REFUSED', ['DEEDS_LT_MIN deeds']],
    ['four deeds', formWith({ deeds: 4 }), 422, 'REFUSED', ['DEEDS_GT_MAX deeds']],
    [
      'a deed without a measure',
      formWith({ deed: { measure: undefined } }),
      422,
      'REFUSED',
      ['DEED_MEASURE_MISSING deeds[1].measure'],
    ],
    [
      'an unknown field',
      { ...FORM, colour: 'red' },
      400,
      'INVALID_INPUT',
      ['FIELD_UNKNOWN colour'],
    ],
    [
      'an unknown field in a deed',
      formWith({ deed: { secret: 1 } }),
      400,
      'INVALID_INPUT',
      ['FIELD_UNKNOWN deeds[1].secret'],
    ],
    [
      'a date that does not exist',
      formWith({ deed: { deadline: '2026-02-31' } }),
      400,
      'INVALID_INPUT',
      ['FIELD_INVALID deeds[1].deadline'],
    ],
    ['nothing', {}, 400, 'INVALID_INPUT', ['FIELD_MISSING areas', 'FIELD_MISSING deeds']],
    ['a list', [], 400, 'INVALID_INPUT', ['FIELD_INVALID ']],
    [
      'a revision that is none',
      { ...FORM, expectedRevision: '0' },
      400,
      'INVALID_INPUT',
      ['FIELD_INVALID expectedRevision'],
    ],
  ];
  it.each(LINES)(
    '%s: a clear answer, and nothing written',
    async (_what, form, status, code, lines) => {
      const answer = await refused(() => khai.command<ProblemBody>(SUBMIT, form));
      expect(answer).toMatchObject({
        status,
        body: { status, code, type: `https://guong.dev/problems/${code}` },
      });
      expect(
        answer.body.reasons.map((each) => `${each.code} ${each.path ?? ''}`).toSorted(),
      ).toEqual(lines);
      for (const { text } of answer.body.reasons) {
        expect(text.vi).toMatch(/\p{L}/u);
        expect(text.en).not.toBe(text.vi);
      }
    },
  );

  it('says in words what is wrong, in the language asked for', async () => {
    const vi = await khai.command<ProblemBody>(SUBMIT, formWith({ deeds: 1 }));
    expect(vi.body.title).toBe('Chưa thực hiện được');
    expect(vi.body.reasons[0]?.text).toEqual({
      vi: 'Cần đăng ký ít nhất 2 việc; mới có 1.',
      en: 'At least 2 deeds are needed; there are 1.',
    });
    const en = await khai.command<ProblemBody>(SUBMIT, formWith({ deeds: 1 }), {
      'accept-language': 'en-GB',
    });
    expect(en.body.title).toBe('Refused');
    expect(en.headers.get('content-language')).toBe('en');
    expect(en.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  const key = () => ({ 'idempotency-key': randomUUID() });
  const RAW: [string, string, Record<string, string>, number, string][] = [
    ['broken JSON', '{"deeds": [', {}, 400, 'BAD_JSON'],
    ['an empty text', '', {}, 400, 'BAD_JSON'],
    ['a poisoned prototype', '{"__proto__": {"deeds": []}}', {}, 400, 'BAD_JSON'],
    ['2 MB', JSON.stringify({ text: 'x'.repeat(2_000_000) }), {}, 413, 'BODY_TOO_LARGE'],
    ['another kind of content', 'a=1', { 'content-type': 'text/csv' }, 415, 'UNSUPPORTED_MEDIA'],
    ['very deep JSON', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000), {}, 400, 'INVALID_INPUT'],
    ['no key', '{}', { 'idempotency-key': '' }, 400, 'IDEMPOTENCY_KEY_MISSING'],
    ['a key that is too short', '{}', { 'idempotency-key': 'abc' }, 400, 'IDEMPOTENCY_KEY_MISSING'],
    ['a time that is none', '{}', { 'x-occurred-at': 'today' }, 400, 'INVALID_INPUT'],
    ['31 February', '{}', { 'x-occurred-at': '2026-02-31' }, 400, 'INVALID_INPUT'],
  ];
  it.each(RAW)('%s', async (_what, body, headers, status, code) => {
    const answer = await refused(() =>
      khai.send<ProblemBody>('POST', `/api/v1${SUBMIT}`, {
        body,
        headers: { ...key(), ...headers },
      }),
    );
    expect(answer).toMatchObject({ status, body: { code } });
  });

  const PLACES: [string, string, number, string][] = [
    ['another workflow', '/gossip/m.khai-2026/submit', 404, 'NOT_FOUND'],
    ['another command', '/registration/m.khai-2026/approve', 404, 'NOT_FOUND'],
    ['a member of every object', '/registration/m.khai-2026/constructor', 404, 'NOT_FOUND'],
    ['an id of another shape', '/registration/M.KHAI/submit', 400, 'INVALID_INPUT'],
    ['a year not served', '/registration/m.khai-1899/submit', 400, 'INVALID_INPUT'],
  ];
  it.each(PLACES)('%s', async (_what, path, status, code) => {
    const answer = await refused(() => khai.command<ProblemBody>(path, FORM));
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('a time that is still to come', async () => {
    const headers = { 'x-occurred-at': '2027-01-01T00:00:00Z' };
    const answer = await refused(() => khai.command<ProblemBody>(SUBMIT, FORM, headers));
    expect(answer.body).toMatchObject({
      code: 'INVALID_INPUT',
      reasons: [{ code: 'OCCURRED_IN_FUTURE' }],
    });
  });

  it("somebody else's registration", async () => {
    const answer = await refused(() => lan.command<ProblemBody>(SUBMIT, FORM));
    expect(answer).toMatchObject({ status: 422, body: { reasons: [{ code: 'NOT_SUBJECT' }] } });
  });

  it('the endorsement of one’s own registration', async () => {
    const form = { ...FORM, personalPlan: 'Gương mẫu đi đầu' };
    expect((await lan.command('/registration/m.lan-2026/submit', form)).status).toBe(200);
    const answer = await refused(() =>
      lan.command<ProblemBody>('/registration/m.lan-2026/endorse', {}),
    );
    expect(answer.status).toBe(422);
    expect(answer.body.reasons.map(({ code }) => code)).toContain('IS_SUBJECT');
  });
});

describe('a command that is accepted', () => {
  it('answers with position, revision, state and what can be done next', async () => {
    const { status, body } = await khai.command(SUBMIT, FORM);
    expect(status).toBe(200);
    expect(body).toMatchObject({ revision: 0, state: 'submitted', repeated: false });
    expect(body['position']).toBe(await heads());
    const actions = body['actions'] as { command: string; allowed: boolean; due?: string }[];
    expect(actions.find(({ command }) => command === 'submit')).toMatchObject({ allowed: false });
    expect(actions.find(({ command }) => command === 'endorse')?.due).toBe('2026-03-16');
  });

  it('is done once when the form is sent twice', async () => {
    const headers = { 'idempotency-key': 'form-of-7-march' };
    const path = '/registration/m.khai-2026/endorse';
    const first = await lan.command(path, { minutesNo: '03-BB/CB' }, headers);
    const head = await heads();
    const second = await lan.command(path, { minutesNo: '03-BB/CB' }, headers);
    expect(first).toMatchObject({ status: 200, body: { repeated: false } });
    expect(second).toMatchObject({ status: 200, body: { ...first.body, repeated: true } });
    expect(await heads()).toBe(head);
    const other = await lan.command<ProblemBody>(path, { minutesNo: '04-BB/CB' }, headers);
    expect(other).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await heads()).toBe(head);
  });

  it('takes another person’s same key for another command', async () => {
    const headers = { 'idempotency-key': 'form-of-7-march' };
    const answer = await khai.command<ProblemBody>(
      '/registration/m.khai-2026/endorse',
      {},
      headers,
    );
    expect(answer).toMatchObject({ status: 422, body: { code: 'REFUSED' } });
  });

  it('needs no body when every field may be left out', async () => {
    const { body } = await lan.send('POST', '/api/v1/registration/m.khai-2026/endorse', {
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(body).toMatchObject({ code: 'REFUSED', reasons: [{ code: 'WRONG_STATE' }] });
  });

  it('conflicts when the record has moved on, and shows what can be done now', async () => {
    const on = { on: '2026-03-02', expectedRevision: 0 };
    const path = '/registration/m.khai-2026/bringIntoForce';
    const stale = await lan.command(path, on);
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', revision: 1, state: 'endorsed' },
    });
    const actions = stale.body['actions'] as { command: string; allowed: boolean }[];
    expect(actions.find(({ command }) => command === 'bringIntoForce')?.allowed).toBe(true);
    expect((await lan.command(path, { ...on, expectedRevision: 1 })).status).toBe(200);
  });

  it('keeps the claimed time apart from the time of recording', async () => {
    const headers = { 'x-occurred-at': '2026-02-03T08:00:00+07:00' };
    const path = '/membership/m.tam/changeStatus';
    const minh = HttpClient.signedIn(server, 'committee');
    const answer = await minh.command(path, { status: 'probationary', on: '2026-02-03' }, headers);
    expect(answer.status).toBe(200);
    const event = (await server.guong.store.read('membership-m.tam')).at(-1)!;
    expect(event.occurredAt).toBe('2026-02-03T01:00:00.000Z');
    expect(event.recordedAt > '2026-03-02').toBe(true);
    expect(event).toMatchObject({
      actor: 'm.minh',
      capacity: { office: 'committee', unit: 'xa-b' },
    });
  });

  it('loses nothing when many come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        khai.command('/registration/m.khai-2026/adjust', {
          ...FORM,
          reason: `Điều chỉnh lần ${index}`,
        }),
      ),
    );
    const accepted = answers.filter(({ status }) => status === 200);
    expect(accepted.length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const events = await server.guong.store.read('commitment-m.khai-2026');
    expect(events.filter(({ type }) => type === 'RegistrationAdjusted')).toHaveLength(
      accepted.length,
    );
  });
});
