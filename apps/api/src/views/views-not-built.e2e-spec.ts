import { clusterSettings, TokenIssuer } from '#libs/platform';
import { describePostgres } from '#libs/read-models/testing';
import { installLog } from '#libs/event-store-eventstoredb';
import { type Double, startDouble } from '../../../../test/eventstoredb-double/index.js';
import { open, type OpenedData } from '../open.js';
import { HttpClient, type ProblemBody } from '../testing/http-client.js';
import { startOver, type TestApi, testConfig } from '../testing/start-server.js';

describePostgres('a server of a cluster before the first projector', (database) => {
  let double: Double;
  let opened: OpenedData;
  let server: TestApi;

  beforeAll(async () => {
    double = await startDouble();
    await installLog(double.url);
    const urls = { GUONG_EVENTS_URL: double.url, GUONG_VIEWS_URL: database.url };
    const config = testConfig({ cluster: clusterSettings(urls) });
    opened = await open(config);
    server = await startOver(opened, config);
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await opened.close();
    await double.stop();
  }, 60_000);

  it.each([
    ['vi', 'Bảng số liệu chưa được dựng'],
    ['en', 'The views are not built yet'],
  ])(
    'says in %s that the views are not built yet',
    async (language, title) => {
      const account = await opened.accounts.put({
        username: 'auditor',
        password: 'not known to anybody',
        roles: ['auditor'],
        grants: [{ unitId: 'tinh-a' }],
      });
      const { token } = server.app.get(TokenIssuer).issue(account);
      const answer = await HttpClient.anonymous(server)
        .withToken(token)
        .get<ProblemBody>('/search?q=khai', { 'accept-language': language });
      expect(answer).toMatchObject({ status: 503, body: { code: 'VIEWS_NOT_BUILT', title } });
      expect(answer.headers.get('retry-after')).toBe('5');
    },
    60_000,
  );
});
