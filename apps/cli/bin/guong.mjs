#!/usr/bin/env node
// npm run -s guong -- COMMAND, or guong COMMAND once installed.
import { prepare, sayOnStandardError } from './prepare.mjs';
import { handOver, main } from './runtime.mjs';

/** What goes on until it is stopped, by the word that starts it. */
const SERVERS = {
  serve: 'dist/apps/api/src/main.js',
  projector: 'dist/apps/projector/src/main.js',
};

await main(async () => {
  const args = process.argv.slice(2);
  const server = SERVERS[args[0]];
  const serves = server !== undefined;
  // Standard output belongs to the command: --json must stay JSON.
  await prepare({ web: args[0] === 'serve', say: sayOnStandardError });
  const script = server ?? 'dist/apps/cli/src/main.js';
  await handOver(script, serves ? args.slice(1) : args, { stopsWhenAsked: serves });
});
