import { type LoadOptions, type LoadReport, loadScenarios } from './loader.js';
import { smallDemo } from './scale.js';

/** Loads the smallest demonstration: one finished year, the year after it open. */
export const loadSmallDemo = (
  options: Omit<LoadOptions, 'scenarios' | 'scale'> & { readonly finishedYear: number },
): Promise<LoadReport> =>
  loadScenarios({ ...options, scenarios: [smallDemo(options.finishedYear)] });
