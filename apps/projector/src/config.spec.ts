import { SettingError, type Variables } from '#libs/platform';
import { readConfig } from './config.js';

const URLS = {
  GUONG_EVENTS_URL: 'esdb://guong:secret@log1:2113,log2:2113?tls=true',
  GUONG_VIEWS_URL: 'postgres://guong:secret@views/guong',
};

const refusal = (variables: Variables): SettingError => {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof SettingError) return error;
  }
  throw new Error('it was taken');
};

describe('settings of a projector', () => {
  it('need nothing but the two addresses', () => {
    expect(readConfig(URLS)).toEqual({
      cluster: {
        eventsUrl: URLS.GUONG_EVENTS_URL,
        viewsUrl: URLS.GUONG_VIEWS_URL,
        eventsDeadlineMs: 5_000,
        viewsDeadlineMs: 5_000,
        viewsPoolSize: 10,
      },
      leaseMs: 10_000,
      telemetry: undefined,
      host: '127.0.0.1',
      port: 3001,
      production: false,
      logLevel: 'warn',
      language: 'en',
    });
  });

  it('are taken as given', () => {
    const given = {
      ...URLS,
      GUONG_EVENTS_URL: 'esdb+discover://guong:secret@log:2113',
      GUONG_VIEWS_URL: 'postgresql://views/guong',
      GUONG_LEASE_SECONDS: '30',
      HOST: '0.0.0.0',
      PORT: '8080',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      GUONG_ENV: 'production',
      LANG: 'vi_VN.UTF-8',
    };
    expect(readConfig(given)).toMatchObject({
      cluster: { eventsUrl: given.GUONG_EVENTS_URL, viewsUrl: given.GUONG_VIEWS_URL },
      leaseMs: 30_000,
      telemetry: { serviceName: 'guong-projector' },
      host: '0.0.0.0',
      port: 8080,
      production: true,
      logLevel: 'info',
      language: 'vi',
    });
  });

  it.each([
    ['no log', { GUONG_EVENTS_URL: '' }, 'GUONG_EVENTS_URL', 'esdb://'],
    ['a log of another kind', { GUONG_EVENTS_URL: 'http://log' }, 'GUONG_EVENTS_URL', 'esdb://'],
    ['a log without a host', { GUONG_EVENTS_URL: 'esdb://' }, 'GUONG_EVENTS_URL', 'esdb://'],
    [
      'neither of the two',
      { GUONG_EVENTS_URL: '', GUONG_VIEWS_URL: '' },
      'GUONG_EVENTS_URL',
      'esdb://',
    ],
    ['no database', { GUONG_VIEWS_URL: undefined }, 'GUONG_VIEWS_URL', 'postgres://'],
    ['another database', { GUONG_VIEWS_URL: 'mysql://x' }, 'GUONG_VIEWS_URL', 'postgres://'],
    ['a lease of a second', { GUONG_LEASE_SECONDS: '1' }, 'GUONG_LEASE_SECONDS', '2 to 300'],
    ['a port beyond all ports', { PORT: '65536' }, 'PORT', '65535'],
    ['an unknown log level', { GUONG_LOG: 'loud' }, 'GUONG_LOG', 'info'],
    ['an unknown environment', { GUONG_ENV: 'prod' }, 'GUONG_ENV', 'production'],
  ])('refuse %s, naming the variable and what it needs', (_name, changes, setting, needed) => {
    const { setting: named, text } = refusal({ ...URLS, ...changes });
    expect(named).toBe(setting);
    for (const line of Object.values(text)) expect(line).toContain(setting);
    expect(text.en).toContain(needed);
  });

  it('never say an address that was refused, since it may hold a password', () => {
    for (const name of ['GUONG_EVENTS_URL', 'GUONG_VIEWS_URL']) {
      const { text } = refusal({ ...URLS, [name]: 'https://guong:hunter2@log' });
      expect(`${text.vi} ${text.en}`).not.toMatch(/hunter2|https/);
    }
  });
});
