import { folderWithDemo, guong, temporaryFolder } from './testing/command-line.fixtures.js';

describe('the command line', () => {
  it.each([
    ['an unknown command', ['dance'], 2, /unknown command/],
    ['an unknown option', ['doctor', '--loud'], 2, /unknown option/],
    ['a view that there is not', ['rebuild', 'nothing'], 2, /there is no view nothing/],
    ['an empty folder', ['doctor'], 1, /holds no data yet/],
  ])('%s', async (_, line, code, what) => {
    const { exitCode, err } = await guong(['--data', temporaryFolder(), ...line]);
    expect(exitCode).toBe(code);
    expect(err).toMatch(what);
  });

  it('help is no mistake', async () => {
    const { exitCode, out } = await guong(['--help']);
    expect(exitCode).toBe(0);
    for (const command of ['move', 'views', 'doctor', 'projector']) expect(out).toContain(command);
  });

  it.each([
    [{ GUONG_EVENTS_URL: 'esdb://host:2113' }, /GUONG_VIEWS_URL: is not set although/],
    [{ GUONG_VIEWS_URL: 'postgres://host/guong' }, /GUONG_EVENTS_URL: is not set although/],
  ])('one address without the other is named', async (variables, what) => {
    const { exitCode, err } = await guong(['doctor'], variables);
    expect(exitCode).toBe(78);
    expect(err).toMatch(what);
  });
});

describe('commands over a data folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await folderWithDemo();
  });
  const over = (...line: string[]) => guong(['--json', '--data', folder, ...line]);

  it('doctor: all is well', async () =>
    expect((await over('doctor')).json).toMatchObject({ place: folder, ill: [] }));

  it('check: nothing differs', async () =>
    expect((await over('check')).json).toMatchObject({ same: true }));

  it('rebuild: one view, all views', async () => {
    expect((await over('rebuild', 'unit_tree')).json).toMatchObject({
      views: ['unit_tree'],
      stopped: [],
    });
    const { exitCode, json } = await over('rebuild');
    expect(exitCode).toBe(0);
    expect((json as { views: string[] }).views.length).toBeGreaterThan(5);
    expect((await over('check')).json).toMatchObject({ same: true });
  });

  it('accounts: put, list, disable', async () => {
    const variables = { GUONG_PASSWORD: 'mot-mat-khau-dai' };
    const line = ['--data', folder, 'accounts', 'put', 'khai', '--role', 'auditor'];
    expect((await guong(line, variables)).exitCode).toBe(0);
    expect((await over('accounts', 'list')).json).toMatchObject([{ username: 'khai' }]);
    expect((await over('accounts', 'disable', 'khai')).exitCode).toBe(0);
    expect((await over('accounts', 'disable', 'nobody')).exitCode).toBe(1);
  });
});
