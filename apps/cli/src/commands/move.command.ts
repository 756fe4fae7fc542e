import type { Command } from 'commander';
import type { LogEquality, MoveOutcome } from '#libs/assembly';
import type { Bilingual } from '#libs/platform';
import { action, type Options } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { requireIdle } from '../idle-log.js';
import { copyLog } from '../log-copying.js';
import { isMissing, isSameLog, type LogPlace, logPlace, nameOfLog } from '../log-place.js';
import { nextSteps, said } from '../move-texts.js';
import { dataFolder } from '../place.js';
import type { Terminal } from '../terminal.js';

/** `move --to PLACE`: copies the whole log into an empty place and proves that both are equal. */
export const moveCommand = (program: Command): void =>
  void program
    .command('move')
    .description('copy the log elsewhere and prove it equal / chép nhật ký sang nơi khác')
    .requiredOption('--to <place>', 'esdb://user:password@host:2113 or a folder')
    .option('--from <place>', 'esdb://… or a folder (default: the data folder)')
    .action(action(run));

async function run(terminal: Terminal, options: Options): Promise<number> {
  const from = logPlace(options.from ?? dataFolder(options));
  const to = logPlace(options.to ?? '');
  const mistake = mistakeIn(from, to);
  if (mistake !== undefined) {
    terminal.say(mistake);
    return EXIT.usage;
  }
  for (const place of [from, to]) await requireIdle(place, options.variables);
  const start = performance.now();
  const outcome = await copyLog(terminal, from, to);
  const seconds = (performance.now() - start) / 1000;
  const places = { from: nameOfLog(from), to: nameOfLog(to) };
  terminal.result({ ...places, ...answerOf(outcome), seconds }, (language) =>
    [
      ...said(outcome, places, language),
      ...(outcome.kind === 'moved' ? ['', ...nextSteps(from, to, language)] : []),
    ].join('\n'),
  );
  return outcome.kind === 'moved' ? EXIT.ok : EXIT.findings;
}

function mistakeIn(from: LogPlace, to: LogPlace): Bilingual | undefined {
  if (isMissing(from))
    return {
      vi: `${nameOfLog(from)} không có nhật ký nào`,
      en: `there is no log in ${nameOfLog(from)}`,
    };
  if (isSameLog(from, to))
    return { vi: 'nguồn và đích là một', en: 'source and target are the same' };
  return undefined;
}

/** What `--json` says: a code of its own for each outcome, no content. */
function answerOf(outcome: MoveOutcome): object {
  const proof = (equality: LogEquality | undefined) =>
    equality && { source: equality.source, target: equality.target };
  if (outcome.kind === 'moved')
    return { kind: 'moved', copied: outcome.copied, ...proof(outcome.equality) };
  if (outcome.kind === 'grew') return { kind: 'refused', code: 'MOVE_SOURCE_GREW' };
  if (outcome.kind === 'foreign')
    return { kind: 'refused', code: 'MOVE_TARGET_DIFFERS', foreign: outcome.stream };
  const { difference, equality } = outcome;
  return { kind: 'refused', code: 'MOVE_TARGET_DIFFERS', difference, ...proof(equality) };
}
