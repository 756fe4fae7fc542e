import { type EventStore, StoreError } from '#libs/event-store';
import { HttpClient } from '../../apps/api/src/testing/http-client.js';
import { FORM } from '../../apps/api/src/testing/registration-form.js';
import { startServer, type TestServer } from '../../apps/api/src/testing/start-server.js';
import { captureOutput } from './output-capture.js';

/** What people are called and what they write; none of it is anybody's business in a log. */
const NAMES = ['Đặng Thị Ngọc Ánh', 'Huỳnh Tấn Phát', 'Nguyễn Thị Minh Khai'];
const [ANH, PHAT, KHAI] = NAMES as [string, string, string];
const PASSWORD = 'mật-khẩu-của-Ánh';

let server: TestServer;
let lines: readonly string[];
const statuses: number[] = [];

/** The store fails in the words of libraries, which quote what they were given. */
const fails = (error: Error): void => {
  const { store } = server.guong as { store: EventStore };
  const append = store.append.bind(store);
  store.append = () => {
    store.append = append;
    return Promise.reject(error);
  };
};

async function everythingThatFails(): Promise<void> {
  const member = HttpClient.signedIn(server, 'member');
  const admin = HttpClient.signedIn(server, 'admin');
  const anonymous = HttpClient.anonymous(server);
  const form = { ...FORM, deeds: [{ ...FORM.deeds[0], content: `Giúp đỡ ${ANH}` }, FORM.deeds[1]] };
  const told = async (answer: Promise<{ status: number }>) => statuses.push((await answer).status);
  const submit = (body: unknown) => member.command('/registration/m.khai-2026/submit', body);

  const admitted = { fullName: PHAT, unitId: 'chi-bo-1', status: 'official', on: '2026-03-01' };
  await told(member.command('/membership/m.phat/admit', admitted));
  await told(member.command('/membership/m.phat/admit', { ...admitted, [ANH]: PHAT }));
  await told(submit(`{"deeds": "${ANH}`));
  await told(submit({ deeds: ANH }));
  await told(member.get(`/search?q=${encodeURIComponent(KHAI)}&page=${encodeURIComponent(ANH)}`));
  await told(member.get(`/membership/${encodeURIComponent(PHAT)}`));
  await told(admin.command(`/registration/${encodeURIComponent(ANH)}/submit`, form));
  const login = { username: ANH, password: PASSWORD };
  await told(anonymous.command('/auth/login', login));
  const cause = Object.assign(new Error(`duplicate key "${PHAT}"`), { detail: `(name)=(${ANH})` });
  fails(new StoreError('STORE_UNAVAILABLE', `${KHAI} away`, { cause }));
  await told(submit(form));
  fails(new SyntaxError(`Unexpected token in ${ANH}\n    at ${PHAT}`));
  await told(submit(form));
  fails(Object.assign(new Error(KHAI), { name: KHAI, code: ANH, parameters: [PHAT] }));
  await told(submit(form));
}

beforeAll(async () => {
  const output = captureOutput();
  try {
    server = await startServer({ demo: 'small', config: { logLevel: 'trace', production: true } });
    await everythingThatFails();
  } finally {
    await server.close();
    output.end();
  }
  lines = output.lines();
}, 60_000);

it('everything failed as it should', () =>
  expect(statuses).toEqual([422, 400, 400, 400, 400, 403, 400, 401, 503, 500, 500]));

interface Line {
  readonly type: string;
  readonly code?: string;
  readonly stack: string;
}

it('each failure of the product is a line that says class, code and place', () => {
  const failed = lines
    .map((line) => JSON.parse(line) as { msg?: string; err?: Line })
    .filter(({ msg }) => msg === 'request failed');
  expect(failed.map(({ err }) => [err?.type, err?.code])).toEqual([
    ['StoreError', 'STORE_UNAVAILABLE'],
    ['SyntaxError', undefined],
    ['Error', undefined],
  ]);
  for (const { err } of failed) expect(err?.stack).toMatch(/\n {4}at .*log-lines\.spec/);
});

it('no line holds a name, a word of what was written, or a password', () => {
  const words = [...NAMES, ...NAMES.map(encodeURIComponent), PASSWORD, 'Giúp đỡ', 'm.phat'];
  const found = lines.flatMap((line) => words.filter((word) => line.includes(word)));
  expect(found).toEqual([]);
  // Escapes would hide them from the eye above.
  const escaped = lines.map((line) => JSON.stringify(JSON.parse(line)));
  expect(escaped.filter((line) => NAMES.some((name) => line.includes(name)))).toEqual([]);
});
