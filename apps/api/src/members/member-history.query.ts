import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Engine } from '#libs/engine';
import type { EventStore, StoredEvent } from '#libs/event-store';
import { dayOf, fold } from '#libs/kernel';
import {
  type HistoryEntry,
  MemberHistoryQueries,
  RegistrationListQueries,
  UnitTreeQueries,
} from '#libs/read-models';
import type {
  ClassificationView,
  MembershipState,
  RegistrationState,
  ReviewView,
} from '#libs/workflows';
import type { Reading } from '../access/viewer.js';
import { ENGINE, STORE } from '../ports.js';
import { historyItem } from '../views/history-item.js';
import { type Moment, notAfter } from './moment.js';

const PAGE_SIZE = 100;

/** One person's record, event by event, as it was at one moment and as known at another. */
export class ReplayMember extends Query<object> {
  constructor(
    readonly memberId: string,
    readonly asOf: Moment | undefined,
    readonly known: Moment | undefined,
    readonly page: number,
    readonly reading: Reading,
    /** ISO date before which events are not listed; the state is made of all the same. */
    readonly since?: string,
  ) {
    super();
  }
}

@QueryHandler(ReplayMember)
export class ReplayMemberHandler implements IQueryHandler<ReplayMember> {
  constructor(
    @Inject(MemberHistoryQueries) private readonly history: MemberHistoryQueries,
    @Inject(RegistrationListQueries) private readonly people: RegistrationListQueries,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(STORE) private readonly store: EventStore,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  async execute({ memberId, asOf, known, page, reading, since }: ReplayMember) {
    const entries = await this.history.entries(memberId);
    const events = (await this.#read(entries)).filter(
      (event) => notAfter(event.occurredAt, asOf) && notAfter(event.recordedAt, known),
    );
    const listed =
      since === undefined ? events : events.filter(({ occurredAt }) => dayOf(occurredAt) >= since);
    const shown = listed.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const names = await this.people.names([...new Set(shown.map(({ actor }) => actor))]);
    return {
      memberId,
      asOf: asOf?.given ?? null,
      known: known?.given ?? null,
      items: shown.map((event) => historyItem(event, names.get(event.actor) ?? null, reading)),
      state: await this.#state(memberId, events),
      next: page * PAGE_SIZE < listed.length ? page + 1 : null,
    };
  }

  /** The events of the index, in log order; each stream is read once, from its first event on. */
  async #read(entries: readonly HistoryEntry[]): Promise<readonly StoredEvent[]> {
    const first = new Map<string, number>();
    for (const { stream, revision } of entries)
      first.set(stream, Math.min(revision, first.get(stream) ?? revision));
    const streams = new Map<
      string,
      { readonly from: number; readonly of: readonly StoredEvent[] }
    >();
    for (const [stream, from] of first)
      streams.set(stream, { from, of: await this.store.read(stream, from) });
    return entries.flatMap(({ stream, revision }) => {
      const read = streams.get(stream)!;
      return read.of[revision - read.from] ?? [];
    });
  }

  async #state(memberId: string, events: readonly StoredEvent[]) {
    const { units } = await this.units.tree();
    const member = this.#fold('membership', events)[0]?.state as MembershipState | undefined;
    const registrations = this.#fold('registration', events);
    return {
      unitId: member?.unitId ?? null,
      unitName: units.get(member?.unitId ?? '')?.name ?? null,
      status: member?.status ?? null,
      exempt: member?.exempt ?? false,
      offices: (member?.offices ?? []).map(({ unitId, office }) => ({
        unitId,
        unitName: units.get(unitId)?.name ?? unitId,
        office,
      })),
      registrations: registrations.map(({ state, stateName }) => ({
        year: (state as RegistrationState).year,
        state: stateName,
      })),
      reviews: this.#fold('review', events).map(({ state, stateName }) => ({
        period: (state as ReviewView).period,
        state: stateName,
        late: (state as ReviewView).late,
      })),
      ratings: this.#fold('classification', events).map(({ state, stateName }) => ({
        year: (state as ClassificationView).year,
        state: stateName,
        rating: (state as ClassificationView).rating ?? null,
      })),
    };
  }

  /** Folds those of the events that belong to streams of one workflow, stream by stream. */
  #fold(name: string, events: readonly StoredEvent[]) {
    const workflow = this.engine.workflow(name);
    if (workflow === undefined) return [];
    const prefix = `${workflow.stream}-`;
    const streams = Map.groupBy(
      events.filter(({ stream }) => stream.startsWith(prefix)),
      ({ stream }) => stream,
    );
    return [...streams].map(([stream, facts]) =>
      fold(workflow, stream.slice(prefix.length), facts),
    );
  }
}
