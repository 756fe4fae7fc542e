import { isIP } from 'node:net';
import { SettingError, textSetting, type Variables } from './environment.js';

/** Groups of addresses by name, as the server knows them. */
const GROUPS = ['loopback', 'linklocal', 'uniquelocal'];

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const bitsMax = isIP(address) === 4 ? 32 : 128;
  return (
    isIP(address) !== 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= bitsMax))
  );
};

/**
 * Proxies whose word counts about where a request comes from (`X-Forwarded-For`): addresses,
 * networks (`10.0.0.0/8`) or groups, with commas between. Empty by default: anybody can write such
 * a header, and sign-ins are limited by address. Throws SettingError.
 */
export function proxySetting(variables: Variables, name: string): readonly string[] {
  const proxies = textSetting(variables, name, '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const wrong = proxies.find((text) => !GROUPS.includes(text) && !isNetwork(text));
  if (wrong === undefined) return proxies;
  const may = `10.0.0.1, 10.0.0.0/8, ${GROUPS.join(', ')}`;
  throw new SettingError(name, {
    vi: `${name}: cần địa chỉ hoặc mạng của proxy (${may}), không phải "${wrong}"`,
    en: `${name}: addresses or networks of proxies (${may}) are needed, not "${wrong}"`,
  });
}
