#!/usr/bin/env node
// npm run histories: records streams as this release stores them, for the tests of later ones.
import { prepare } from './prepare.mjs';
import { handOver, main } from './runtime.mjs';

await main(async () => {
  await prepare({ web: false });
  await handOver('dist/test/histories/main.js', process.argv.slice(2));
});
