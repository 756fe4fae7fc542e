import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { accountStoreContract } from '../testing/account-store.contract.js';
import { loginLimitContract } from '../testing/login-limit.contract.js';
import { NewerKeysError } from './account-store.port.js';
import { MemoryLoginLimit } from './login-limit.js';
import { SqliteAccounts } from './sqlite-accounts.js';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'guong-accounts-'));
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

describe('accounts in a data folder', () => {
  accountStoreContract(() => {
    const folder = newFolder();
    return Promise.resolve({
      open: (clock) => new SqliteAccounts(folder, clock),
      stored() {
        const db = new DatabaseSync(join(folder, 'keys.db'));
        const rows = db.prepare('select * from accounts').all();
        db.close();
        return JSON.stringify(rows);
      },
      remove: () => remove(folder),
    });
  });

  it('keep the file to its owner', () => {
    const folder = newFolder();
    new SqliteAccounts(folder, Date.now).close();
    expect(statSync(join(folder, 'keys.db')).mode & 0o077).toBe(0);
    remove(folder);
  });

  it('refuse a file of a newer version', () => {
    const folder = newFolder();
    const open = () => new SqliteAccounts(folder, Date.now);
    open().close();
    const db = new DatabaseSync(join(folder, 'keys.db'));
    db.exec('pragma user_version = 99');
    db.close();
    expect(open).toThrow(NewerKeysError);
    remove(folder);
  });
});

describe('the limit on sign-ins in memory', () => {
  loginLimitContract((clock) => new MemoryLoginLimit(clock));

  it('forgets the oldest when there are too many', () => {
    const limit = new MemoryLoginLimit(() => 0);
    for (let count = 0; count < 8; count += 1) limit.attempt('lan', '10.0.0.1');
    for (let other = 0; other < 10_000; other += 1) limit.attempt(`u${other}`, '10.0.0.1');
    expect(limit.attempt('lan', '10.0.0.1')).toBe(0);
  });
});
