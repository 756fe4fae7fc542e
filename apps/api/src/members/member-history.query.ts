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
import {
  classification,
  type ClassificationView,
  membership,
  type MembershipState,
  registration,
  type RegistrationState,
  review,
  type ReviewView,
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
    const streams = await this.#streams(memberId, entries);
    const isKnown = (event: StoredEvent): boolean =>
      notAfter(event.occurredAt, asOf) && notAfter(event.recordedAt, known);
    const events = entries
      .flatMap(({ stream, revision }) => {
        const { from, facts } = streams.get(stream)!;
        return facts[revision - from] ?? [];
      })
      .filter(isKnown);
    const listed =
      since === undefined ? events : events.filter(({ occurredAt }) => dayOf(occurredAt) >= since);
    const shown = listed.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const names = await this.people.names([...new Set(shown.map(({ actor }) => actor))]);
    return {
      memberId,
      asOf: asOf?.given ?? null,
      known: known?.given ?? null,
      items: shown.map((event) => historyItem(event, names.get(event.actor) ?? null, reading)),
      state: await this.#state(memberId, streams, isKnown),
      next: page * PAGE_SIZE < listed.length ? page + 1 : null,
    };
  }

  /**
   * The streams of the index, each read once: the member's own records whole, since a state comes
   * of all their facts, others from the first event on that names the member.
   */
  async #streams(memberId: string, entries: readonly HistoryEntry[]): Promise<Streams> {
    const first = new Map<string, number>();
    for (const { stream, revision } of entries)
      first.set(
        stream,
        isOwn(stream, memberId) ? 0 : Math.min(revision, first.get(stream) ?? revision),
      );
    const streams = new Map<string, { from: number; facts: readonly StoredEvent[] }>();
    for (const [stream, from] of first)
      streams.set(stream, { from, facts: await this.store.read(stream, from) });
    return streams;
  }

  async #state(memberId: string, streams: Streams, isKnown: (event: StoredEvent) => boolean) {
    const { units } = await this.units.tree();
    const own = [...streams].flatMap(([stream, { facts }]) =>
      isOwn(stream, memberId) ? [[stream, facts.filter(isKnown)] as const] : [],
    );
    const member = this.#fold('membership', own)[0]?.state as MembershipState | undefined;
    const registrations = this.#fold('registration', own);
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
      reviews: this.#fold('review', own).map(({ state, stateName }) => ({
        period: (state as ReviewView).period,
        state: stateName,
        late: (state as ReviewView).late,
      })),
      ratings: this.#fold('classification', own).map(({ state, stateName }) => ({
        year: (state as ClassificationView).year,
        state: stateName,
        rating: (state as ClassificationView).rating ?? null,
      })),
    };
  }

  /** Folds the streams of one workflow; those of which nothing was known yet are left out. */
  #fold(name: string, own: readonly (readonly [string, readonly StoredEvent[]])[]) {
    const workflow = this.engine.workflow(name)!;
    const prefix = `${workflow.stream}-`;
    return own
      .filter(([stream, facts]) => stream.startsWith(prefix) && facts.length > 0)
      .map(([stream, facts]) => fold(workflow, stream.slice(prefix.length), facts));
  }
}

type Streams = ReadonlyMap<
  string,
  { readonly from: number; readonly facts: readonly StoredEvent[] }
>;

/** Whether the stream is a record of this member; ids of members have no dash. */
const isOwn = (stream: string, memberId: string): boolean =>
  stream === `${membership.stream}-${memberId}` ||
  stream.startsWith(`${registration.stream}-${memberId}-`) ||
  stream.startsWith(`${review.stream}-${memberId}-`) ||
  stream.startsWith(`${classification.stream}-member.${memberId}-`);
