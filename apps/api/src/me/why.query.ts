import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Engine } from '#libs/engine';
import type { Actor } from '#libs/kernel';
import { translated } from '#libs/platform';
import { ACCESS } from '../access/access-table.js';
import { actingFor } from '../access/acting-for.js';
import { askedYears } from '../access/asked-years.js';
import { RecordPlaces, rowOf } from '../access/record-places.js';
import { mayReach, neededWarrant, Scopes } from '../access/scopes.js';
import type { Scope, Viewer } from '../access/viewer.js';
import { Problem } from '../http/problem.js';
import { ENGINE } from '../ports.js';

/** Whether a command is possible now, and if not, why. */
export interface Explanation {
  readonly workflow: string;
  readonly id: string;
  readonly command: string;
  readonly possible: boolean;
  readonly state: string;
  /** ISO date; null: no date. */
  readonly due: string | null;
  readonly reasons: readonly ReturnType<typeof translated>[];
}

export class ExplainCommand extends Query<Explanation> {
  constructor(
    readonly viewer: Viewer,
    readonly scope: Scope,
    readonly workflow: string,
    readonly id: string,
    readonly command: string,
    /** `me` or undefined: in one's own right; else the person acted for and via whom. */
    readonly onBehalfOf: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(ExplainCommand)
export class ExplainCommandHandler implements IQueryHandler<ExplainCommand> {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(Scopes) private readonly scopes: Scopes,
    @Inject(RecordPlaces) private readonly records: RecordPlaces,
  ) {}

  /** NOT_FOUND for what is not declared, FORBIDDEN for a record that the viewer may not see. */
  async execute(query: ExplainCommand): Promise<Explanation> {
    const { workflow, id, command, onBehalfOf } = query;
    const { actor } = actingFor(query.viewer, onBehalfOf === 'me' ? undefined : onBehalfOf);
    const next = await this.engine.nextActions(workflow, id, actor);
    const action = next?.actions.find((one) => one.command === command);
    if (next === undefined || action === undefined) throw new Problem('NOT_FOUND');
    // Whoever can do it sees it; for others the reasons say how the record stands.
    if (!action.allowed && !(await this.#maySee(query, actor))) throw new Problem('FORBIDDEN');
    return {
      workflow,
      id,
      command,
      possible: action.allowed,
      state: next.state,
      due: action.due ?? null,
      reasons: action.reasons.map(translated),
    };
  }

  /** As the record's own buttons are seen; what only a warrant opens is read there, on record. */
  async #maySee({ workflow, id, scope }: ExplainCommand, actor: Actor): Promise<boolean> {
    const record = await this.records.of(workflow, id);
    if (record === undefined) return false;
    const place = { ...record.place, years: askedYears({}, { workflow, id }) };
    const row = ACCESS[rowOf('instances.actions', record.kind)];
    const isSeenBy = (reader: Scope): boolean => {
      const part = record.part?.(reader);
      if (part !== undefined) return part !== 'none';
      return mayReach(row, reader, place) && neededWarrant(row, reader, place) === undefined;
    };
    if (isSeenBy(scope)) return true;
    const personId = actor.onBehalfOf;
    if (personId === undefined) return false;
    const mandate = await this.engine.mandate(actor, workflow);
    if (mandate?.kind !== 'valid') return false;
    return isSeenBy(await this.scopes.withOnBehalf(scope, personId, mandate.ways));
  }
}
