import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../architecture/source-files.js';

/** What came of the mutants of one workflow. */
export interface Result {
  readonly workflow: string;
  /** Hash of the sources it was judged on. */
  readonly sources: string;
  /** Number of tests that were run. */
  readonly tests: number;
  /** By the mutant's name: the test that noticed it; empty: none did. */
  readonly judged: Readonly<Record<string, string>>;
}

/** Not part of the repository: whoever runs it again goes on where it was left. */
const FOLDER = join(ROOT, 'node_modules/.cache/guong-mutation');
const fileOf = (workflow: string): string => join(FOLDER, `${workflow}.json`);

/** What is known from an earlier run, if there was one. */
export function known(workflow: string): Result | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(workflow), 'utf8')) as Result;
  } catch {
    return undefined;
  }
}

export function keep(result: Result): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(result.workflow), JSON.stringify(result, undefined, 1));
}
