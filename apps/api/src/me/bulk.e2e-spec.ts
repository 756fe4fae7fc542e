import { HttpClient } from '../testing/http-client.js';
import { FORM } from '../testing/registration-form.js';
import { startServer, type TestServer } from '../testing/start-server.js';

let server: TestServer;
const as = (username: string): HttpClient => HttpClient.signedIn(server, username);

interface Bulk {
  readonly accepted: number;
  readonly lines: readonly { id: string; outcome: string; reasons: { code: string }[] }[];
  readonly position: string | null;
}

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
}, 30_000);
afterAll(() => server.close());

describe('many at once', () => {
  const bulk = (body: object, key = 'bulk-key-1', username = 'secretary') =>
    as(username).command<Bulk>('/bulk', body, { 'idempotency-key': key });
  const endorse = {
    workflow: 'registration',
    command: 'endorse',
    ids: ['m.bao-2026', 'm.lan-2026', 'm.cuc-2026', 'm.nobody-2026', 'm.sau-2026'],
  };

  beforeAll(async () => {
    const { engine } = server.guong;
    const execute = (workflow: string, id: string, command: string, input: object, who: string) =>
      engine.execute({
        workflow,
        id,
        command,
        input,
        actor: { id: who, kind: who === 'system' ? 'system' : 'person' },
        commandId: `bulk-${workflow}-${id}-${command}`,
      });
    for (const id of ['m.bao', 'm.cuc']) {
      const input = {
        fullName: 'Đỗ Văn Bảo',
        unitId: 'chi-bo-1',
        status: 'official',
        on: '2020-02-01',
      };
      await execute('membership', id, 'admit', input, 'system');
      await execute('registration', `${id}-2026`, 'submit', FORM, id);
    }
    const form = { ...FORM, personalPlan: 'Nêu gương' };
    await execute('registration', 'm.lan-2026', 'submit', form, 'm.lan');
    await execute('registration', 'm.sau-2026', 'submit', form, 'm.sau');
    await server.guong.settled();
  });

  it('each decides on its own, and a repeat answers the same', async () => {
    const first = await bulk(endorse);
    expect(first.status).toBe(200);
    expect(first.body.accepted).toBe(2);
    expect(
      first.body.lines.map(({ id, outcome, reasons }) => [id, outcome, reasons[0]?.code]),
    ).toEqual([
      ['m.bao-2026', 'accepted', undefined],
      ['m.lan-2026', 'refused', 'IS_SUBJECT'],
      ['m.cuc-2026', 'accepted', undefined],
      ['m.nobody-2026', 'refused', 'NOT_HOLDER'],
      ['m.sau-2026', 'refused', 'NOT_HOLDER'],
    ]);
    for (const line of first.body.lines)
      expect([line.outcome, 'state' in line, 'revision' in line]).toEqual([
        line.outcome,
        line.outcome === 'accepted',
        line.outcome === 'accepted',
      ]);
    const head = await server.guong.store.head();
    const again = await bulk(endorse);
    expect(await server.guong.store.head()).toBe(head);
    expect(again.body.lines).toEqual(
      first.body.lines.map((line) =>
        line.outcome === 'accepted' ? { ...line, repeated: true } : line,
      ),
    );
    expect(again.body.position).toBe(first.body.position);
  });

  it('with inputs of their own, checked line by line', async () => {
    const { body } = await bulk(
      {
        workflow: 'registration',
        command: 'bringIntoForce',
        input: { on: '2026-03-02' },
        items: [{ id: 'm.bao-2026', input: { on: 'soon' } }, { id: 'm.cuc-2026' }],
      },
      'bulk-key-2',
    );
    expect(body.lines.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['m.bao-2026', 'invalid'],
      ['m.cuc-2026', 'accepted'],
    ]);
  });

  it.each<[string, object, number]>([
    ['a workflow that is not there', { ...endorse, workflow: 'gone' }, 404],
    ['a command that is not there', { ...endorse, command: 'constructor' }, 404],
    ['nothing at all', { ...endorse, ids: [] }, 400],
    ['ids and items', { ...endorse, items: [{ id: 'x' }] }, 400],
    ['one twice', { ...endorse, ids: ['m.bao-2026', 'm.bao-2026'] }, 400],
    ['too many', { ...endorse, ids: Array.from({ length: 101 }, (_, i) => `m.${i}-2026`) }, 400],
  ])('refuses %s', async (_name, body, status) => {
    expect((await bulk(body, 'bulk-key-3')).status).toBe(status);
  });

  it('needs a key', async () => {
    const { status } = await bulk(endorse, 'short');
    expect(status).toBe(400);
  });
});
