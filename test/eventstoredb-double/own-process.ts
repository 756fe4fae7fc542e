import { parseArgs } from 'node:util';
import { controlServer } from './control-server.js';
import { startDouble } from './double.js';

/** A double started from a command line. */
export interface OwnProcess {
  /** What to print: its address, then the address of the control door if one was asked for. */
  readonly lines: readonly string[];
  readonly stop: () => Promise<void>;
}

/**
 * Starts a double as a command line says: `--port N` (default: any), `--control N` (default: no
 * control door), `--user NAME` (default: admin), `--max-append-bytes N`.
 */
export async function startFrom(args: readonly string[]): Promise<OwnProcess> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      control: { type: 'string' },
      user: { type: 'string', default: 'admin' },
      'max-append-bytes': { type: 'string' },
    },
  });
  const limit = values['max-append-bytes'];
  const double = await startDouble({
    port: Number(values.port),
    user: values.user,
    ...(limit === undefined ? {} : { maxAppendBytes: Number(limit) }),
  });
  const control =
    values.control === undefined ? undefined : await controlServer(double, Number(values.control));
  return {
    lines: [double.url, ...(control ? [control.url] : [])],
    stop: async () => {
      await Promise.all([double.stop(), control?.stop()]);
    },
  };
}
