const FORM = /^esdb(\+discover)?:\/\/[^/?#]+\/?(\?(?<options>.*))?$/;
const OPTIONS = new Set(
  [
    'userCertFile',
    'userKeyFile',
    'maxDiscoverAttempts',
    'connectionName',
    'defaultDeadline',
    'discoveryInterval',
    'gossipTimeout',
    'nodePreference',
    'tls',
    'tlsCAFile',
    'keepAliveInterval',
    'keepAliveTimeout',
  ].map((name) => name.toLowerCase()),
);

/**
 * Checks the address of a log before the client does, because the client prints an address that it
 * dislikes, password and all. Throws TypeError that names the option, never the address.
 */
export function requireLogUrl(url: string): void {
  const match = FORM.exec(url);
  if (match === null)
    throw new TypeError(
      'the address of the log must be esdb://HOST:PORT?OPTIONS (or with +discover)',
    );
  for (const pair of (match.groups?.['options'] ?? '').split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split('=');
    // A follower lags: what it calls the end of the log is not, and readers would pass over events.
    if (name.toLowerCase() === 'nodepreference' && value.toLowerCase() !== 'leader')
      throw new TypeError('the log is read from its leader: leave nodePreference out');
    if (!OPTIONS.has(name.toLowerCase()) || !/^[^=]+=[^=&?]+$/.test(pair))
      throw new TypeError(`the address of the log has an unusable option ${JSON.stringify(name)}`);
  }
}
