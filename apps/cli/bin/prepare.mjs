// Makes a clone ready to run: installs packages and builds what is stale. No packages here.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeTurn } from './one-at-a-time.mjs';
import { ROOT, serverNode, Unready } from './runtime.mjs';
import {
  contentHash,
  filesIn,
  fingerprint,
  installedAsLocked,
  stamp,
  textOf,
} from './staleness.mjs';

const INSTALLED = 'node_modules/.installed-lock';
const TSC = 'node_modules/ts7/bin/tsc';
const CONFIGURATION = ['tsconfig.json', 'tsconfig.build.json', 'package.json', INSTALLED];
const SERVER = ['libs', 'apps/api', 'apps/projector', 'apps/cli', 'test'];
const ASSETS = /\.(json|ya?ml|sql)$/;
const OUTPUT = /\.(js|js\.map)$/;

/**
 * Installs and builds what is stale; a second call costs a few dozen milliseconds.
 * @param web whether the pages are needed too
 * @param say receives one line per step
 */
export async function prepare({ web = true, say = sayOnStandardOutput } = {}) {
  if (!existsSync(join(ROOT, 'tsconfig.build.json'))) return; // an installed package comes built
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Unready(`Node 20 or newer is needed to start; this is ${process.version}.`);
  }
  const steps = [packages, server, ...(web ? [pages] : [])];
  if (!steps.some((step) => step().isStale)) return;
  const done = await takeTurn(say);
  try {
    for (const step of steps) {
      const { isStale, title, make } = step(); // asked again: the one before us may have done it
      if (isStale) await timed(title, make, say);
    }
  } finally {
    done();
  }
}

export function sayOnStandardOutput(line) {
  process.stdout.write(`guong: ${line}\n`);
}

export function sayOnStandardError(line) {
  process.stderr.write(`guong: ${line}\n`);
}

async function timed(title, make, say) {
  const start = performance.now();
  say(`${title} …`);
  await make(say);
  say(`${title}: done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function packages() {
  const lock = textOf('package-lock.json');
  const hash = contentHash(lock);
  const isNoted = textOf(INSTALLED) === hash;
  const isInstalled = () => installedAsLocked(lock, textOf('node_modules/.package-lock.json'));
  return {
    isStale: !isNoted && !isInstalled(),
    title: 'installing packages (about a minute the first time)',
    make: async (say) => {
      const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
      const locked = await run(...npm('ci', ...flags));
      if (locked.code !== 0) {
        say('npm ci failed, trying npm install. What it said:');
        say(lastLines(locked.output));
        const free = await run(...npm('install', '--no-save', ...flags));
        if (free.code !== 0) {
          throw new Unready(`packages cannot be installed:\n${lastLines(free.output)}`);
        }
      }
      stamp(INSTALLED, hash);
    },
  };
}

function server() {
  const sources = filesIn([...SERVER, ...CONFIGURATION]);
  const now = fingerprint(sources);
  return {
    isStale: textOf('dist/.built-server') !== now,
    title: 'building the server',
    make: async () => {
      await build('the server', serverNode(), [join(ROOT, TSC), '-p', 'tsconfig.build.json']);
      const assets = sources.filter((path) => path.includes('/') && ASSETS.test(path));
      for (const path of assets.filter((path) => !path.startsWith('node_modules/'))) {
        mkdirSync(dirname(join(ROOT, 'dist', path)), { recursive: true });
        copyFileSync(join(ROOT, path), join(ROOT, 'dist', path));
      }
      removeLeftovers();
      stamp('dist/.built-server', now);
    },
  };
}

/** Output whose source is gone must not be loaded by a folder listing (migrations, for one). */
function removeLeftovers() {
  for (const top of readdirSync(join(ROOT, 'dist'), { withFileTypes: true })) {
    if (!top.isDirectory()) continue;
    for (const entry of readdirSync(join(ROOT, 'dist', top.name), { recursive: true })) {
      const path = join(top.name, entry);
      const source = OUTPUT.test(path) ? path.replace(OUTPUT, '.ts') : path;
      if (!OUTPUT.test(path) && !ASSETS.test(path)) continue;
      if (!existsSync(join(ROOT, source))) rmSync(join(ROOT, 'dist', path), { force: true });
    }
  }
}

function pages() {
  const now = fingerprint(filesIn(['apps/web', INSTALLED]));
  const isBuilt = existsSync(join(ROOT, 'apps/web/dist/index.html'));
  return {
    isStale: !isBuilt || textOf('dist/.built-web') !== now,
    title: 'building the pages',
    make: async () => {
      await build('the pages', ...npm('run', 'build', '-w', 'apps/web'));
      stamp('dist/.built-web', now);
    },
  };
}

async function build(what, command, args) {
  const { code, output } = await run(command, args);
  if (code !== 0) throw new Unready(`${what} cannot be built:\n${lastLines(output, 60)}`);
}

/** The npm that started us, so that a second one on the PATH does not step in. */
function npm(...args) {
  const ours = process.env.npm_execpath ?? '';
  return ours.endsWith('npm-cli.js') ? [process.execPath, [ours, ...args]] : ['npm', args];
}

function run(command, args) {
  const shell = command === 'npm' && process.platform === 'win32';
  const child = spawn(command, args, { cwd: ROOT, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new Unready(`${command} is not on the PATH.`)));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function lastLines(text, count = 25) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
