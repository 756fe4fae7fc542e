#!/usr/bin/env node
// npm run docs: writes the reference of the workflows from their declarations.
import { prepare } from './prepare.mjs';
import { handOver, main } from './runtime.mjs';

await main(async () => {
  await prepare({ web: false });
  await handOver('dist/test/reference/main.js', process.argv.slice(2));
});
