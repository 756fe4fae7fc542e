import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Engine } from '#libs/engine';
import type { EventStore } from '#libs/event-store';
import { translated } from '#libs/platform';
import {
  type AchievementRecordView,
  awardRule,
  type ClassificationView,
  type CommendationState,
  conditionsOf,
  type DossierNeeds,
  eventRef,
  type OrgUnitView,
  ratingId,
  recordId,
  RULE_PACKS,
  rulePack,
  yearsOf,
} from '#libs/workflows';
import { CLOCK, ENGINE, STORE } from '../ports.js';
import { eventAt, type SheetEvent } from './sheet-event.js';

/** A merit in the years honoured, with the event that noted it. */
export interface DossierMerit {
  readonly source: string;
  readonly on: string;
  readonly event: SheetEvent | null;
}

/** The rating of one year honoured; `event` made it final, null: it is not final. */
export interface DossierRating {
  readonly year: number;
  readonly id: string;
  readonly rating: string | null;
  readonly event: SheetEvent | null;
}

/** What an award rests on, and which conditions of its decision are met as things stand now. */
export interface Dossier {
  readonly awardId: string;
  readonly rulePack: string;
  /** What the rule pack asks for; null: it knows no such award at that level. */
  readonly asks: { readonly rating: string | null; readonly council: unknown } | null;
  readonly merits: readonly DossierMerit[];
  readonly ratings: readonly DossierRating[];
  readonly eligible: boolean;
  readonly conditions: readonly {
    readonly check: string;
    readonly met: boolean;
    readonly reasons: readonly ReturnType<typeof translated>[];
  }[];
}

export class ShowDossier extends Query<Dossier | undefined> {
  constructor(readonly awardId: string) {
    super();
  }
}

@QueryHandler(ShowDossier)
export class ShowDossierHandler implements IQueryHandler<ShowDossier> {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ awardId }: ShowDossier) {
    const instance = await this.engine.instance('commendation', awardId);
    if (instance === undefined || instance.revision < 0) return undefined;
    const state = instance.state as CommendationState;
    const needs = await this.#needs(state, instance.rulePack);
    const rule = awardRule(state, needs);
    const conditions = conditionsOf(state, needs).map(({ check, reasons }) => ({
      check,
      met: reasons.length === 0,
      reasons: reasons.map(translated),
    }));
    return {
      awardId,
      rulePack: needs.rules.id,
      asks: rule === undefined ? null : { rating: rule.rating ?? null, council: rule.council },
      merits: await this.#merits(state, needs.record),
      ratings: await this.#ratings(state, needs.ratings),
      eligible: conditions.every(({ met }) => met),
      conditions,
    };
  }

  async #needs(state: CommendationState, pinned: string | undefined): Promise<DossierNeeds> {
    const year = new Date(this.clock()).getUTCFullYear();
    const deciding = await this.#state<OrgUnitView>('organisation', state.decidedAt!);
    const ratings = new Map<string, ClassificationView>();
    for (const id of ratingIdsOf(state)) {
      const view = await this.#state<ClassificationView>('classification', id);
      if (view !== undefined) ratings.set(id, view);
    }
    return {
      rules: RULE_PACKS.find(({ id }) => id === pinned) ?? rulePack(RULE_PACKS, { year })!,
      deciding,
      aboveDeciding:
        deciding?.parentId == null
          ? undefined
          : await this.#state<OrgUnitView>('organisation', deciding.parentId),
      ratings,
      record: await this.#state<AchievementRecordView>(
        'achievement-record',
        recordId(state.subjectKind!, state.subjectId!),
      ),
    };
  }

  async #merits(state: CommendationState, record: AchievementRecordView | undefined) {
    const years = yearsOf(state);
    const within = (record?.merits ?? []).filter(({ on }) =>
      years.includes(Number(on.slice(0, 4))),
    );
    return Promise.all(
      within.map(async ({ eventId, source, on }) => ({
        source,
        on,
        event: await eventAt(this.store, eventId),
      })),
    );
  }

  async #ratings(state: CommendationState, views: DossierNeeds['ratings']) {
    return Promise.all(
      yearsOf(state).map(async (year) => {
        const id = ratingId(state.subjectKind!, state.subjectId!, year);
        const view = views.get(id);
        const last = view?.finalRevision;
        return {
          ...{ year, id, rating: view?.rating ?? null },
          event:
            last === undefined ? null : await eventAt(this.store, eventRef(`rating-${id}`, last)),
        };
      }),
    );
  }

  async #state<State>(workflow: string, id: string): Promise<State | undefined> {
    return (await this.engine.loadState(workflow, id)) as State | undefined;
  }
}

const ratingIdsOf = (state: CommendationState): readonly string[] =>
  yearsOf(state).map((year) => ratingId(state.subjectKind!, state.subjectId!, year));
