import { type CollectedSpan, startCollector } from '../testing/collector.js';
import { type Answer, HttpClient } from '../testing/http-client.js';
import { FORM } from '../testing/registration-form.js';
import { startServer, type TestServer } from '../testing/start-server.js';

/** What a proxy or another program had begun. */
const traceOf = (digit: string) => digit.repeat(32);
const CALLER = 'b7ad6b7169203331';
const under = (digit: string) => ({ traceparent: `00-${traceOf(digit)}-${CALLER}-01` });

let collector: Awaited<ReturnType<typeof startCollector>>;
let server: TestServer;
const answers: Record<string, Answer> = {};

beforeAll(async () => {
  collector = await startCollector();
  const telemetry = { url: collector.url, serviceName: 'guong-test', share: 0 };
  server = await startServer({ demo: 'small', config: { telemetry } });
  const member = HttpClient.signedIn(server, 'member');
  const committee = HttpClient.signedIn(server, 'committee');
  const appoint = {
    ...{ memberId: 'm.tam', office: 'secretary', on: '2026-03-01' },
    decisionNo: '12-QĐ/ĐU',
  };
  answers['submitted'] = await member.command('/registration/m.khai-2026/submit', FORM, under('a'));
  await server.guong.settled();
  answers['appointed'] = await committee.command(
    '/organisation/chi-bo-2/appointOfficer',
    appoint,
    under('b'),
  );
  answers['refused'] = await member.command(
    '/organisation/chi-bo-2/appointOfficer',
    appoint,
    under('c'),
  );
  answers['unread'] = await member.command('/registration/m.lan-2026/submit', '{', under('d'));
  answers['alone'] = await member.command('/registration/m.lan-2026/nothing', {});
  answers['health'] = await member.send('GET', '/health/ready', { headers: under('e') });
  await server.guong.settled();
  await server.close();
}, 60_000);
afterAll(() => collector.close());

const spansOf = (digit: string): readonly CollectedSpan[] =>
  collector.spans().filter(({ traceId }) => traceId === traceOf(digit));
const edges = (digit: string) =>
  spansOf(digit)
    .map(({ parent, name }) => `${parent} > ${name}`)
    .sort();

describe('one trace', () => {
  it('runs from the request that submits a registration to the views that show it', () => {
    expect(answers['submitted']?.status).toBe(200);
    expect(edges('a')).toEqual(
      [
        `${CALLER} > POST /api/v1/:workflow/:id/:command`,
        'POST /api/v1/:workflow/:id/:command > registration.submit',
        'registration.submit > append',
        'registration.submit > decide',
        'registration.submit > load',
        'registration.submit > project',
      ].sort(),
    );
  });

  it('runs on through a reactor to the next command', () => {
    expect(answers['appointed']?.status).toBe(200);
    // Whether the second command shares the batch of the first is a matter of milliseconds.
    const certain = edges('b').filter((edge) => edge !== 'membership.recordOffice > project');
    expect(certain).toEqual(
      [
        `${CALLER} > POST /api/v1/:workflow/:id/:command`,
        'POST /api/v1/:workflow/:id/:command > organisation.appointOfficer',
        ...['load', 'decide', 'append'].map((step) => `organisation.appointOfficer > ${step}`),
        'organisation.appointOfficer > project',
        'organisation.appointOfficer > reactor office-to-membership',
        'reactor office-to-membership > membership.recordOffice',
        ...['load', 'decide', 'append'].map((step) => `membership.recordOffice > ${step}`),
      ].sort(),
    );
  });

  it('says what became of it', () => {
    const named = (name: string) => spansOf('b').find((span) => span.name === name)?.attributes;
    expect(named('POST /api/v1/:workflow/:id/:command')).toEqual({
      'http.request.method': 'POST',
      'http.route': '/api/v1/:workflow/:id/:command',
      'http.response.status_code': 200,
    });
    expect(named('membership.recordOffice')).toMatchObject({
      'guong.actor_kind': 'system',
      'guong.outcome': 'accepted',
    });
    const refused = spansOf('c').find(({ name }) => name === 'organisation.appointOfficer');
    expect(refused?.attributes).toMatchObject({
      'guong.outcome': 'refused',
      'guong.reasons': expect.stringContaining('NOT_ABOVE') as unknown,
    });
  });

  it('is named in the problem that a request ends with', () => {
    const traceIds = ['refused', 'unread', 'submitted'].map(
      (name) => answers[name]?.body['traceId'],
    );
    expect(traceIds).toEqual([traceOf('c'), traceOf('d'), undefined]);
    expect(spansOf('d').map(({ name }) => name)).toEqual(['POST /api/v1/:workflow/:id/:command']);
  });

  it('is kept only when it began as one that is, and has an id all the same', () => {
    expect(answers['alone']?.body['traceId']).toMatch(/^[0-9a-f]{32}$/);
    const known = ['a', 'b', 'c', 'd'].map(traceOf);
    expect(collector.spans().filter(({ traceId }) => !known.includes(traceId))).toEqual([]);
  });

  it('names nobody', () => {
    expect(collector.text()).not.toMatch(/m\.(khai|lan|tam|minh)|chi-bo|xa-b|thoát nghèo|12-QĐ/);
  });
});
