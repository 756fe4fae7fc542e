import { SettingError, textSetting, type Variables } from './environment.js';

/** What an address has to look like. */
export interface UrlForm {
  /** Without the colon: `postgres`. */
  readonly schemes: readonly string[];
  /** Shown to whoever gave another one. */
  readonly example: string;
  /** Whether several hosts may be named, with commas between. */
  readonly hosts?: 'one' | 'several';
}

/** Scheme, user and password, hosts, path and options; hosts may be several, unlike in `URL`. */
const PARTS =
  /^([a-z][a-z0-9+.-]*):\/\/(?:[^@/?#\s]*@)?([^@/?#\s]+)(?:\/[^?#\s]*)?(?:\?[^#\s]*)?$/i;
const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)(?::(\d{1,5}))?$/i;
const PORT_MAX = 65_535;

/**
 * An address, or `undefined` if there is none. Throws SettingError, which names what is wrong and
 * never says the value: an address holds a password, and what is said at the start ends up in logs.
 */
export function urlSetting(variables: Variables, name: string, form: UrlForm): string | undefined {
  const value = textSetting(variables, name, '');
  if (value === '') return undefined;
  const [, scheme, hosts] = PARTS.exec(value) ?? [];
  if (scheme === undefined || hosts === undefined) throw wrong(name, form, FORM);
  if (!form.schemes.includes(scheme.toLowerCase())) throw wrong(name, form, SCHEME);
  const named = hosts.split(',');
  if (named.length > 1 && form.hosts !== 'several') throw wrong(name, form, ONE_HOST);
  for (const host of named) {
    const [isHost, port = '0'] = HOST.exec(host) ?? [];
    if (isHost === undefined || Number(port) > PORT_MAX) throw wrong(name, form, HOST_OR_PORT);
  }
  return value;
}

const FORM = { vi: 'sai dạng địa chỉ', en: 'this is no address' };
const SCHEME = { vi: 'sai phần đầu của địa chỉ', en: 'the address begins otherwise' };
const ONE_HOST = { vi: 'chỉ được một máy chủ', en: 'one host only' };
const HOST_OR_PORT = { vi: 'sai tên máy chủ hoặc cổng', en: 'a host or a port is wrong' };

const wrong = (name: string, { schemes, example }: UrlForm, what: { vi: string; en: string }) => {
  const begins = schemes.map((scheme) => `${scheme}://`).join(', ');
  return new SettingError(name, {
    vi: `${name}: ${what.vi}; cần dạng ${example} (${begins})`,
    en: `${name}: ${what.en}; the form ${example} is needed (${begins})`,
  });
};
