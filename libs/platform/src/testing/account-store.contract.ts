import type { AccountStore } from '../accounts/account-store.port.js';

/** One place of accounts; opened several times it is seen by several processes. */
export interface AccountHarness {
  /** A further handle on the same accounts. */
  open(clock: () => number): Promise<AccountStore> | AccountStore;
  /** Everything that is stored, as text, to look for what must not be in it. */
  stored(): Promise<string> | string;
  remove(): Promise<void> | void;
}

/** Hashing takes as long as it should, and longer where many other tests run. */
const LONG_MS = 60_000;
const patiently = (name: string, test: () => Promise<void>): void => it(name, test, LONG_MS);
const WARRANTS = [{ unitId: 'xa-c', from: '2026-01-01', until: '2026-06-30' }];

/** What every keeper of accounts does, on handles that share nothing but the store. */
export function accountStoreContract(make: () => Promise<AccountHarness>): void {
  let now: number;
  let harness: AccountHarness;
  let here: AccountStore;
  let there: AccountStore;

  beforeEach(async () => {
    now = Date.parse('2026-03-01T00:00:00Z');
    harness = await make();
    here = await harness.open(() => now);
    there = await harness.open(() => now);
  });
  afterEach(async () => {
    await here.close();
    await there.close();
    await harness.remove();
  });

  patiently('lets in with the right password only', async () => {
    const account = await here.put({ username: 'lan', password: 'mật khẩu', personId: 'bk-1' });
    expect(await there.authenticate('lan', 'mật khẩu')).toEqual(account);
    // The same letters with combining accents, as some keyboards type them.
    expect(await here.authenticate('lan', 'mật khẩu'.normalize('NFD'))).toEqual(account);
    for (const [name, password] of [
      ['lan', 'mat khau'],
      ['lan', ''],
      ['nobody', 'mật khẩu'],
      ["' or 1=1 --", 'mật khẩu'],
      ['lan\0', 'mật khẩu'],
    ] as const)
      expect(await here.authenticate(name, password)).toBeUndefined();
  });

  patiently('keeps what an account may do, and its id, over a change of password', async () => {
    const given = { username: 'x', roles: ['inspector'], warrants: WARRANTS } as const;
    const grants = [{ unitId: 'tinh-a' }];
    const first = await here.put({ ...given, password: 'a', grants });
    const second = await there.put({ ...given, password: 'b', grants });
    expect(second).toEqual({ ...first, generation: 2 });
    expect(await there.byId(first.id)).toEqual(second);
    expect(await here.authenticate('x', 'a')).toBeUndefined();
    expect(await here.authenticate('x', 'b')).toEqual(second);
  });

  patiently(
    'says at once what it said a moment ago, and after two seconds what is true',
    async () => {
      const { id } = await here.put({ username: 'x', password: 'a' });
      expect((await here.byId(id))?.generation).toBe(1);
      await there.put({ username: 'x', password: 'b' });
      now += 1_999;
      expect(here.byId(id)).toMatchObject({ generation: 1 });
      now += 1;
      expect((await here.byId(id))?.generation).toBe(2);
    },
  );

  patiently('shuts out a closed account at once here, within two seconds elsewhere', async () => {
    const { id } = await here.put({ username: 'x', password: 'a' });
    expect(await here.byId(id)).toBeDefined();
    expect(await there.byId(id)).toBeDefined();
    expect(await there.setDisabled('x', true)).toBe(true);
    expect(await there.byId(id)).toBeUndefined();
    expect(await here.authenticate('x', 'a')).toBeUndefined();
    now += 2_000;
    expect(await here.byId(id)).toBeUndefined();
    expect(await there.setDisabled('x', false)).toBe(true);
    now += 2_000;
    expect((await here.byId(id))?.username).toBe('x');
    expect(await here.setDisabled('nobody', true)).toBe(false);
  });

  patiently('does not trust a memory from before its clock was set back', async () => {
    const { id } = await here.put({ username: 'x', password: 'a' });
    expect(await here.byId(id)).toBeDefined();
    await there.setDisabled('x', true);
    now -= 60_000;
    expect(await here.byId(id)).toBeUndefined();
  });

  patiently(
    'lists accounts by user name, capitals before small letters, accents last',
    async () => {
      for (const username of ['b', 'ă', 'B', 'a']) await here.put({ username, password: 'a' });
      const names = (await there.all()).map(({ username }) => username);
      expect(names).toEqual(['B', 'a', 'b', 'ă']);
    },
  );

  patiently(
    'lists warrants by the person they were given to, and none of closed accounts',
    async () => {
      const { id } = await here.put({ username: 'a', password: 'a', warrants: WARRANTS });
      await there.put({ username: 'b', password: 'b', warrants: WARRANTS, personId: 'm.lan' });
      await there.put({ username: 'c', password: 'c' });
      const both = [
        { personId: id, ...WARRANTS[0] },
        { personId: 'm.lan', ...WARRANTS[0] },
      ];
      expect(await here.warrants()).toEqual(both);
      await there.setDisabled('a', true);
      expect(here.warrants()).toEqual(both);
      now += 2_000;
      expect(await here.warrants()).toEqual(both.slice(1));
    },
  );

  patiently('tells whether there are demo accounts', async () => {
    await here.put({ username: 'a', password: 'a' });
    expect(await there.hasDemo()).toBe(false);
    await here.put({ username: 'b', password: 'b', demo: true });
    expect(await there.hasDemo()).toBe(true);
  });

  patiently('has one token key and one import key for everybody', async () => {
    const [key, importKey] = [await here.tokenKey(), await here.importKey()];
    expect([key.length, importKey.length]).toEqual([32, 32]);
    expect(importKey.equals(key)).toBe(false);
    expect((await there.tokenKey()).equals(key)).toBe(true);
    expect((await there.importKey()).equals(importKey)).toBe(true);
  });

  patiently('stores no password', async () => {
    await here.put({ username: 'x', password: 'guong-demo' });
    const stored = await harness.stored();
    expect(stored).not.toContain('guong-demo');
    expect(stored).toMatch(/scrypt\$32768\$8\$1\$/);
  });

  patiently('takes two accounts of one name, made at the same moment, as one', async () => {
    const made = await Promise.all(
      [here, there, here, there].map((store, index) =>
        store.put({ username: 'x', password: `p${index}` }),
      ),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made.map(({ generation }) => generation).sort()).toEqual([1, 2, 3, 4]);
    expect(await here.all()).toHaveLength(1);
  });
}
