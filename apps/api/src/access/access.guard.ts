import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PinoLogger } from 'nestjs-pino';
import type { Engine } from '#libs/engine';
import { Problem } from '../http/problem.js';
import { ENGINE } from '../ports.js';
import { actingFor, ON_BEHALF_OF } from './acting-for.js';
import { ACCESS_KEY, type AdmittedRequest, PUBLIC_KEY } from './access.decorators.js';
import { ACCESS, type AccessKey, type AccessRow, type Target } from './access-table.js';
import { mayReach, type Place, readingOf, Scopes } from './scopes.js';
import type { Scope, Viewer } from './viewer.js';

/** Records that concern a unit and not a person, and how their ids name it. */
const UNIT_RECORDS: Readonly<Record<string, (id: string) => string>> = {
  organisation: (id) => id,
  programme: (id) => id.slice(0, id.lastIndexOf('-')),
};
const UNIT_ROWS: Readonly<Partial<Record<AccessKey, AccessKey>>> = {
  'instances.one': 'documents.one',
  'instances.events': 'documents.events',
  'instances.actions': 'documents.actions',
};
const PERSON_RECORDS: Readonly<Record<string, (id: string) => string>> = {
  membership: (id) => id,
  delegation: (id) => id,
  registration: (id) => id.slice(0, id.lastIndexOf('-')),
};
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
    const workflow = params['workflow'];
    const isOfUnit = workflow !== undefined && Object.hasOwn(UNIT_RECORDS, workflow);
    const row: AccessRow = ACCESS[isOfUnit ? (UNIT_ROWS[key] ?? key) : key];
    const header = RECORDS.includes(row.target) ? request.headers[ON_BEHALF_OF] : undefined;
    const viewer = actingFor(request.viewer!, header);
    const scope = await this.#scope(viewer, row.target, workflow);
    const place = await this.#place(row.target, params);
    if (place === undefined) throw unknownPlace(row, scope);
    if (!mayReach(row, scope, place)) throw new Problem('FORBIDDEN');
    if (place.memberId !== undefined && place.memberId !== viewer.memberId)
      this.#note(key, viewer, place.memberId);
    request.admission = { viewer, scope, place, reading: readingOf(scope, place) };
    return true;
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

  async #place(
    target: Target,
    params: Readonly<Record<string, string>>,
  ): Promise<Place | undefined> {
    const { id = '', workflow = '' } = params;
    switch (target) {
      case 'nothing':
        return NOWHERE;
      case 'unit':
        return this.#unitPlace(id);
      case 'member':
        return this.scopes.placeOf(id);
      case 'registration':
        return this.scopes.placeOf(PERSON_RECORDS['registration']!(id));
      case 'instance': {
        if (Object.hasOwn(UNIT_RECORDS, workflow))
          return this.#unitPlace(UNIT_RECORDS[workflow]!(id));
        if (Object.hasOwn(PERSON_RECORDS, workflow))
          return this.scopes.placeOf(PERSON_RECORDS[workflow]!(id));
        return undefined;
      }
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
