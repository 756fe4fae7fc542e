import { StoreError } from '#libs/event-store';
import { NewerKeysError } from '../accounts/account-store.port.js';
import { StartError } from '../texts/startup-texts.js';
import { clusterError, printedUrl } from './cluster-error.js';
import { clusterSettings, requiredClusterSettings } from './cluster-settings.js';
import { SettingError } from './environment.js';

const LOG = 'esdb://admin:geheim@log1:2113,log2:2113?tls=true';
const VIEWS = 'postgres://guong:geheim@views:5432/guong?sslmode=require';
const BOTH = { GUONG_EVENTS_URL: LOG, GUONG_VIEWS_URL: VIEWS };

const messageOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof SettingError) return `${error.text.en}\n${error.text.vi}`;
    throw error;
  }
  return 'taken';
};

describe('the settings of a cluster', () => {
  it('are none where both addresses are left out: everything is in one folder', () => {
    expect(clusterSettings({ GUONG_DATA: './data' })).toBeUndefined();
    expect(messageOf(() => requiredClusterSettings({}))).toMatch(/^GUONG_EVENTS_URL: is not set;/);
  });

  it('have defaults beside the two addresses', () => {
    const settings = {
      eventsUrl: LOG,
      viewsUrl: VIEWS,
      eventsDeadlineMs: 5_000,
      viewsDeadlineMs: 5_000,
      viewsPoolSize: 10,
      holidays: undefined,
    };
    expect(clusterSettings(BOTH)).toEqual(settings);
    expect(requiredClusterSettings(BOTH)).toEqual(settings);
    const own = clusterSettings({ ...BOTH, GUONG_HOLIDAYS: '/etc/guong/holidays.json' });
    expect(own?.holidays).toBe('/etc/guong/holidays.json');
  });

  const REFUSED: [string, object, RegExp][] = [
    ['only the log', { GUONG_VIEWS_URL: '' }, /^GUONG_VIEWS_URL: is not set although GUONG_EV/],
    ['only the views', { GUONG_EVENTS_URL: '' }, /^GUONG_EVENTS_URL: is not set although GUONG_VI/],
    ['the wrong way round', { GUONG_EVENTS_URL: VIEWS }, /^GUONG_EVENTS_URL: the address begins/],
    ['several databases', { GUONG_VIEWS_URL: 'postgres://a,b/c' }, /^GUONG_VIEWS_URL: one host/],
    ['a pool of none', { GUONG_VIEWS_POOL: '0' }, /^GUONG_VIEWS_POOL: a whole number from 1/],
    ['no deadline', { GUONG_EVENTS_DEADLINE_MS: '0' }, /^GUONG_EVENTS_DEADLINE_MS: a whole/],
    ['half a second', { GUONG_VIEWS_DEADLINE_MS: '0.5' }, /^GUONG_VIEWS_DEADLINE_MS: a whole/],
  ];
  it.each(REFUSED)('refuse %s', (_what, changes, says) => {
    const message = messageOf(() => clusterSettings({ ...BOTH, ...changes }));
    expect(message).toMatch(says);
    expect(message).not.toContain('geheim');
  });
});

describe('why a cluster does not open', () => {
  const driver = (code: string): Error => Object.assign(new Error('geheim'), { code });
  const CAUSES: [unknown, string, number][] = [
    [new StoreError('STORE_UNAVAILABLE', 'geheim'), 'EVENTS_UNREACHABLE', 69],
    [new StoreError('STORE_DENIED', 'geheim'), 'EVENTS_DENIED', 77],
    [new StoreError('STORE_UNSAFE', 'geheim'), 'EVENTS_UNSAFE', 78],
    [new StoreError('STORE_AHEAD', 'geheim'), 'EVENTS_OLDER', 65],
    [driver('ECONNREFUSED'), 'VIEWS_UNREACHABLE', 69],
    [new AggregateError([driver('ECONNREFUSED')]), 'VIEWS_UNREACHABLE', 69],
    [driver('57P03'), 'VIEWS_UNREACHABLE', 69],
    [driver('28P01'), 'VIEWS_DENIED', 77],
    [driver('3D000'), 'VIEWS_DENIED', 77],
    [new NewerKeysError(), 'VIEWS_NEWER', 76],
  ];
  it.each(CAUSES)('is said in one line: %s', (cause, code, exitCode) => {
    const error = clusterError(cause, { eventsUrl: LOG, viewsUrl: VIEWS });
    if (!(error instanceof StartError)) throw new Error('it has no words');
    expect([error.code, error.exitCode]).toEqual([code, exitCode]);
    for (const language of ['vi', 'en'] as const) {
      expect(error.line(language)).toMatch(
        code.startsWith('EVENTS') ? /esdb:\/\/log1:2113,log2:2113\b/ : /postgres:\/\/views:5432/,
      );
      expect(error.line(language)).not.toMatch(/geheim|\{|\n/);
    }
  });

  it('is said of holidays that cannot be', () => {
    const cause = Object.assign(new Error('x'), { code: 'HOLIDAYS_INVALID', path: 'years.2031' });
    const error = clusterError(cause, { eventsUrl: LOG, viewsUrl: VIEWS });
    expect(error).toMatchObject({ code: 'HOLIDAYS_INVALID', what: 'years.2031' });
  });

  it('is left as it is where it is a mistake of ours', () => {
    const mistake = new TypeError('x');
    expect(clusterError(mistake, { eventsUrl: LOG, viewsUrl: VIEWS })).toBe(mistake);
  });

  it('prints addresses without user, password and options', () => {
    expect(printedUrl(VIEWS)).toBe('postgres://views:5432/guong');
    expect(printedUrl('esdb://h')).toBe('esdb://h');
  });
});
