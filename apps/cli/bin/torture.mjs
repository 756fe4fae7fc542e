#!/usr/bin/env node
// npm run torture: kills the server under load and checks what it acknowledged.
import { prepare } from './prepare.mjs';
import { handOver, main } from './runtime.mjs';

await main(async () => {
  await prepare({ web: false });
  await handOver('dist/test/torture/main.js', process.argv.slice(2));
});
