import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Product } from '#libs/assembly';
import type { Position } from '#libs/event-store';
import { reason } from '#libs/kernel';
import { READ_MODELS } from '#libs/read-models';
import { Problem } from '../http/problem.js';
import { PRODUCT } from '../ports.js';

const WAIT_MS = 2_000;
const RETRY_AFTER_MS = 1_000;
const VIEWS = READ_MODELS.map(({ name }) => name);

/** `?after=<position>`: a view answers once it shows that position, or says it does not yet. */
@Injectable()
export class ReadYourWriteGuard implements CanActivate {
  constructor(@Inject(PRODUCT) private readonly product: Product) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const { method, query } = context.switchToHttp().getRequest<FastifyRequest>();
    const { after } = query as { after?: unknown };
    return method !== 'GET' || typeof after !== 'string' || this.#reached(after as Position);
  }

  async #reached(after: Position): Promise<true> {
    const { projections, store } = this.product;
    const [waited, isKnown = true] = await Promise.all([
      projections.waitFor(VIEWS, after, WAIT_MS),
      this.product.hasLearnt?.(after, WAIT_MS),
    ]);
    if (waited === 'reached' && isKnown) return true;
    // No answer of ours names a position that the log does not have. Asked only now: another
    // process may have written it by way of a node that is ahead of the one read here.
    if (after > (await store.head()))
      throw new Problem('INVALID_INPUT', {
        reasons: [reason('FIELD_INVALID', { constraint: 'isPosition' }, 'after')],
      });
    throw new Problem('VIEW_BEHIND', { retryAfterMs: RETRY_AFTER_MS });
  }
}
