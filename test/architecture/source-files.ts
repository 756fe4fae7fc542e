import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of the repository: path from its root with forward slashes, and its lines. */
export interface SourceFile {
  path: string;
  lines: string[];
}

const TOPS = ['apps', 'libs', 'test', 'docs', 'docker', '.ci'];
const NEVER = /(^|\/)(node_modules|dist|coverage|data)$/;
const TEXT = /\.(ts|tsx|mjs|cjs|sql|json|ya?ml|md|css|html)$|\/run$/;

export const ROOT = process.cwd();

/** Every text file that people write, the root's own files included. */
export function sourceFiles(): SourceFile[] {
  const atRoot = entries('.').filter((entry) => entry.isFile());
  const paths = [
    ...atRoot.map((entry) => entry.name),
    ...TOPS.flatMap((top) => pathsUnder(top)),
  ].filter((path) => TEXT.test(path) && path !== 'package-lock.json');
  return paths.map((path) => ({ path, lines: textOf(path).replace(/\n$/, '').split('\n') }));
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Names of the folders (or files) directly in a folder; none when it does not exist. */
export function entries(folder: string) {
  try {
    return readdirSync(join(ROOT, folder), { withFileTypes: true });
  } catch {
    return [];
  }
}

function pathsUnder(folder: string): string[] {
  return entries(folder).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    // A library may keep its own data among the sources; a data folder elsewhere is the user's.
    if (NEVER.test(path) && !/\/src\/.*data$/.test(path)) return [];
    return entry.isDirectory() ? pathsUnder(path) : [path];
  });
}
