import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { dayOf } from '#libs/kernel';
import { WarrantListQueries } from '#libs/read-models';
import { CLOCK } from '../ports.js';

const PAGE_SIZE = 50;

/** Who read a person's record in the course of inspections, as far as the person may know yet. */
export class ListReadings extends Query<object> {
  constructor(
    readonly memberId: string,
    readonly page: number,
  ) {
    super();
  }
}

@QueryHandler(ListReadings)
export class ListReadingsHandler implements IQueryHandler<ListReadings> {
  constructor(
    @Inject(WarrantListQueries) private readonly list: WarrantListQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ memberId, page }: ListReadings) {
    const today = dayOf(new Date(this.clock()).toISOString());
    const found = await this.list.readings(memberId, today, {
      limit: PAGE_SIZE + 1,
      offset: (page - 1) * PAGE_SIZE,
    });
    return {
      memberId,
      items: found.slice(0, PAGE_SIZE).map((reading) => ({ basis: 'inspection', ...reading })),
      next: found.length > PAGE_SIZE ? page + 1 : null,
    };
  }
}
