#!/usr/bin/env node
// npm test [-- PATH…]: ready the clone, check the types, run every test, end with one line of sums.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, sayOnStandardOutput as say } from './prepare.mjs';
import { main, ROOT, serverNode, Unready } from './runtime.mjs';

const TSC = 'node_modules/ts7/bin/tsc';
const JEST = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--maxWorkers=2',
];

await main(async () => {
  const only = process.argv.slice(2);
  const results = await readiness();
  if (only.length === 0) {
    results.push(await step('types of the server', [TSC, '-p', 'tsconfig.json', '--noEmit']));
    results.push(await step('types of the pages', [TSC, '-p', 'apps/web', '--noEmit']));
  }
  results.push(await jest(only));
  report(results);
});

/** Nothing to count when the clone is ready; a build that fails is a failure among the others. */
async function readiness() {
  try {
    await prepare();
    return [];
  } catch (problem) {
    if (!(problem instanceof Unready)) throw problem;
    say(problem.message);
    return [{ passed: 0, failed: 1, skipped: 0, pending: 0 }];
  }
}

/** One check that passes or fails as a whole. */
async function step(title, args) {
  const start = performance.now();
  const code = await run(args);
  const verdict = code === 0 ? 'passed' : 'FAILED';
  say(`${title}: ${verdict} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, pending: 0 };
}

/** All of Jest; its own output stays visible, its sums are read from the file it writes. */
async function jest(only) {
  const folder = mkdtempSync(join(tmpdir(), 'guong-test-'));
  const file = join(folder, 'result.json');
  try {
    const code = await run([...JEST, '--json', `--outputFile=${file}`, ...only], {
      stdio: ['inherit', 'ignore', 'inherit'], // Jest prints the result as JSON there too
    });
    return sums(JSON.parse(readFileSync(file, 'utf8')), code);
  } catch (problem) {
    say(`Jest left no result: ${problem.message}`);
    return { passed: 0, failed: 1, skipped: 0, pending: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sums(result, code) {
  // A file that does not even load has no tests to count, yet it is a failure.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests,
    pending: result.numTodoTests,
  };
}

async function run(args, options = { stdio: 'inherit' }) {
  if (
    !existsSync(
      join(
        ROOT,
        args.find((arg) => arg.startsWith('node_modules/')),
      ),
    )
  )
    return 1;
  const child = spawn(serverNode(), args, { cwd: ROOT, ...options });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function report(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  // On a line of their own: whoever reads the last line counts on its form.
  for (const kind of ['skipped', 'pending'])
    if (sum(kind) > 0) process.stdout.write(`${sum(kind)} ${kind}\n`);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}
