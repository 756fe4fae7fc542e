import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AccountStore, NewerKeysError } from './account-store.js';
import { LoginLimit } from './login-limit.js';

let folder: string;
let now = Date.parse('2026-03-01T00:00:00Z');
const open = () => new AccountStore(folder, () => now);

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'guong-accounts-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('accounts', () => {
  it('lets in with the right password only', async () => {
    const store = open();
    const account = await store.put({ username: 'lan', password: 'mật khẩu', personId: 'bk-1' });
    expect(await store.authenticate('lan', 'mật khẩu')).toEqual(account);
    // The same letters with combining accents, as some keyboards type them.
    expect(await store.authenticate('lan', 'mật khẩu'.normalize('NFD'))).toEqual(account);
    expect(await store.authenticate('lan', 'mat khau')).toBeUndefined();
    expect(await store.authenticate('lan', '')).toBeUndefined();
    expect(await store.authenticate('nobody', 'mật khẩu')).toBeUndefined();
    store.close();
  });

  it('keeps what an account may do, and its id, over a change of password', async () => {
    const store = open();
    const warrants = [{ unitId: 'bac-kan', from: '2026-01-01', until: '2026-06-30' }];
    const first = await store.put({ username: 'x', password: 'a', roles: ['inspector'], warrants });
    const second = await store.put({
      username: 'x',
      password: 'b',
      roles: ['inspector'],
      warrants,
    });
    expect(second).toEqual({ ...first, generation: 2 });
    expect(store.byId(first.id)).toMatchObject({ roles: ['inspector'], warrants, generation: 2 });
    expect(await store.authenticate('x', 'a')).toBeUndefined();
    store.close();
  });

  it('shuts out a disabled account, within two seconds also in another process', async () => {
    const [here, there] = [open(), open()];
    const { id } = await here.put({ username: 'x', password: 'a' });
    expect(here.byId(id)).toBeDefined();
    expect(there.setDisabled('x', true)).toBe(true);
    now += 2_000;
    expect(here.byId(id)).toBeUndefined();
    expect(await here.authenticate('x', 'a')).toBeUndefined();
    expect(here.setDisabled('nobody', true)).toBe(false);
    here.close();
    there.close();
  });

  it('lists warrants by the person they were given to, and none of disabled accounts', async () => {
    const store = open();
    const warrants = [{ unitId: 'xa-c', from: '2026-01-01', until: '2026-06-30' }];
    const { id } = await store.put({ username: 'a', password: 'a', warrants });
    await store.put({ username: 'b', password: 'b', warrants, personId: 'm.lan' });
    expect(store.warrants()).toEqual([
      { personId: id, ...warrants[0] },
      { personId: 'm.lan', ...warrants[0] },
    ]);
    store.setDisabled('a', true);
    expect(store.warrants()).toEqual([{ personId: 'm.lan', ...warrants[0] }]);
    store.close();
  });

  it('tells whether there are demo accounts', async () => {
    const store = open();
    await store.put({ username: 'a', password: 'a' });
    expect(store.hasDemo()).toBe(false);
    await store.put({ username: 'b', password: 'b', demo: true });
    expect(store.hasDemo()).toBe(true);
    store.close();
  });

  it('has one token key per folder and keeps the file to its owner', () => {
    const [here, there] = [open(), open()];
    expect(here.tokenKey()).toHaveLength(32);
    expect(there.tokenKey()).toEqual(here.tokenKey());
    expect(statSync(join(folder, 'keys.db')).mode & 0o077).toBe(0);
    here.close();
    there.close();
  });

  it('stores no password', async () => {
    const store = open();
    await store.put({ username: 'x', password: 'guong-demo' });
    store.close();
    const db = new DatabaseSync(join(folder, 'keys.db'));
    const row = db.prepare('select * from accounts').get();
    expect(JSON.stringify(row)).not.toContain('guong-demo');
    expect(row?.['password_hash']).toMatch(/^scrypt\$32768\$8\$1\$/);
    db.close();
  });

  it('refuses a file of a newer version', () => {
    open().close();
    const db = new DatabaseSync(join(folder, 'keys.db'));
    db.exec('pragma user_version = 99');
    db.close();
    expect(open).toThrow(NewerKeysError);
  });
});

describe('the limit on sign-ins', () => {
  const failing = (limit: LoginLimit, times: number): void => {
    for (let count = 0; count < times; count += 1) limit.failed('lan', '10.0.0.1');
  };

  it('makes a pair of name and address wait after eight failures, for ten minutes', () => {
    let time = 0;
    const limit = new LoginLimit(() => time);
    failing(limit, 7);
    expect(limit.waitMs('lan', '10.0.0.1')).toBe(0);
    failing(limit, 1);
    expect(limit.waitMs('lan', '10.0.0.1')).toBe(600_000);
    expect(limit.waitMs('lan', '10.0.0.2')).toBe(0);
    expect(limit.waitMs('mai', '10.0.0.1')).toBe(0);
    time = 600_000;
    expect(limit.waitMs('lan', '10.0.0.1')).toBe(0);
    failing(limit, 7);
    expect(limit.waitMs('lan', '10.0.0.1')).toBe(0);
  });

  it('forgets failures after a success, and the oldest when there are too many', () => {
    const limit = new LoginLimit(() => 0);
    failing(limit, 8);
    limit.succeeded('lan', '10.0.0.1');
    expect(limit.waitMs('lan', '10.0.0.1')).toBe(0);
    failing(limit, 8);
    for (let other = 0; other < 10_000; other += 1) limit.failed(`u${other}`, '10.0.0.1');
    expect(limit.waitMs('lan', '10.0.0.1')).toBe(0);
  });
});
