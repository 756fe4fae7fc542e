#!/usr/bin/env node
// npm start: ready the clone, then serve.
import { prepare } from './prepare.mjs';
import { handOver, main } from './runtime.mjs';

await main(async () => {
  await prepare();
  await handOver('dist/apps/api/src/main.js', process.argv.slice(2), { stopsWhenAsked: true });
});
