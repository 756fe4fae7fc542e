import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Engine } from '#libs/engine';
import type { Actor } from '#libs/kernel';
import { translated } from '#libs/platform';
import { ACCESS } from '../access/access-table.js';
import { actingFor } from '../access/acting-for.js';
import { mayReach, type Place, Scopes } from '../access/scopes.js';
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

  async #maySee({ workflow, id, scope }: ExplainCommand, actor: Actor): Promise<boolean> {
    const instance = await this.engine.instance(workflow, id);
    const { memberId, unitId } = (instance?.state ?? {}) as Record<string, unknown>;
    const place = await this.#placeOf(memberId, unitId);
    if (place === undefined) return false;
    const row = ACCESS[place.memberId === undefined ? 'documents.actions' : 'instances.actions'];
    if (mayReach(row, scope, place)) return true;
    const personId = actor.onBehalfOf;
    if (personId === undefined) return false;
    const mandate = await this.engine.mandate(actor, workflow);
    if (mandate?.kind !== 'valid') return false;
    return mayReach(row, await this.scopes.withOnBehalf(scope, personId, mandate.ways), place);
  }

  async #placeOf(memberId: unknown, unitId: unknown): Promise<Place | undefined> {
    if (typeof memberId === 'string') return this.scopes.placeOf(memberId);
    if (typeof unitId !== 'string') return undefined;
    return { path: await this.scopes.path(unitId) };
  }
}
