import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../architecture/source-files.js';

const SOURCES = join(ROOT, 'libs/workflows/src');

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => join(folder, file));

/** Over all workflows, about people; they are quick, and so come first. */
const PEOPLE = ['who-may.spec.ts', 'own-hands.spec.ts'].map((file) => join(SOURCES, file));
const WORLD_CLOCKS = join(ROOT, 'libs/engine/src/world-clocks.spec.ts');

/** The specs of one workflow: those over all workflows about people, and those in its folder. */
export const specsOf = (workflow: string): readonly string[] => [
  ...PEOPLE,
  ...filesOf(join(SOURCES, workflow)).filter((file) => file.endsWith('.spec.ts')),
];

/** What is asked besides about a changed deadline: it builds a whole world, which takes a while. */
export const CLOCK_SPECS: readonly string[] = [WORLD_CLOCKS];

/** A hash over what the outcome rests on: the workflow's folder and the kernel. */
export function sourcesHash(workflow: string): string {
  const hash = createHash('sha256');
  for (const folder of [join(SOURCES, workflow), join(ROOT, 'libs/kernel/src')])
    for (const file of [...filesOf(folder), ...PEOPLE, WORLD_CLOCKS])
      hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
