import { jest } from '@jest/globals';
import { startDouble } from '../../eventstoredb-double/index.js';
import type { CheckSize } from './check.rig.js';
import { CHECK_NAMES, CHECKS } from './single.checks.js';

jest.setTimeout(120_000);

const SMALL: CheckSize = { haystack: 100_000, meetings: 20, backlog: 1_000, deadlineMs: 10_000 };

describe('checks of `npm run torture -- cluster` over a double (18, 19, 20, 25, 26, 27)', () => {
  it.each(CHECK_NAMES)('%s', async (name) => {
    const double = await startDouble();
    const report = await CHECKS[name]({
      url: double.url,
      adminUrl: double.url,
      run: 'torture-1',
      seed: 20_271,
      double,
      size: SMALL,
    });
    await double.stop();
    expect(report.problems).toEqual([]);
  });

  it('tell of a log whose rights let the application cut it', async () => {
    const double = await startDouble();
    const { problems } = await CHECKS['metadata-attack']({
      url: double.url,
      adminUrl: undefined,
      run: 'torture-2',
      seed: 1,
      double: undefined,
      size: SMALL,
    });
    await double.stop();
    expect(problems).toEqual(expect.arrayContaining(['$maxCount by guong: done']));
  });
});
