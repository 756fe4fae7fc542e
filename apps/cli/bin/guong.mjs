#!/usr/bin/env node
// npm run -s guong -- COMMAND, or guong COMMAND once installed.
import { prepare, sayOnStandardError } from './prepare.mjs';
import { handOver, main } from './runtime.mjs';

await main(async () => {
  const args = process.argv.slice(2);
  const serves = args[0] === 'serve';
  // Standard output belongs to the command: --json must stay JSON.
  await prepare({ web: serves, say: sayOnStandardError });
  const script = serves ? 'dist/apps/api/src/main.js' : 'dist/apps/cli/src/main.js';
  await handOver(script, serves ? args.slice(1) : args, { stopsWhenAsked: serves });
});
