import type { AwardForm, Level, Occasion } from '#libs/workflows';

/** Awards that one level decides at one time of the year. */
export interface AwardRound {
  /** Month and day from which they are on their way. */
  readonly from: string;
  readonly level: Level;
  readonly form: AwardForm;
  readonly occasion: Occasion;
  /** Years honoured, counted back from the year of the round: 0 is that year, 1 the year before. */
  readonly ago?: number;
  /** First year honoured, where the award covers several. */
  readonly since?: number;
  readonly members: number;
  readonly units: number;
}

const praise = (level: Level, members: number, units: number): AwardRound => ({
  ...{ from: '12-12', level, form: 'praise', occasion: 'year', members, units },
});
/** On the birthday of Hồ Chí Minh, for studying and following his example. */
const inMay = (level: Level, members: number, units: number): AwardRound => ({
  ...{ from: '05-12', level, form: 'certificate', occasion: 'thematic', members, units },
});
/** For those who were rated best in the year before. */
const forTheBest = (level: Level, members: number): AwardRound => ({
  ...{ from: '02-17', level, form: 'certificate', occasion: 'year', ago: 1, members, units: 0 },
});
const inJune = (level: Level, members: number, units: number): AwardRound => ({
  ...{ from: '06-10', level, form: 'praise', occasion: 'extraordinary', members, units },
});

/** 38 in the first year and 39 in the second: the 77 cases that the district's report names. */
const BINH_DAI: Readonly<Record<number, readonly AwardRound[]>> = {
  2021: [inMay('district', 4, 2), inMay('base', 4, 0), praise('district', 4, 2)],
  2022: [
    forTheBest('district', 5),
    forTheBest('base', 5),
    ...[inMay('district', 3, 2), inMay('base', 3, 0), praise('district', 3, 2)],
  ],
};

/** What each organisation decides in a year; the numbers are for its full size. */
export function awardRounds(scenarioId: string, year: number): readonly AwardRound[] {
  switch (scenarioId) {
    case 'binh-dai':
      return [...BINH_DAI[year]!, year === 2021 ? praise('base', 18, 4) : praise('base', 13, 3)];
    case 'bac-kan':
      return [
        ...[inJune('base', 22, 4), praise('base', 24, 4), praise('district', 8, 2)],
        ...[praise('province', 2, 0)],
      ];
    case 'phu-tho':
      return [praise('bloc', 4, 2), praise('base', 6, 0)];
    case 'thang-tam':
      return [praise('ward', 8, 2)];
    case 'lang-son':
      return year === 2010
        ? [{ ...inMay('sector', 10, 3), from: '12-10', since: 2006 }]
        : [praise('sector', 4, 1)];
    default:
      return [];
  }
}
