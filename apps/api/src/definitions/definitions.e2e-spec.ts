import { HttpClient } from '../testing/http-client.js';
import { startServer, type TestServer } from '../testing/start-server.js';

let server: TestServer;
let member: HttpClient;

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  member = HttpClient.signedIn(server, 'member');
}, 30_000);
afterAll(() => server.close());

const read = async (path: string, language: string) => {
  const headers = { authorization: `Bearer ${member.token!}`, 'accept-language': language };
  const response = await fetch(`${server.url}/api/v1/workflows/${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

it('shows every workflow as a document in the language asked for', async () => {
  for (const { name } of server.guong.engine.workflows) {
    const { status, text } = await read(name, 'vi');
    expect([name, status]).toEqual([name, 200]);
    expect(JSON.parse(text)).toMatchObject({ name, language: 'vi' });
  }
  const { text } = await read('registration', 'en');
  expect(JSON.parse(text)).toMatchObject({ title: 'Registration', language: 'en' });
});

it('gives a modeller the BPMN, and others Mermaid', async () => {
  const bpmn = await read('registration/bpmn', 'vi');
  expect(bpmn.headers.get('content-type')).toMatch(/^application\/xml/);
  expect(bpmn.text).toContain('<bpmn:userTask id="do_endorse" name="Xác nhận">');
  const mermaid = await read('registration/mermaid', 'en');
  expect(mermaid.text).toContain('submitted --> endorsed : endorse');
});

it.each(['nothing', 'nothing/bpmn', 'constructor/mermaid'])('knows no %s', async (path) => {
  expect((await read(path, 'vi')).status).toBe(404);
});
