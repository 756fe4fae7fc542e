import { expect } from '@jest/globals';
import {
  ShowMemberYearSheet,
  ShowMemberYearSheetHandler,
} from '../../../apps/api/src/cycle/member-year-sheet.query.js';
import { ShowUnitReport, ShowUnitReportHandler } from '../../../apps/api/src/cycle/report.query.js';
import type { Check, Loaded } from '../loaded.fixtures.js';

/** What the end of a year and of a period rests on. */
export const YEAR_END_CHECKS: Readonly<Record<string, Check>> = {
  ['thang-tam: capability the year-end sheet of a member lists every monthly review of every deed' +
  ', with links to the events']: yearSheets,

  'thang-tam: capability a five-year report for 2011-2015': fiveYears,
};

/** Members of one cell: as many marks of each deed as remarks, each found under its link. */
async function yearSheets(loaded: Loaded, { months, sheets }: Parameters<Check>[1]): Promise<void> {
  const { store } = loaded.world;
  const handler = new ShowMemberYearSheetHandler(store, months, sheets);
  const remarked = loaded.events('DeedRemarked', 'thang-tam');
  const members = [...new Set(remarked.map(({ data }) => data.memberId))].slice(0, 12);
  for (const memberId of members) {
    const year = 2013;
    const own = remarked.filter(({ data }) => data.memberId === memberId && data.year === year);
    const sheet = await handler.execute(new ShowMemberYearSheet(memberId, year));
    const keys = [...new Set(own.flatMap(({ data }) => data.deeds.map(({ key }) => key)))];
    expect(sheet.deeds.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
    for (const { key, marks } of sheet.deeds) {
      const links = marks.map(({ stream, revision }) => `${stream}@${revision}`);
      const counted = own
        .filter(({ data }) => data.deeds.some((deed) => deed.key === key))
        .map(({ stream, revision }) => `${stream}@${revision}`);
      expect(links.toSorted()).toEqual(counted.toSorted());
      expect(marks.length).toBeGreaterThanOrEqual(11);
    }
    expect(sheet.rating).toMatchObject({ state: 'final', decided: expect.any(String) });
    expect(sheet.chain.map(({ type }) => type)).toContain('RatingFinalised');
  }
}

/** The report of five years: every figure of every year, awards, models and the contest. */
async function fiveYears(
  loaded: Loaded,
  { indicators, honours, units }: Parameters<Check>[1],
): Promise<void> {
  const clock = () => Date.parse('2016-01-04T02:00:00.000Z');
  const handler = new ShowUnitReportHandler(indicators, honours, units, clock);
  const report = await handler.execute(new ShowUnitReport('thang-tam', 2011, 2015));
  expect(report.years.map(({ period }) => period)).toEqual(loaded.years('thang-tam'));
  const revoked = loaded.events('AwardRevoked', 'thang-tam').length;
  const decided = loaded.events('AwardDecided', 'thang-tam').length;
  expect(report.awards.reduce((sum, { count }) => sum + count, 0)).toBe(decided - revoked);
  expect(report.models).toHaveLength(5);
  expect(report.contests).toHaveLength(1);
  for (const { period, indicators: figures } of report.years) {
    const concluded = loaded
      .events('SessionConcluded', 'thang-tam')
      .filter(({ data }) => data.year === period);
    const rated = loaded
      .all('RatingDecided')
      .filter(({ data }) => data.year === period && data.listId === `thang-tam-${period}`);
    const excellent = rated.filter(({ data }) => data.rating === 'excellent');
    expect(figures.SESSION_DONE).toMatchObject({ numerator: concluded.length, denominator: 13 });
    expect(figures.RATING_EXCELLENT).toMatchObject({
      ...{ numerator: excellent.length, denominator: rated.length },
    });
    expect(concluded).toHaveLength(13);
  }
}
