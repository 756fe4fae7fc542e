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

/** Specs of behaviour over all workflows. */
const TOGETHER = [join(SOURCES, 'own-hands.spec.ts')];

/** The specs of one workflow: those in its folder, and those over all workflows. */
export const specsOf = (workflow: string): readonly string[] => [
  ...filesOf(join(SOURCES, workflow)).filter((file) => file.endsWith('.spec.ts')),
  ...TOGETHER,
];

/** A hash over what the outcome rests on: the workflow's folder and the kernel. */
export function sourcesHash(workflow: string): string {
  const hash = createHash('sha256');
  for (const folder of [join(SOURCES, workflow), join(ROOT, 'libs/kernel/src')])
    for (const file of [...filesOf(folder), ...TOGETHER])
      hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
