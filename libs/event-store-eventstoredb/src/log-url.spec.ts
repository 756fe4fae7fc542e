import { requireLogUrl } from './log-url.js';

describe('the address of a log', () => {
  it.each([
    'esdb://log:2113',
    'esdb+discover://guong:secret@log:2113/',
    'esdb://guong:secret@log1:2113,log2:2113?tls=true&tlsCAFile=/tls/ca.crt',
    'esdb://log:2113?nodePreference=leader',
  ])('may be %s', (url) => expect(() => requireLogUrl(url)).not.toThrow());

  it.each([
    ['of another kind', 'http://guong:hunter2@log', 'esdb://'],
    ['without a host', 'esdb://', 'esdb://'],
    ['with an unknown option', 'esdb://guong:hunter2@log?color=red', '"color"'],
    [
      'that mutes refusals',
      'esdb://guong:hunter2@log?throwOnAppendFailure=false',
      '"throwOnAppendFailure"',
    ],
    ['that reads followers', 'esdb://guong:hunter2@log?nodePreference=follower', 'leader'],
    ['that reads anybody', 'esdb://guong:hunter2@log?nodepreference=random', 'leader'],
  ])('is refused %s, without its password', (_name, url, said) => {
    expect(() => requireLogUrl(url)).toThrow(said);
    expect(() => requireLogUrl(url)).not.toThrow(/hunter2/);
  });
});
