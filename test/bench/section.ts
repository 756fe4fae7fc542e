import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterSection } from './cluster.section.js';
import { commandsSection } from './commands.section.js';
import { httpSection } from './http.section.js';
import { largeSection } from './large.section.js';
import { logSection } from './log.section.js';
import { personSection } from './person.section.js';
import { type ScaleName, SCALES, type Section } from './scale.js';
import { timersSection } from './timers.section.js';
import { visibleSection } from './visible.section.js';

// One part of the bench in a process of its own, so that no row inherits another's heap. It can be
// profiled alone: node --cpu-prof dist/test/bench/section.js commands quick
const SECTIONS: Readonly<Record<string, Section>> = {
  commands: commandsSection,
  log: logSection,
  visible: visibleSection,
  http: httpSection,
  person: personSection,
  large: largeSection,
  timers: timersSection,
  cluster: clusterSection,
};

const [name = '', scale = 'usual'] = process.argv.slice(2);
const section = SECTIONS[name];
if (section === undefined) throw new Error(`no section ${name}`);
const folder = mkdtempSync(join(tmpdir(), 'guong-bench-'));
try {
  process.stdout.write(JSON.stringify(await section(folder, SCALES[scale as ScaleName])));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
