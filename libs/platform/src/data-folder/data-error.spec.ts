import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreError } from '#libs/event-store';
import { NewerKeysError } from '../accounts/account-store.port.js';
import { StartError } from '../texts/startup-texts.js';
import { dataError } from './data-error.js';
import { ensureFolder } from './ensure-folder.js';

const sqlite = (errcode: number) => Object.assign(new Error('sqlite'), { errcode });
const system = (code: string) => Object.assign(new Error('system'), { code });

describe('why a data folder cannot be opened', () => {
  it.each([
    ['another process has it', new StoreError('STORE_IN_USE', 'x'), 'DATA_IN_USE'],
    ['a newer log', new StoreError('STORE_NEWER', 'x'), 'DATA_NEWER'],
    ['newer accounts', new NewerKeysError(), 'DATA_NEWER'],
    ['a log that fails its checks', new StoreError('STORE_CORRUPT', 'x'), 'DATA_DAMAGED'],
    [
      'a lock file that cannot be made',
      new StoreError('STORE_FAILED', 'x', { cause: sqlite(14) }),
      'DATA_READ_ONLY',
    ],
    ['an extended code of the driver', sqlite(8 | (1 << 8)), 'DATA_READ_ONLY'],
    ['a full disk', system('ENOSPC'), 'DATA_FULL'],
    ['no permission', system('EACCES'), 'DATA_READ_ONLY'],
    ['a place where nothing can be made', system('ENOENT'), 'DATA_READ_ONLY'],
  ])('%s', (_name, error, code) => {
    const said = dataError(error, 'folder');
    expect(said).toBeInstanceOf(StartError);
    expect(said).toMatchObject({ code, what: 'folder' });
  });

  it('a file of holidays that is wrong, with the place', () => {
    const error = Object.assign(new Error('x'), { code: 'HOLIDAYS_INVALID', path: '2028.off[3]' });
    expect(dataError(error, 'folder')).toMatchObject({
      code: 'HOLIDAYS_INVALID',
      what: '2028.off[3]',
    });
  });

  it('leaves alone what is nobody’s to mend', () => {
    const own = new TypeError('our mistake');
    expect(dataError(own, 'folder')).toBe(own);
    const failed = new StoreError('STORE_FAILED', 'x');
    expect(dataError(failed, 'folder')).toBe(failed);
  });
});

describe('the data folder', () => {
  it('is made with what lies above it, for its owner only', () => {
    const root = mkdtempSync(join(tmpdir(), 'guong-folder-'));
    const folder = join(root, 'a', 'b');
    ensureFolder(folder);
    ensureFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    rmSync(root, { recursive: true });
  });

  it('is refused, not waited for, where the system makes none', () => {
    expect(() => ensureFolder('/dev/null/guong/data')).toThrow();
  });
});
