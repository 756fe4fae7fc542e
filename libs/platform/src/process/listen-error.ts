import { StartError } from '../texts/startup-texts.js';

/** Why a port cannot be listened on, in words an operator can act on. */
export function listenError(
  error: Error,
  { host, port }: { readonly host: string; readonly port: number },
): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new StartError('PORT_IN_USE', String(port), { cause: error });
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartError('PORT_REFUSED', `${host}:${port}`, { cause: error });
  return error;
}
