import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type Conditions, conditions, load } from './conditions.js';
import { measurePeers, withPeers } from './peer.rows.js';
import type { Row } from './row.js';
import { meets } from './row.js';
import { type ScaleName } from './scale.js';
import { renderTable } from './table.js';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../../..');
const OUTPUT_MAX_BYTES = 1024 * 1024;

/** Which rows each section gives: `--only` runs no more than it must. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  commands: ['single-', 'burst-'],
  log: ['read', 'rebuild'],
  visible: ['visible'],
  http: ['http-'],
  person: ['person'],
  large: ['dashboard-', 'growth-', 'start'],
  timers: ['timers'],
  cluster: ['cluster-'],
};
const PEER_ROWS = ['single-', 'burst-', 'read', 'rebuild'];

const USAGE = `npm run bench -- [--quick | --full] [--only ROW] [--json] [--date ISO]
  --quick  about 40 seconds on an idle machine, smaller logs
  --full   a log of 5 million events, longer rounds
  --only   rows whose name begins with it: ${Object.values(SECTIONS).flat().join(' ')}
  --json   prints the results as JSON
  --date   the date to note in the results; default now
A run of all rows (not --quick) writes bench/results.json.
`;

const touches = (rows: readonly string[], only: string): boolean =>
  rows.some((row) => row.startsWith(only) || only.startsWith(row));

async function rowsOf(section: string, scale: ScaleName): Promise<readonly Row[]> {
  const program = join(import.meta.dirname, 'section.js');
  const { stdout, stderr } = await run(process.execPath, [program, section, scale], {
    maxBuffer: OUTPUT_MAX_BYTES,
  });
  // What was left out, and why.
  process.stderr.write(stderr);
  return JSON.parse(stdout) as readonly Row[];
}

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean' },
      full: { type: 'boolean' },
      only: { type: 'string', default: '' },
      json: { type: 'boolean' },
      date: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return void process.stdout.write(USAGE);
  const say = (text: string): void => void process.stderr.write(text);
  const scale: ScaleName = values.quick ? 'quick' : values.full ? 'full' : 'usual';
  const { only } = values;
  const folder = mkdtempSync(join(tmpdir(), 'guong-bench-'));
  try {
    const date = values.date ?? new Date().toISOString();
    const circumstances = conditions(date, ROOT, folder);
    const began = performance.now();
    say(touches(PEER_ROWS, only) ? 'peer … ' : '');
    const peers = touches(PEER_ROWS, only) ? await measurePeers(folder, scale) : undefined;
    const rows: Row[] = [];
    for (const [section, ids] of Object.entries(SECTIONS)) {
      if (!touches(ids, only)) continue;
      say(`${section} … `);
      rows.push(...(await rowsOf(section, scale)));
    }
    const seconds = Math.round((performance.now() - began) / 1000);
    say(`${seconds} s\n`);
    const shown = withPeers(rows, peers).filter(({ id }) => id.startsWith(only));
    // A section may have been left out: it has said why.
    const isKnown = Object.values(SECTIONS).some((ids) => touches(ids, only));
    if (!isKnown) throw new Error(`no row begins with ${only}`);
    const results = {
      scale,
      seconds,
      conditions: { ...circumstances, loadAfter: load() },
      rows: shown,
    };
    const json = `${JSON.stringify(results, undefined, 2)}\n`;
    process.stdout.write(values.json ? json : `${renderTable(shown)}\n`);
    const missed = shown.filter((row) => meets(row) === false);
    if (!values.json)
      process.stdout.write(`${conditionsText(results)}${missed.length} targets missed\n`);
    if (only !== '' || scale === 'quick') return;
    mkdirSync(join(ROOT, 'bench'), { recursive: true });
    writeFileSync(join(ROOT, 'bench/results.json'), json);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const conditionsText = ({ conditions: c }: { conditions: Conditions }): string =>
  `node ${c.node}, ${c.processors} × ${c.processor}, ${c.memoryGiB} GiB, ` +
  `${c.syncsPerSecond} bare writes with sync/s, load ${c.loadBefore.toFixed(1)} before, commit ${c.commit}\n`;

await bench();
