#!/usr/bin/env node
// npm run -s guong -- COMMAND, or guong COMMAND once installed.
import { prepare, sayOnStandardError } from './prepare.mjs';
import { handOver, main } from './runtime.mjs';

await main(async () => {
  const args = process.argv.slice(2);
  const serves = ['serve', 'demo'].includes(args[0]);
  // Standard output belongs to the command: --json must stay JSON.
  await prepare({ web: serves, say: sayOnStandardError });
  await handOver('dist/apps/cli/src/main.js', args, { stopsWhenAsked: serves });
});
