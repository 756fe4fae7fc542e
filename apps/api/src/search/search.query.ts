import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Found, SearchQueries, UnitTreeQueries } from '#libs/read-models';
import type { Scope } from '../access/viewer.js';
import { CLOCK } from '../ports.js';
import { subtreeOf, todayOf } from '../units/units.queries.js';

const FOUND_MAX = 20;

/** Units by name for everybody, members only where the viewer may know them by name. */
export class Search extends Query<readonly Found[]> {
  constructor(
    readonly text: string,
    readonly scope: Scope,
  ) {
    super();
  }
}

@QueryHandler(Search)
export class SearchHandler implements IQueryHandler<Search> {
  constructor(
    @Inject(SearchQueries) private readonly search: SearchQueries,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ text, scope }: Search) {
    const limit = FOUND_MAX;
    const everywhere = await this.search.find(text, { limit });
    const unitIds = await this.#namedUnits(scope);
    const named = unitIds.length === 0 ? [] : await this.search.find(text, { limit, unitIds });
    const homeIds = scope.homeUnitId === null ? [] : [scope.homeUnitId];
    const home =
      homeIds.length === 0 ? [] : await this.search.find(text, { limit, unitIds: homeIds });
    const members = [
      ...named.filter(({ kind }) => kind === 'member'),
      ...home.filter(({ kind, id }) => kind === 'member' && id === scope.memberId),
    ];
    return [
      ...everywhere.filter(({ kind }) => kind === 'unit'),
      ...new Map(members.map((member) => [member.id, member])).values(),
    ];
  }

  async #namedUnits(scope: Scope): Promise<string[]> {
    const named = scope.grants.filter(({ kind }) => kind !== 'aggregate');
    const today = todayOf(this.clock);
    const subtrees = named.map(({ unitId }) => subtreeOf(this.units, unitId, today));
    return [...new Set((await Promise.all(subtrees)).flat())];
  }
}
