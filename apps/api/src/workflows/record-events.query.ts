import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Engine } from '#libs/engine';
import type { EventStore } from '#libs/event-store';
import { dayOf } from '#libs/kernel';
import { RegistrationListQueries } from '#libs/read-models';
import type { Admission } from '../access/access.decorators.js';
import type { Reading } from '../access/viewer.js';
import { ENGINE, STORE } from '../ports.js';
import { historyItem, mayNameActor } from '../views/history-item.js';

const PAGE_SIZE = 100;

export interface RecordEvents {
  readonly items: readonly ReturnType<typeof historyItem>[];
  readonly next: number | null;
}

/** The events of one record, a page at a time; nothing of a record that nobody has begun. */
export class ListRecordEvents extends Query<RecordEvents | undefined> {
  constructor(
    readonly workflow: string,
    readonly id: string,
    readonly page: number,
    readonly reading: Reading,
    /** Only what happened in it, ISO dates; left out: everything. */
    readonly period?: Admission['period'],
  ) {
    super();
  }
}

@QueryHandler(ListRecordEvents)
export class ListRecordEventsHandler implements IQueryHandler<ListRecordEvents> {
  constructor(
    @Inject(RegistrationListQueries) private readonly people: RegistrationListQueries,
    @Inject(STORE) private readonly store: EventStore,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  async execute({ workflow, id, page, reading, period }: ListRecordEvents) {
    const instance = await this.engine.instance(workflow, id);
    if (instance === undefined || instance.revision < 0) return undefined;
    const from = (page - 1) * PAGE_SIZE;
    // Revisions have no gaps: a page is a stretch of them.
    const events = await this.store.read(`${instance.workflow.stream}-${id}`, from);
    const shown = events.slice(0, PAGE_SIZE).filter(({ occurredAt }) => {
      const day = dayOf(occurredAt);
      return period === undefined || (period.from <= day && day <= period.until);
    });
    const known = shown.filter((event) => mayNameActor(event, reading));
    const names = await this.people.names([...new Set(known.map(({ actor }) => actor))]);
    return {
      items: shown.map((event) => historyItem(event, names.get(event.actor) ?? null, reading)),
      next: events.length > PAGE_SIZE ? page + 1 : null,
    };
  }
}
