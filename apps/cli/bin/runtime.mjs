// Runs on the Node that is on the PATH (20 or newer) before anything is installed: no packages.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: the clone, or the installed package. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const OLDEST_SERVER_NODE = [24, 15];
const PARENT_CHECK_MS = 500;

/** A mistake that the reader can mend: one line, no stack trace. */
export class Unready extends Error {}

/** Prints an {@link Unready} as one line; anything else is our own mistake and keeps its stack. */
export async function main(action) {
  try {
    await action();
  } catch (problem) {
    if (!(problem instanceof Unready)) throw problem;
    process.stderr.write(`guong: ${problem.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * The Node that runs the product: the one npm installed with the other packages, so that every
 * clone runs the same version; else the current one when it is new enough.
 * @returns the path of the binary
 */
export function serverNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const installed = join(ROOT, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name);
  if (existsSync(installed)) return installed;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = OLDEST_SERVER_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return process.execPath;
  throw new Unready(
    `Node ${OLDEST_SERVER_NODE.join('.')} or newer is needed; this is ${process.version}, and no ` +
      `Node comes with the packages for ${process.platform}-${process.arch}. ` +
      'Install it from nodejs.org.',
  );
}

/**
 * Runs a built script on {@link serverNode} in place of this process: same arguments, same
 * standard streams, signals passed on, exit code passed back.
 * @param script path from {@link ROOT}
 * @param stopsWhenAsked true for a server, for which ending on Ctrl-C is success (exit code 0)
 */
export function handOver(script, args, { nodeArgs = [], stopsWhenAsked = false } = {}) {
  const path = join(ROOT, script);
  if (!existsSync(path)) throw new Unready(`${script} is missing after the build.`);
  const child = spawn(serverNode(), [...nodeArgs, path, ...args], { stdio: 'inherit' });
  const asked = passSignalsTo(child);
  const watch = stopWithNpm(child);
  return new Promise((resolve, reject) => {
    child.on('error', (problem) =>
      reject(new Unready(`${child.spawnfile} does not start: ${problem.message}`)),
    );
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      const exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
      process.exitCode = stopsWhenAsked && asked.has(signalOf(exitCode)) ? 0 : exitCode;
      resolve();
    });
  });
}

function signalOf(exitCode) {
  return Object.keys(constants.signals).find((name) => constants.signals[name] === exitCode - 128);
}

/** @returns the set of signals that arrived so far */
function passSignalsTo(child) {
  const asked = new Set();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child too, and npm sends it to us once more: the child must
      // not take one wish for three.
      const delivered = asked.has(signal) || (signal === 'SIGINT' && process.stdin.isTTY);
      asked.add(signal);
      if (!delivered) child.kill(signal);
    });
  }
  return asked;
}

/**
 * npm's shell may die of a signal without passing it on; a server must not outlive it unseen.
 * Without npm (nohup, a service manager) the parent may come and go.
 */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, PARENT_CHECK_MS);
}
