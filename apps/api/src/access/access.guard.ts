import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PinoLogger } from 'nestjs-pino';
import type { Engine } from '#libs/engine';
import { Problem } from '../http/problem.js';
import { ENGINE } from '../ports.js';
import { actingFor, ON_BEHALF_OF } from './acting-for.js';
import { ACCESS_KEY, type AdmittedRequest, PUBLIC_KEY } from './access.decorators.js';
import { ACCESS, type AccessKey, type AccessRow, type Target } from './access-table.js';
import { askedYears } from './asked-years.js';
import { RecordPlaces, rowOf } from './record-places.js';
import { denialOf, mayReach, neededWarrant, type Place, readingOf, Scopes } from './scopes.js';
import { type View, ViewRecorder } from './view-recorder.js';
import type { Scope, Viewer } from './viewer.js';

/** Targets that are records, on which somebody may act for another. */
const RECORDS: readonly Target[] = ['instance', 'registration'];
const NOWHERE: Place = { path: [] };

/** Enforces the access table: finds what a request is about, then whether the viewer reaches it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Scopes) private readonly scopes: Scopes,
    @Inject(PinoLogger) private readonly logger: PinoLogger,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(RecordPlaces) private readonly records: RecordPlaces,
    @Inject(ViewRecorder) private readonly recorder: ViewRecorder,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const handlers = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<true | undefined>(PUBLIC_KEY, handlers) === true)
      return true;
    const key = this.reflector.get<AccessKey | undefined>(ACCESS_KEY, context.getHandler());
    // A route without a row is our own mistake; nobody gets through by it.
    if (key === undefined) throw new Problem('FORBIDDEN');
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    // The engine authorises commands in the decision; nothing need be looked up before.
    if (key === 'commands.execute') return true;
    return this.#admit(key, request);
  }

  async #admit(key: AccessKey, request: AdmittedRequest): Promise<boolean> {
    const params = request.params as Readonly<Record<string, string>>;
    const { id = '', workflow } = params;
    const { target } = ACCESS[key];
    const record = target === 'instance' ? await this.records.of(workflow!, id) : undefined;
    const row: AccessRow = ACCESS[record === undefined ? key : rowOf(key, record.kind)];
    const header = RECORDS.includes(target) ? request.headers[ON_BEHALF_OF] : undefined;
    const viewer = actingFor(request.viewer!, header);
    const scope = await this.#scope(viewer, target, workflow);
    const where = target === 'instance' ? record?.place : await this.#place(target, id);
    if (where === undefined) throw unknownPlace(row, scope);
    const about = RECORDS.includes(target) ? { workflow, id } : undefined;
    const query = request.query as Readonly<Record<string, unknown>>;
    const place: Place = { ...where, years: askedYears(query, about) };
    const view = viewOf(key, viewer, place);
    const part = record?.part?.(scope);
    const reached = part === undefined ? mayReach(row, scope, place) : part !== 'none';
    if (!reached && !(await this.#mayAct(key, workflow!, id, viewer))) {
      await this.#deny(row, scope, place, view);
      throw new Problem('FORBIDDEN');
    }
    if (place.memberId !== undefined && place.memberId !== viewer.memberId)
      this.#note(key, viewer, place.memberId);
    const warrant =
      part === undefined && !SUMS.includes(key) ? neededWarrant(row, scope, place) : undefined;
    if (warrant !== undefined && view !== undefined) await this.recorder.viewed(view, warrant);
    const reading = part === undefined || part === 'none' ? readingOf(scope, place) : part;
    // What is about a year was judged by it; of the rest only the period may be shown.
    const period = place.years === undefined ? warrant?.period : undefined;
    request.admission = { viewer, scope, place, reading, period };
    return true;
  }

  /** Whoever inspects and reaches for what no warrant of theirs covers leaves a fact. */
  async #deny(row: AccessRow, scope: Scope, place: Place, view: View | undefined): Promise<void> {
    const inspects =
      scope.lapsed.length > 0 ||
      scope.persons.length > 0 ||
      scope.grants.some(({ warrant }) => warrant !== undefined);
    if (!inspects || view === undefined || row.rules.inspector !== 'warrant') return;
    const { denial, by } = denialOf(scope, place);
    await this.recorder.denied(view, denial, by?.inspectionId);
  }

  /** Whoever can do something with a record now may see which buttons they have. */
  async #mayAct(key: AccessKey, workflow: string, id: string, viewer: Viewer): Promise<boolean> {
    if (key !== 'instances.actions') return false;
    const next = await this.engine.nextActions(workflow, id, viewer.actor);
    return next?.actions.some(({ allowed }) => allowed) ?? false;
  }

  /** What the viewer sees; of a record also what they may see for whom they act. */
  async #scope(viewer: Viewer, target: Target, workflow: string | undefined): Promise<Scope> {
    const scope = await this.scopes.of(viewer);
    const personId = viewer.actor.onBehalfOf;
    if (personId === undefined) return scope;
    const mandate = await this.engine.mandate(viewer.actor, workflow ?? target);
    if (mandate?.kind !== 'valid')
      throw new Problem('REFUSED', { ...(mandate && { reasons: mandate.reasons }) });
    return this.scopes.withOnBehalf(scope, personId, mandate.ways);
  }

  async #place(target: Exclude<Target, 'instance'>, id: string): Promise<Place | undefined> {
    switch (target) {
      case 'nothing':
        return NOWHERE;
      case 'unit':
        return this.#unitPlace(id);
      case 'member':
        return this.scopes.placeOf(id);
      case 'registration':
        return this.scopes.placeOf(id.slice(0, id.lastIndexOf('-')));
    }
  }

  async #unitPlace(unitId: string): Promise<Place | undefined> {
    const path = await this.scopes.path(unitId);
    return path.length === 0 ? undefined : { path };
  }

  /** Reading another person's record leaves a trace, by pseudonymous ids only. */
  #note(key: AccessKey, viewer: Viewer, memberId: string): void {
    this.logger.info({ access: key, reader: viewer.actor.id, of: memberId }, 'record read');
  }
}

/** Sums in which nobody occurs; whatever else a warrant opens leaves a fact. */
const SUMS: readonly AccessKey[] = ['units.indicators', 'units.trend', 'units.children'];

/** What is looked at, in words for the log; undefined: nobody's record. */
const viewOf = (key: AccessKey, viewer: Viewer, { memberId, path }: Place): View | undefined => {
  const subjectId = memberId ?? path[0];
  if (subjectId === undefined) return undefined;
  const subjectKind = memberId === undefined ? 'unit' : 'member';
  return { viewerId: viewer.actor.id, subjectKind, subjectId, endpoint: key };
};

/**
 * Somebody who could see such a thing anywhere learns that it does not exist; for everybody else
 * unknown and out of reach look alike.
 */
const unknownPlace = (row: AccessRow, scope: Scope): Problem =>
  new Problem(
    row.target === 'unit' || [...scope.roles].some((role) => row.rules[role] === 'all')
      ? 'NOT_FOUND'
      : 'FORBIDDEN',
  );
