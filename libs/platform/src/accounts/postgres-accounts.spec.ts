import { Client } from 'pg';
import { describePostgres } from '#libs/read-models/testing';
import { accountStoreContract } from '../testing/account-store.contract.js';
import { loginLimitContract } from '../testing/login-limit.contract.js';
import { type AccountStore, NewerKeysError } from './account-store.port.js';
import { isDatabaseAway } from './database-away.js';
import type { LoginLimit } from './login-limit.js';
import { postgresAccounts } from './postgres-accounts.js';

/** Passwords are hashed, and many other tests run. */
const LONG_MS = 60_000;

describePostgres('accounts', (database) => {
  /** Runs statements as the administrator of the database. */
  const order = async (text: string): Promise<readonly unknown[]> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
  const open = (clock: () => number = Date.now): Promise<AccountStore> =>
    postgresAccounts({ url: database.url, clock });
  const empty = 'drop table if exists account, token_key, login_failure, account_version';

  describe('like any other', () => {
    accountStoreContract(async () => {
      await order(empty);
      return {
        open,
        stored: async () => JSON.stringify(await order('select * from account')),
        remove: () => undefined,
      };
    });
  });

  it(
    'make their tables once, however many processes start at the same moment',
    async () => {
      await order(empty);
      const opened = await Promise.all(Array.from({ length: 8 }, () => open()));
      const keys = await Promise.all(opened.map(async (store) => store.tokenKey()));
      expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
      expect(await order('select version from account_version')).toEqual([{ version: 1 }]);
      await Promise.all(opened.map(async (store) => store.close()));
    },
    LONG_MS,
  );

  it(
    'are used by a user who may not make tables',
    async () => {
      await order(empty);
      await (await open()).close();
      await order(`drop role if exists guong_reader; create role guong_reader login;
      revoke create on schema public from public;
      grant select, insert, update, delete on all tables in schema public to guong_reader`);
      const url = new URL(database.url);
      url.username = 'guong_reader';
      const store = await postgresAccounts({ url: url.href, clock: Date.now });
      expect((await store.put({ username: 'x', password: 'a' })).generation).toBe(1);
      await store.close();
      await order('drop owned by guong_reader; drop role guong_reader');
    },
    LONG_MS,
  );

  it(
    'refuse tables of a newer version',
    async () => {
      await (await open()).close();
      await order('update account_version set version = 99');
      await expect(open()).rejects.toThrow(NewerKeysError);
      await order(empty);
    },
    LONG_MS,
  );

  it(
    'read once for a client that sends much at once',
    async () => {
      await order(empty);
      let now = 0;
      const store = await open(() => now);
      const { id } = await store.put({ username: 'x', password: 'a' });
      now += 2_000;
      const [first, ...others] = Array.from({ length: 50 }, () => store.byId(id));
      for (const other of others) expect(other).toBe(first);
      await first;
      expect(store.byId(id)).toMatchObject({ username: 'x' });
      await store.close();
    },
    LONG_MS,
  );

  it(
    'do not take from before a change of their own what was asked before it',
    async () => {
      await order(empty);
      const store = await open();
      const { id } = await store.put({ username: 'x', password: 'a' });
      const asked = store.byId(id);
      await store.setDisabled('x', true);
      await asked;
      expect(await store.byId(id)).toBeUndefined();
      await store.close();
    },
    LONG_MS,
  );

  it(
    'say nothing from memory for longer when the database is away; work again after',
    async () => {
      await order(empty);
      let now = 0;
      const store = await open(() => now);
      const { id } = await store.put({ username: 'x', password: 'a' });
      await store.byId(id);
      await order(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'guong-accounts' and datname = current_database()`);
      expect(store.byId(id)).toMatchObject({ username: 'x' });
      now += 2_000;
      const answered = await Promise.resolve(store.byId(id)).catch((error: unknown) => error);
      // Either the broken connection was noticed already, or this is the one that notices.
      if (answered instanceof Error) expect(isDatabaseAway(answered)).toBe(true);
      for (let tries = 0; tries < 5; tries += 1)
        await Promise.resolve(store.byId(id)).catch(() => undefined);
      expect(await store.byId(id)).toMatchObject({ username: 'x' });
      await store.close();
    },
    LONG_MS,
  );

  it(
    'cannot be opened where nobody listens',
    async () => {
      const url = 'postgres://user:geheim@127.0.0.1:1/none';
      const error: unknown = await postgresAccounts({ url, clock: Date.now }).catch(
        (problem: unknown) => problem,
      );
      expect(isDatabaseAway(error)).toBe(true);
      expect(String((error as Error).stack)).not.toContain('geheim');
    },
    LONG_MS,
  );

  describe('the limit on sign-ins', () => {
    let store: AccountStore | undefined;
    let other: AccountStore | undefined;
    let now = 0;
    beforeEach(async () => {
      await order(empty);
      store = await open(() => now);
      other = await open(() => now);
    });
    afterEach(async () => {
      await store?.close();
      await other?.close();
    });
    /** Two processes that take turns are one limit. */
    const alternating = (): LoginLimit => {
      let turn = 0;
      const next = (): LoginLimit => ((turn += 1) % 2 === 0 ? store! : other!).limit;
      return {
        attempt: (username, address) => next().attempt(username, address),
        succeeded: (username, address) => next().succeeded(username, address),
      };
    };
    loginLimitContract((clock) => {
      const limit = alternating();
      return {
        attempt: (username, address) => ((now = clock()), limit.attempt(username, address)),
        succeeded: (username, address) => limit.succeeded(username, address),
      };
    });

    it('keeps neither names nor addresses, and sweeps out what counts no more', async () => {
      now = 1_000_000;
      await store!.limit.attempt('lan', '10.0.0.1');
      const rows = JSON.stringify(await order(`select encode(pair, 'escape') from login_failure`));
      expect(rows).not.toMatch(/lan|10\.0/);
      now += 600_000;
      await store!.limit.attempt('mai', '10.0.0.1');
      expect(await order('select count(*)::int as kept from login_failure')).toEqual([{ kept: 1 }]);
    });
  });
});
