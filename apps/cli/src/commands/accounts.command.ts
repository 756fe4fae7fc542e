import type { Command } from 'commander';
import { AccountStore, type Role, ROLES } from '#libs/platform';
import { action, type Options } from '../command.js';
import { readyFolder } from '../data-folder.js';
import { EXIT } from '../exit-codes.js';
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
  accounts.command('disable').argument('<username>').action(action(disable));
};

const open = (options: Options): AccountStore =>
  new AccountStore(readyFolder(options.data), Date.now);

function list(terminal: Terminal, options: Options): Promise<number> {
  const store = open(options);
  const accounts = store.all().map(({ username, personId, roles, demo, disabled }) => ({
    username,
    personId,
    roles,
    demo,
    disabled,
  }));
  store.close();
  terminal.result(accounts, () =>
    accounts
      .map(({ username, personId, roles, disabled }) =>
        [username, personId ?? '-', roles.join(',') || '-', disabled ? 'disabled' : ''].join('\t'),
      )
      .join('\n'),
  );
  return Promise.resolve(EXIT.ok);
}

async function put(
  terminal: Terminal,
  options: Options,
  [username = '']: readonly string[],
): Promise<number> {
  const password = process.env['GUONG_PASSWORD'] ?? '';
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
  const store = open(options);
  const { id } = await store.put({ username, password, personId: options.person, roles });
  store.close();
  terminal.result({ id, username }, (language) =>
    language === 'vi' ? `Đã lưu tài khoản ${username}` : `Account ${username} is in`,
  );
  return EXIT.ok;
}

function disable(
  terminal: Terminal,
  options: Options,
  [username = '']: readonly string[],
): Promise<number> {
  const store = open(options);
  const found = store.setDisabled(username, true);
  store.close();
  terminal.result({ username, disabled: found }, (language) => {
    if (!found)
      return language === 'vi'
        ? `không có tài khoản ${username}`
        : `there is no account ${username}`;
    return language === 'vi' ? `Đã khóa ${username}` : `${username} is disabled`;
  });
  return Promise.resolve(found ? EXIT.ok : EXIT.findings);
}
