#!/usr/bin/env node
// npm start: ready the clone, fill an empty data folder with the demo, then serve.
import { prepare } from './prepare.mjs';
import { handOver, main } from './runtime.mjs';

await main(async () => {
  await prepare();
  if (wantsDemo()) await handOver('dist/apps/cli/src/main.js', ['demo', '--if-empty']);
  if (process.exitCode) return;
  await handOver('dist/apps/api/src/main.js', process.argv.slice(2), { stopsWhenAsked: true });
});

/** GUONG_DEMO, by default 1 and in production 0; the server itself refuses other values. */
function wantsDemo() {
  const { GUONG_DEMO, GUONG_ENV } = process.env;
  return (GUONG_DEMO?.trim() || (GUONG_ENV === 'production' ? '0' : '1')) === '1';
}
