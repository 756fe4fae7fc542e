import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyAccounts, type Role, ROLES } from '#libs/platform';
import { action, type Options } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { placeOf, readyPlace, withAccounts } from '../place.js';
import type { Terminal } from '../terminal.js';

const PASSWORD_MIN = 10;

/** `accounts`: who may sign in. Passwords come from GUONG_PASSWORD, never from the command line. */
export const accountsCommand = (program: Command): void => {
  const accounts = program.command('accounts').description('who may sign in / ai được đăng nhập');
  accounts.command('list').action(action(list));
  accounts
    .command('put')
    .description('make an account or change it; the password is read from GUONG_PASSWORD')
    .argument('<username>')
    .option('--person <memberId>', 'the member behind the account')
    .option('--role <role...>', ROLES.join(' | '))
    .action(action(put));
  accounts
    .command('copy')
    .description('take accounts over from a data folder / chép tài khoản từ một thư mục')
    .requiredOption('--from <folder>', 'the data folder that was moved from')
    .action(action(copy));
  accounts.command('disable').argument('<username>').action(action(disable));
};

async function list(terminal: Terminal, options: Options): Promise<number> {
  const all = await withAccounts(readyPlace(options), (store) => store.all());
  const accounts = all.map(({ username, personId, roles, demo, disabled }) => ({
    username,
    personId,
    roles,
    demo,
    disabled,
  }));
  terminal.result(accounts, () =>
    accounts
      .map(({ username, personId, roles, disabled }) =>
        [username, personId ?? '-', roles.join(',') || '-', disabled ? 'disabled' : ''].join('\t'),
      )
      .join('\n'),
  );
  return EXIT.ok;
}

async function put(
  terminal: Terminal,
  options: Options,
  [username = '']: readonly string[],
): Promise<number> {
  const password = options.variables['GUONG_PASSWORD'] ?? '';
  const roles = (options.role ?? []).filter((role): role is Role =>
    (ROLES as readonly string[]).includes(role),
  );
  if (password.length < PASSWORD_MIN || roles.length !== (options.role ?? []).length) {
    terminal.say({
      vi:
        password.length < PASSWORD_MIN
          ? `đặt GUONG_PASSWORD, ít nhất ${PASSWORD_MIN} ký tự`
          : `vai trò: ${ROLES.join(', ')}`,
      en:
        password.length < PASSWORD_MIN
          ? `set GUONG_PASSWORD, at least ${PASSWORD_MIN} characters`
          : `roles: ${ROLES.join(', ')}`,
    });
    return EXIT.usage;
  }
  const { id } = await withAccounts(readyPlace(options), (store) =>
    store.put({ username, password, personId: options.person, roles }),
  );
  terminal.result({ id, username }, (language) =>
    language === 'vi' ? `Đã lưu tài khoản ${username}` : `Account ${username} is in`,
  );
  return EXIT.ok;
}

async function copy(terminal: Terminal, options: Options): Promise<number> {
  const [place, folder] = [placeOf(options), resolve(options.from ?? '')];
  if (place.kind === 'folder' || !existsSync(join(folder, 'keys.db'))) {
    terminal.say(
      place.kind === 'folder'
        ? {
            vi: 'từ thư mục sang thư mục: chép tệp keys.db',
            en: 'from folder to folder: copy the file keys.db',
          }
        : { vi: `${folder} không có tài khoản`, en: `there are no accounts in ${folder}` },
    );
    return EXIT.usage;
  }
  const done = await copyAccounts(folder, place.viewsUrl);
  const text = {
    vi: `Đã chép ${done.copied} tài khoản; ${done.already} đã có từ trước.`,
    en: `Copied ${done.copied} accounts; ${done.already} were there before.`,
  };
  const otherKey = {
    vi: 'Khóa của mã nhập khẩu khác: cùng một danh sách sẽ cho những người khác.',
    en: 'The secret behind imported ids differs: the same list would give other people.',
  };
  terminal.result(done, (language) =>
    done.isImportKeySame ? text[language] : `${text[language]}\n${otherKey[language]}`,
  );
  return done.isImportKeySame ? EXIT.ok : EXIT.findings;
}

async function disable(
  terminal: Terminal,
  options: Options,
  [username = '']: readonly string[],
): Promise<number> {
  const found = await withAccounts(readyPlace(options), (store) =>
    store.setDisabled(username, true),
  );
  terminal.result({ username, disabled: found }, (language) => {
    if (!found)
      return language === 'vi'
        ? `không có tài khoản ${username}`
        : `there is no account ${username}`;
    return language === 'vi' ? `Đã khóa ${username}` : `${username} is disabled`;
  });
  return found ? EXIT.ok : EXIT.findings;
}
