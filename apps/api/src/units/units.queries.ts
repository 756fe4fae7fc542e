import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { addDays } from '#libs/kernel';
import {
  type Figures,
  LevelIndicatorQueries,
  type MapChoice,
  type MemberItem,
  type Paged,
  type Paging,
  type RegistrationItem,
  RegistrationListQueries,
  type Unit,
  type UnitDetails,
  UnitTreeQueries,
} from '#libs/read-models';
import type { Reading } from '../access/viewer.js';
import { CLOCK } from '../ports.js';

/** Today as an ISO date. */
export const todayOf = (clock: () => number): string =>
  new Date(clock()).toISOString().slice(0, 10);

export class ListUnits extends Query<readonly Unit[]> {
  constructor(readonly on: string | undefined) {
    super();
  }
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(@Inject(UnitTreeQueries) private readonly units: UnitTreeQueries) {}

  execute({ on }: ListUnits) {
    return this.units.all(on);
  }
}

export class ShowUnit extends Query<UnitDetails | undefined> {
  constructor(readonly unitId: string) {
    super();
  }
}

@QueryHandler(ShowUnit)
export class ShowUnitHandler implements IQueryHandler<ShowUnit> {
  constructor(
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  execute({ unitId }: ShowUnit) {
    return this.units.one(unitId, todayOf(this.clock));
  }
}

export interface YearFigures {
  readonly period: number;
  readonly indicators: Figures;
}

/** The indicators of a unit, year by year. */
export class UnitFigures extends Query<readonly YearFigures[]> {
  constructor(
    readonly unitId: string,
    readonly from: number,
    readonly to: number,
    readonly map: MapChoice,
  ) {
    super();
  }
}

@QueryHandler(UnitFigures)
export class UnitFiguresHandler implements IQueryHandler<UnitFigures> {
  constructor(@Inject(LevelIndicatorQueries) private readonly figures: LevelIndicatorQueries) {}

  execute({ unitId, from, to, map }: UnitFigures) {
    return this.figures.trend(unitId, from, to, map);
  }
}

export interface ChildFigures {
  readonly unit: Pick<Unit, 'id' | 'name' | 'level'>;
  readonly indicators: Figures;
}

/** The units directly below, each with its indicators. */
export class ChildrenFigures extends Query<readonly ChildFigures[]> {
  constructor(
    readonly unitId: string,
    readonly period: number,
    readonly map: MapChoice,
  ) {
    super();
  }
}

@QueryHandler(ChildrenFigures)
export class ChildrenFiguresHandler implements IQueryHandler<ChildrenFigures> {
  constructor(
    @Inject(LevelIndicatorQueries) private readonly figures: LevelIndicatorQueries,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
  ) {}

  async execute({ unitId, period, map }: ChildrenFigures) {
    const children = await this.figures.children(unitId, period, map);
    const { units } = await this.units.tree();
    return children.flatMap(({ unitId: id, indicators }) => {
      const unit = units.get(id);
      if (unit === undefined) return [];
      return [{ unit: { id, name: unit.name, level: unit.level }, indicators }];
    });
  }
}

/** Registrations of a unit and all below it; only leaders' where that is all one may read. */
export class ListRegistrations extends Query<Paged<RegistrationItem>> {
  constructor(
    readonly unitId: string,
    readonly year: number,
    readonly state: string | undefined,
    readonly paging: Paging,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(ListRegistrations)
export class ListRegistrationsHandler implements IQueryHandler<ListRegistrations> {
  constructor(
    @Inject(RegistrationListQueries) private readonly people: RegistrationListQueries,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ unitId, year, state, paging, reading }: ListRegistrations) {
    const unitIds = await subtreeOf(this.units, unitId, todayOf(this.clock));
    const leadersOnly = reading.names !== 'all';
    return this.people.registrations({ unitIds, year, state, leadersOnly }, paging);
  }
}

/** Members of a unit and all below it. */
export class ListMembers extends Query<Paged<MemberItem>> {
  constructor(
    readonly unitId: string,
    readonly search: string | undefined,
    readonly paging: Paging,
  ) {
    super();
  }
}

@QueryHandler(ListMembers)
export class ListMembersHandler implements IQueryHandler<ListMembers> {
  constructor(
    @Inject(RegistrationListQueries) private readonly people: RegistrationListQueries,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ unitId, search, paging }: ListMembers) {
    const unitIds = await subtreeOf(this.units, unitId, todayOf(this.clock));
    return this.people.members({ unitIds, search }, paging);
  }
}

/** The unit and all below it: today, or on the last day of a unit that is closed. */
export async function subtreeOf(
  units: UnitTreeQueries,
  unitId: string,
  today: string,
): Promise<readonly string[]> {
  const closedOn = (await units.tree()).units.get(unitId)?.to ?? null;
  const day = closedOn !== null && closedOn <= today ? addDays(closedOn, -1) : today;
  return units.subtree(unitId, day);
}
