import type { Command } from 'commander';
import { advance, startOf } from '#libs/kernel';
import { streamOf } from '#libs/engine';
import type { StoredEvent } from '#libs/event-store';
import { action, type Options } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { placeOf } from '../place.js';
import type { Terminal } from '../terminal.js';
import { withProduct } from '../with-product.js';

/** `replay WORKFLOW ID`: the facts of one record in order, and the state they fold to. */
export const replayCommand = (program: Command): void =>
  void program
    .command('replay')
    .description('one record as it was on a date / một hồ sơ vào một ngày')
    .argument('<workflow>')
    .argument('<id>')
    .option('--as-of <date>', 'only what had happened by the end of that day')
    .option('--known <date>', 'only what had been recorded by the end of that day')
    .action(action(run));

const endOf = (date: string | undefined): string =>
  date === undefined ? '9999' : `${date}T23:59:59.999Z`;

async function run(
  terminal: Terminal,
  options: Options,
  [name = '', id = '']: readonly string[],
): Promise<number> {
  return withProduct(placeOf(options), async ({ engine, store }) => {
    const workflow = engine.workflow(name);
    if (!workflow?.idPattern.test(id)) {
      terminal.say({ vi: `không có hồ sơ ${name} ${id}`, en: `there is no record ${name} ${id}` });
      return EXIT.usage;
    }
    const facts = (await store.read(streamOf(workflow, id))).filter(
      ({ occurredAt, recordedAt }) =>
        occurredAt <= endOf(options.asOf) && recordedAt <= endOf(options.known),
    );
    const { stateName, state, revision } = advance(startOf(workflow, id), facts);
    terminal.result(
      { workflow: name, id, revision, stateName, state, facts: facts.map(line) },
      () =>
        [
          ...facts.map((fact) => Object.values(line(fact)).join('  ')),
          '',
          stateName,
          JSON.stringify(state, null, 2),
        ].join('\n'),
    );
    return facts.length > 0 ? EXIT.ok : EXIT.findings;
  });
}

const line = ({ revision, occurredAt, recordedAt, type, actor, policy }: StoredEvent) => ({
  revision,
  occurredAt,
  recordedAt,
  type,
  actor,
  policy,
});
