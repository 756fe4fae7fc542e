import type { Command } from 'commander';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EVENT_SCHEMAS, referenceFiles } from '#libs/definition-docs';
import { LANGUAGES, type Language } from '#libs/platform';
import { REACTORS, WORKFLOWS } from '#libs/workflows';
import { action, type Options } from '../command.js';
import { EXIT } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';

/** `docs`: the declarations of all workflows as pages, diagrams and schemas. */
export const docsCommand = (program: Command): void =>
  void program
    .command('docs')
    .description('workflows as documents: pages, BPMN, schemas / tài liệu các quy trình')
    .option('--out <folder>', 'where to write (default: ./workflow-docs)')
    .option('--lang <language>', 'vi, en or both (default: both)')
    .action(action(run));

const languagesOf = (asked: string | undefined): readonly Language[] =>
  asked === undefined || asked === 'both'
    ? LANGUAGES
    : LANGUAGES.filter((language) => language === asked);

async function run(terminal: Terminal, options: Options): Promise<number> {
  const languages = languagesOf(options.lang);
  if (languages.length === 0) {
    terminal.say({ vi: '--lang là vi, en hoặc both', en: '--lang is vi, en or both' });
    return EXIT.usage;
  }
  const folder = options.out ?? 'workflow-docs';
  const sources = { reactors: REACTORS, schemas: EVENT_SCHEMAS };
  const files = referenceFiles(WORKFLOWS, languages, sources);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const workflows = WORKFLOWS.map(({ name }) => name);
  const report = { folder, languages, workflows, files: [...files.keys()] };
  terminal.result(report, (language) =>
    language === 'vi'
      ? `Đã ghi ${files.size} tệp của ${workflows.length} quy trình vào ${folder}`
      : `Wrote ${files.size} files of ${workflows.length} workflows into ${folder}`,
  );
  return EXIT.ok;
}
