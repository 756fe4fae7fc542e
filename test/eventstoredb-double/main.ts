import { parseArgs } from 'node:util';
import { controlServer } from './control-server.js';
import { startDouble } from './double.js';

/**
 * A double as a process of its own. Prints its address on one line, and the address of the control
 * door on a second one when asked for it; SIGTERM or SIGINT stops it.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
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
  process.stdout.write(`${double.url}\n${control ? `${control.url}\n` : ''}`);
  const stop = () => {
    void Promise.all([double.stop(), control?.stop()]).then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

await main();
