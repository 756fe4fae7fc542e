import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { EventStore } from '#libs/event-store';
import { type FindingItem, FindingQueries, UnitTreeQueries } from '#libs/read-models';
import { CLOCK, STORE } from '../ports.js';
import { subtreeOf, todayOf } from '../units/units.queries.js';
import { eventAt, type SheetEvent } from './sheet-event.js';

const ROWS_MAX = 500;
/** Events shown of one finding; a raised finding cites at most as many. */
const EVENTS_MAX = 200;

/** A finding with the events that prove it, each with its id. */
export interface Evidence {
  readonly finding: FindingItem;
  readonly events: readonly SheetEvent[];
}

/** One finding of a unit and year; undefined: there is none of that id. */
export class ShowEvidence extends Query<Evidence | undefined> {
  constructor(
    readonly unitId: string,
    readonly year: number,
    readonly findingId: string,
  ) {
    super();
  }
}

@QueryHandler(ShowEvidence)
export class ShowEvidenceHandler implements IQueryHandler<ShowEvidence> {
  constructor(
    @Inject(FindingQueries) private readonly findings: FindingQueries,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ unitId, year, findingId }: ShowEvidence) {
    const today = todayOf(this.clock);
    const unitIds = await subtreeOf(this.units, unitId, today);
    const rule = findingId.split(':')[0]!;
    const found = await this.findings.findings({ unitIds, year, today, rule, limit: ROWS_MAX });
    const finding = found.find(({ id }) => id === findingId);
    if (finding === undefined) return undefined;
    const proofs = finding.events.filter((proof) => proof !== '').slice(0, EVENTS_MAX);
    const events = await Promise.all(proofs.map((proof) => eventAt(this.store, proof)));
    return { finding, events: events.filter((event) => event !== null) };
  }
}
