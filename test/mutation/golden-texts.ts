import { EVENT_SCHEMAS, referenceFiles } from '#libs/definition-docs';
import type { AnyWorkflow } from '#libs/kernel';
import { LANGUAGES } from '#libs/platform';
import { REACTORS } from '#libs/workflows';
import { goldenText } from '#libs/workflows/testing';

/**
 * The texts of a declaration that tests hold against what was reviewed: the permission matrix with
 * the diagram (a snapshot), and the pages of the reference. They notice every change that they
 * can say, whether or not it was meant; that is less than a test of behaviour.
 */
export const goldenTexts = (workflow: AnyWorkflow): Readonly<Record<string, string>> => ({
  'golden: permission matrix': goldenText(workflow),
  'golden: reference': [
    ...referenceFiles([workflow], LANGUAGES, {
      reactors: REACTORS,
      schemas: EVENT_SCHEMAS,
    }).values(),
  ].join('\n'),
});

/** Name of the first of these texts that is another now. */
export const changedText = (
  before: Readonly<Record<string, string>>,
  workflow: AnyWorkflow,
): string | undefined => {
  const now = goldenTexts(workflow);
  return Object.keys(before).find((name) => before[name] !== now[name]);
};
