import { SettingError } from './environment.js';
import { proxySetting } from './proxy-setting.js';
import { type UrlForm, urlSetting } from './url-setting.js';

const LOG: UrlForm = { schemes: ['esdb', 'esdb+discover'], example: 'esdb://h', hosts: 'several' };
const ONE: UrlForm = { schemes: ['postgres', 'postgresql'], example: 'postgres://h/db' };
const SECRET = 'geheim-und-lang';

describe('an address as a setting', () => {
  const TAKEN: [string, UrlForm][] = [
    ['esdb://localhost:2113', LOG],
    ['esdb://127.0.0.1:2113?tls=false', LOG],
    ['esdb+discover://admin:p%40ss@log.internal:2113?keepAliveInterval=10000', LOG],
    ['esdb://u:p@a:2113,b:2113,c:2113?tls=true&tlsCaFile=/tls/ca.crt', LOG],
    ['ESDB://LOG.INTERNAL', LOG],
    ['postgres://guong@views/guong', ONE],
    ['postgresql://guong:p%3Aw@[::1]:5432/guong?sslmode=verify-full', ONE],
    ['postgres://guong@10.0.0.7', ONE],
    ['postgres://my_db-1.example.vn:65535/x', ONE],
  ];
  it.each(TAKEN)('is taken: %s', (value, form) => {
    expect(urlSetting({ A: ` ${value} ` }, 'A', form)).toBe(value);
  });

  it('may be left out', () => {
    expect(urlSetting({}, 'A', LOG)).toBeUndefined();
    expect(urlSetting({ A: ' ' }, 'A', LOG)).toBeUndefined();
  });

  const REFUSED: [string, UrlForm, string][] = [
    ['localhost:2113', LOG, 'this is no address'],
    ['esdb:/localhost', LOG, 'this is no address'],
    ['esdb://', LOG, 'this is no address'],
    [`esdb://u:${SECRET}@`, LOG, 'this is no address'],
    [`esdb://u:${SECRET} x@h:2113`, LOG, 'this is no address'],
    [`http://u:${SECRET}@h:2113`, LOG, 'the address begins otherwise'],
    [`mysql://u:${SECRET}@h/db`, ONE, 'the address begins otherwise'],
    [`postgres://u:${SECRET}@a,b/db`, ONE, 'one host only'],
    [`postgres://u:${SECRET}@h:port/db`, ONE, 'a host or a port is wrong'],
    [`postgres://u:${SECRET}@h:70000/db`, ONE, 'a host or a port is wrong'],
    [`esdb://u:${SECRET}@a:2113,,c:2113`, LOG, 'a host or a port is wrong'],
    // An @ in a password that was not escaped: part of it would be taken for the host.
    [`postgres://u:${SECRET}@x@h/db`, ONE, 'this is no address'],
  ];
  it.each(REFUSED)('is refused by name, without its value: %s', (value, form, says) => {
    let error: unknown;
    try {
      urlSetting({ A_URL: value }, 'A_URL', form);
    } catch (problem) {
      error = problem;
    }
    if (!(error instanceof SettingError)) throw new Error(`taken: ${value}`);
    expect(error.text.en).toMatch(`A_URL: ${says}; the form ${form.example} is needed`);
    for (const text of [error.text.en, error.text.vi, error.stack])
      expect(text).not.toMatch(/geheim|u:/);
  });
});

describe('proxies that are believed', () => {
  it('are none by default, else addresses, networks and groups', () => {
    expect(proxySetting({}, 'P')).toEqual([]);
    expect(proxySetting({ P: '10.0.0.1, 10.0.0.0/8,::1,fd00::/8, loopback' }, 'P')).toEqual([
      ...['10.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8', 'loopback'],
    ]);
  });

  it.each(['*', 'true', '10.0.0.0/33', '10.0.0', 'fd00::/129', '10.0.0.0/8/8', 'proxy.internal'])(
    'are not %s',
    (value) => {
      expect(() => proxySetting({ P: `loopback,${value}` }, 'P')).toThrow(SettingError);
    },
  );
});
