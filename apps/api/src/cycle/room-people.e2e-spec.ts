import { HttpClient } from '../testing/http-client.js';
import { startServer, type TestServer } from '../testing/start-server.js';

interface Room {
  readonly unitId: string;
  readonly people: readonly { readonly memberId: string; readonly name: string | null }[];
}

const MEETING = '/meeting/chi-bo-1-20260302/people';
let server: TestServer;
const asked = (username: string, path: string) =>
  HttpClient.signedIn(server, username).get<Room>(path);

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
}, 30_000);
afterAll(() => server.close());

describe('who sits together in a room', () => {
  it('is the cell, with names and offices, before anybody has called a meeting', async () => {
    const { status, body } = await asked('member', MEETING);
    expect(status).toBe(200);
    expect(body).toEqual({
      unitId: 'chi-bo-1',
      people: [
        {
          memberId: 'm.khai',
          name: 'Nguyễn Văn Khải',
          unitId: 'chi-bo-1',
          status: 'official',
          exempt: false,
          office: null,
        },
        {
          memberId: 'm.lan',
          name: 'Trần Thị Lan',
          unitId: 'chi-bo-1',
          status: 'official',
          exempt: false,
          office: 'secretary',
        },
      ],
    });
  });

  it('of a committee’s session are its officers and whoever is to be heard', async () => {
    const subjects = [
      { subjectId: 'xa-b', role: 'collective' },
      { subjectId: 'm.minh', role: 'head' },
      { subjectId: 'm.khai', role: 'member' },
    ];
    const plan = { on: '2026-12-05', chairId: 'm.minh', place: 'Hội trường', subjects };
    const planned = await HttpClient.signedIn(server, 'committee').command(
      '/criticism-session/xa-b-2026/plan',
      plan,
    );
    expect(planned.status).toBe(200);
    const { body } = await asked('committee', '/criticism-session/xa-b-2026/people');
    expect(body.people).toMatchObject([
      { memberId: 'm.minh', name: 'Lê Quang Minh', office: 'committee' },
      { memberId: 'm.khai', name: 'Nguyễn Văn Khải', office: null },
    ]);
  });

  it.each([
    ['secretary', MEETING, 200],
    ['committee', MEETING, 200],
    ['committee', '/meeting/chi-bo-3-20260302/people', 403],
    ['member', '/meeting/chi-bo-2-20260302/people', 403],
    ['inspector', MEETING, 403],
    ['auditor', MEETING, 403],
    ['admin', MEETING, 403],
    ['secretary', '/programme/chi-bo-1-2026/people', 404],
  ])('%s asking %s is answered %d', async (username, path, expected) => {
    expect((await asked(username, path)).status).toBe(expected);
  });
});
