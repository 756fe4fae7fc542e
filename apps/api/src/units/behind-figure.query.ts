import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { EventStore } from '#libs/event-store';
import {
  type BehindFigure,
  type Indicator,
  LevelIndicatorQueries,
  RegistrationListQueries,
  UnitTreeQueries,
} from '#libs/read-models';
import type { Reading } from '../access/viewer.js';
import { STORE } from '../ports.js';

const PAGE_SIZE = 50;

/** An event that a figure counts, with both its times; whom it concerns only where one may know. */
export interface EventBehind {
  readonly position: string;
  readonly stream: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly memberId?: string | null;
  readonly memberName?: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly contribution: number;
}

export interface EventsBehind {
  readonly items: readonly EventBehind[];
  readonly next: string | null;
}

export class ListEventsBehind extends Query<EventsBehind> {
  constructor(
    readonly unitId: string,
    readonly indicator: Indicator,
    readonly side: 'numerator' | 'denominator',
    readonly period: number,
    readonly after: string | undefined,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(ListEventsBehind)
export class ListEventsBehindHandler implements IQueryHandler<ListEventsBehind> {
  constructor(
    @Inject(LevelIndicatorQueries) private readonly figures: LevelIndicatorQueries,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(RegistrationListQueries) private readonly people: RegistrationListQueries,
    @Inject(STORE) private readonly store: EventStore,
  ) {}

  async execute({ unitId, indicator, side, period, after, reading }: ListEventsBehind) {
    const query = { unitId, indicator, side, period, after, limit: PAGE_SIZE };
    const { items, next } = await this.figures.behind(query);
    const { units } = await this.units.tree();
    const isNamed = reading.names === 'all';
    const names = isNamed ? await this.people.names(membersOf(items)) : undefined;
    const shown = items.map(async (item): Promise<EventBehind> => {
      const [event] = await this.store.read(item.stream, item.revision);
      return {
        position: item.position,
        stream: item.stream,
        type: item.type,
        occurredAt: event!.occurredAt,
        recordedAt: event!.recordedAt,
        ...(isNamed && {
          memberId: item.memberId,
          memberName: names?.get(item.memberId ?? '') ?? null,
        }),
        unitId: item.unitId,
        unitName: units.get(item.unitId)?.name ?? item.unitId,
        contribution: item.contribution,
      };
    });
    return { items: await Promise.all(shown), next };
  }
}

const membersOf = (items: readonly BehindFigure[]): readonly string[] => [
  ...new Set(items.map(({ memberId }) => memberId).filter((id) => id !== null)),
];
