/** What the system says of a connection that cannot be made or was lost. */
const OF_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);
/**
 * Classes of SQLSTATE after which the same may work in a moment: no connection, no room, an
 * operator stopped it; and a server that takes no writes, as after a change of the leading one.
 */
const OF_DATABASE = /^(08|53|57P|25006)/;
const UNDEFINED_TABLE = '42P01';
/** The driver gives these no code. */
const OF_DRIVER =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

/** Whether PostgreSQL cannot be reached, or not for now; other errors are mistakes of ours. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  // Told apart by shape: they come from the driver, the system and several attempts at once.
  const { code, message, errors } = error as Partial<Record<string, unknown>>;
  if (Array.isArray(errors)) return errors.some(isDatabaseAway);
  if (typeof code === 'string') return OF_CONNECTION.has(code) || OF_DATABASE.test(code);
  return typeof message === 'string' && OF_DRIVER.test(message);
}

/** A view that no projector has made yet: the database is there, and empty. */
export const isViewMissing = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === UNDEFINED_TABLE;
