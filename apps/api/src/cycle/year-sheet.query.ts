import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Engine } from '#libs/engine';
import {
  type CapGauge,
  type RatingItem,
  UnitTreeQueries,
  YearSheetQueries,
} from '#libs/read-models';
import { judgeCap, type Rating, RULE_PACKS, rulePack } from '#libs/workflows';
import { CLOCK, ENGINE } from '../ports.js';
import { subtreeOf, todayOf } from '../units/units.queries.js';

/** Ratings of a year as a deciding body looks at them, with how full its cap is. */
export interface UnitYearSheet {
  readonly unitId: string;
  readonly year: number;
  readonly rulePack: string | undefined;
  /** As last judged by a decision; before one, all null. */
  readonly cap: CapGauge;
  /** What the list holds now: excellent and good among proposed, appraised and decided. */
  readonly now: { readonly excellent: number; readonly good: number; readonly rated: number };
  /** How full the list would be if it were decided as it stands; null: no rules of that year. */
  readonly standing: ListStanding | null;
  readonly rows: readonly RatingItem[];
}

/** `exceptional`: the percentage that a document may allow; null: never more. */
export type ListStanding = ReturnType<typeof judgeCap> & { readonly exceptional: number | null };

export class ShowUnitYearSheet extends Query<UnitYearSheet> {
  constructor(
    readonly unitId: string,
    readonly year: number,
  ) {
    super();
  }
}

const standing = ({ decided, appraised, proposed }: RatingItem): string | null =>
  decided ?? appraised ?? proposed;

function standingOf(packId: string | undefined, ratings: readonly (string | null)[]) {
  const cap = RULE_PACKS.find(({ id }) => id === packId)?.classification.cap;
  if (cap === undefined) return null;
  const given = ratings.filter((rating) => rating !== null) as Rating[];
  return { ...judgeCap(cap, given), exceptional: cap.exceptionalPercent ?? null };
}

@QueryHandler(ShowUnitYearSheet)
export class ShowUnitYearSheetHandler implements IQueryHandler<ShowUnitYearSheet> {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(YearSheetQueries) private readonly sheets: YearSheetQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ unitId, year }: ShowUnitYearSheet) {
    const own = await this.sheets.ratings({ listUnitId: unitId }, year);
    // A cell decides nothing itself: it sees its own people's lines of the list above.
    const rows =
      own.length > 0
        ? own
        : await this.sheets.ratings(
            { unitIds: await subtreeOf(this.units, unitId, todayOf(this.clock)) },
            year,
          );
    const members = rows.filter(({ subjectKind }) => subjectKind === 'member').map(standing);
    const count = (rating: string): number => members.filter((each) => each === rating).length;
    const list = await this.engine.instance('rating-list', `${unitId}-${year}`);
    const packId = list?.rulePack ?? rulePack(RULE_PACKS, { year })?.id;
    return {
      unitId,
      year,
      rulePack: packId,
      standing: standingOf(packId, members),
      cap: await this.sheets.cap(unitId, year),
      now: {
        excellent: count('excellent'),
        good: count('good'),
        rated: members.filter((each) => each !== null).length,
      },
      rows,
    };
  }
}
