import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { EventStore, Position } from '#libs/event-store';
import { reason } from '#libs/kernel';
import type { ProjectionStanding } from '#libs/projections';
import { READ_MODELS } from '#libs/read-models';
import { Problem } from '../http/problem.js';
import { PROJECTIONS, STORE } from '../ports.js';

const WAIT_MS = 2_000;
const RETRY_AFTER_MS = 1_000;
const VIEWS = READ_MODELS.map(({ name }) => name);

/** `?after=<position>`: a view answers once it shows that position, or says it does not yet. */
@Injectable()
export class ReadYourWriteGuard implements CanActivate {
  constructor(
    @Inject(PROJECTIONS) private readonly projections: ProjectionStanding,
    @Inject(STORE) private readonly store: EventStore,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const { method, query } = context.switchToHttp().getRequest<FastifyRequest>();
    const { after } = query as { after?: unknown };
    return method !== 'GET' || typeof after !== 'string' || this.#reached(after as Position);
  }

  async #reached(after: Position): Promise<true> {
    const waited = await this.projections.waitFor(VIEWS, after, WAIT_MS);
    if (waited === 'reached') return true;
    // No answer of ours names a position that the log does not have. Asked only now: another
    // process may have written it by way of a node that is ahead of the one read here.
    if (after > (await this.store.head()))
      throw new Problem('INVALID_INPUT', {
        reasons: [reason('FIELD_INVALID', { constraint: 'isPosition' }, 'after')],
      });
    throw new Problem('VIEW_BEHIND', { retryAfterMs: RETRY_AFTER_MS });
  }
}
