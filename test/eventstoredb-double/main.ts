import { startFrom } from './own-process.js';

/** A double as a process of its own; SIGTERM or SIGINT stops it. Arguments: own-process.ts. */
const { lines, stop } = await startFrom(process.argv.slice(2));
process.stdout.write(`${lines.join('\n')}\n`);

const end = () => {
  void stop().then(() => process.exit(0));
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
