import { StartError } from '#libs/platform';
import type { Config } from './config.js';

/** Why a port cannot be listened on, in words an operator can act on. */
export function listenError(error: Error, config: Pick<Config, 'host' | 'port'>): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new StartError('PORT_IN_USE', String(config.port), { cause: error });
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartError('PORT_REFUSED', `${config.host}:${config.port}`, { cause: error });
  return error;
}
