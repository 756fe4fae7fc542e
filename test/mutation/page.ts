import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../architecture/source-files.js';
import { ACCEPTED } from './accepted-survivors.js';
import type { Result } from './result-files.js';

export const PAGE = join(ROOT, 'docs/reference/mutation.md');

const GOLDEN = 'golden: ';
const sorted = ({ judged }: Result) => {
  const names = Object.keys(judged);
  return {
    all: names,
    golden: names.filter((name) => judged[name]!.startsWith(GOLDEN)),
    survivors: names.filter((name) => judged[name] === ''),
  };
};

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function tableOf(results: readonly Result[]): string[] {
  const lines = results.map((result) => {
    const { all, golden, survivors } = sorted(result);
    const noticed = all.length - golden.length - survivors.length;
    return [result.workflow, result.tests, all.length, noticed, golden.length, survivors.length];
  });
  const total = [1, 2, 3, 4, 5].map((column) =>
    lines.reduce((sum, line) => sum + Number(line[column]), 0),
  );
  return [
    row(['workflow', 'tests', 'changes', 'noticed by behaviour', 'by a golden text', 'by nothing']),
    row(['---', '---:', '---:', '---:', '---:', '---:']),
    ...lines.map(row),
    row(['**all**', '', ...total.slice(1)]),
  ];
}

/** `plan: everybody may` and `plan: not from planned` in one line. */
function byCommand(names: readonly string[]): string[] {
  const groups = Map.groupBy(names, (name) => name.slice(0, name.indexOf(': ')));
  return [...groups].map(
    ([command, changes]) =>
      `- \`${command}\`: ${changes.map((name) => name.slice(command.length + 2)).join('; ')}`,
  );
}

const survivorsOf = (results: readonly Result[]): string[] => {
  const lines = results.flatMap((result) =>
    sorted(result).survivors.map((name) => {
      const key = `${result.workflow} ${name}`;
      return `- ${key}: ${ACCEPTED[key] ?? 'no reason yet'}`;
    }),
  );
  return lines.length === 0 ? ['None.'] : lines;
};

/** Writes what came of the last run of every workflow. */
export function writePage(results: readonly Result[]): void {
  const golden = results.flatMap((result) => {
    const names = sorted(result).golden;
    return names.length === 0 ? [] : [`### ${result.workflow}`, '', ...byCommand(names), ''];
  });
  const text = [
    '# Mutation of the declarations',
    '',
    'Written by `npm run mutation`. Each change below is made to one declaration alone: a guard',
    'checks nothing; everybody may; one term of a policy gone; a personal command is no longer so;',
    'one state fewer to start from; a deadline dropped, a day later, without one of its steps or',
    'states; a fact leads nowhere. Then the specs of the workflow are run, with',
    '`who-may.spec.ts` and `own-hands.spec.ts` of `libs/workflows/src` and, for deadlines,',
    '`libs/engine/src/world-clocks.spec.ts`. A change that no behaviour shows may still be noticed',
    'by a golden text: the snapshot of the permission matrix and diagram, or the reference pages.',
    'That makes it visible in review, and is less than a test which says what is right.',
    '',
    ...tableOf(results),
    '',
    '## Noticed by nothing',
    '',
    ...survivorsOf(results),
    '',
    '## Noticed by a golden text alone',
    '',
    'Most of them are commands possible in several states, of which the tests use one, and terms that',
    'make no difference where a unit decides for itself.',
    '',
    ...golden,
  ];
  writeFileSync(PAGE, `${text.join('\n').trimEnd()}\n`);
}
