import { WORKFLOWS } from '#libs/workflows';
import { changedText, goldenTexts } from './golden-texts.js';
import { ACCEPTED } from './accepted-survivors.js';
import { writePage } from './page.js';
import { keep, known, type Result } from './result-files.js';
import { CLOCK_SPECS, sourcesHash, specsOf } from './specs-of.js';
import { SpecSuite } from './spec-suite.js';
import { mutantsOf } from './workflow-mutants.js';

const HOUR = 3_600_000;

/** Runs the workflow's specs against every mutant that was not judged on these very sources. */
async function judge(name: string): Promise<Result> {
  const workflow = WORKFLOWS.find((one) => one.name === name)!;
  const specs = specsOf(name);
  const sources = sourcesHash(name);
  const before = known(name);
  const judged: Record<string, string> = before?.sources === sources ? { ...before.judged } : {};
  const suite = await SpecSuite.load(specs);
  const clocks = await SpecSuite.load(CLOCK_SPECS);
  expect(await clocks.firstFailure()).toBeUndefined();
  // A suite that is red without a change would kill everything.
  expect(await suite.firstFailure()).toBeUndefined();
  const texts = goldenTexts(workflow);
  const mutants = mutantsOf(workflow);
  for (const [index, mutant] of mutants.entries()) {
    if (judged[mutant.name] !== undefined) continue;
    const undo = mutant.apply();
    try {
      const noticed = async () =>
        (await suite.firstFailure()) ??
        (mutant.name.startsWith('deadline ') ? await clocks.firstFailure() : undefined);
      judged[mutant.name] = (await noticed()) ?? changedText(texts, workflow) ?? '';
    } finally {
      undo();
    }
    if (index % 25 === 0) keep({ workflow: name, sources, tests: suite.size, judged });
  }
  const result = { workflow: name, sources, tests: suite.size, judged };
  keep(result);
  return result;
}

describe('every change of a declaration turns some test red', () => {
  it.each(WORKFLOWS.map(({ name }) => name))(
    '%s',
    async (name) => {
      const { judged } = await judge(name);
      const survivors = Object.keys(judged).filter(
        (mutant) => judged[mutant] === '' && ACCEPTED[`${name} ${mutant}`] === undefined,
      );
      expect(survivors).toEqual([]);
    },
    HOUR,
  );

  // As far as anybody ran them here: a page with gaps would say less than the one that is there.
  afterAll(() => {
    const results = WORKFLOWS.map(({ name }) => known(name));
    if (results.every((result) => result !== undefined)) writePage(results);
  });
});
