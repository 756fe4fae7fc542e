#!/usr/bin/env node
// npm run bench: measures this machine's limit and ours in one run.
import { prepare } from './prepare.mjs';
import { handOver, main } from './runtime.mjs';

await main(async () => {
  await prepare({ web: false });
  await handOver('dist/test/bench/main.js', process.argv.slice(2));
});
