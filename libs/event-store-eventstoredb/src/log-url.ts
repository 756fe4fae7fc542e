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
    const [name = ''] = pair.split('=');
    if (!OPTIONS.has(name.toLowerCase()) || !/^[^=]+=[^=&?]+$/.test(pair))
      throw new TypeError(`the address of the log has an unusable option ${JSON.stringify(name)}`);
  }
}
