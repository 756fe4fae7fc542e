import { Inject, Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import type { Product } from '#libs/assembly';
import type { AccountStore } from '#libs/platform';
import type { LineState } from '#libs/projections';
import { Draining } from '../http/draining.js';
import { ACCOUNTS, PRODUCT } from '../ports.js';

/** An account that nobody has: asked for to see whether accounts can be read at all. */
const NOBODY = 'account-nobody';
/** States of a projection that do not mend themselves. */
const STUCK: ReadonlySet<LineState> = new Set(['parked', 'ahead', 'unowned']);

/**
 * Whether everything it takes is at work, wherever it runs. Red when figures will not become
 * current: a projection is parked, ahead of the log, or nobody runs it. These pages are public:
 * names of parts and codes only.
 */
@Injectable()
export class ProductHealth {
  constructor(
    @Inject(PRODUCT) private readonly product: Product,
    @Inject(ACCOUNTS) private readonly accounts: AccountStore,
    @Inject(Draining) private readonly draining: Draining,
    @Inject(HealthIndicatorService) private readonly health: HealthIndicatorService,
  ) {}

  /** Red once the process is on its way out, so that a proxy sends no more. */
  process(): HealthIndicatorResult {
    const session = this.health.check('process');
    return this.draining.isDraining ? session.down({ code: 'DRAINING' }) : session.up();
  }

  projections(): Promise<HealthIndicatorResult> {
    const { projections } = this.product;
    return this.#asked('projections', async (session) => {
      const { head, lines, failure } = await projections.status();
      const stuck = lines.filter(({ state }) => STUCK.has(state));
      const detail = {
        head,
        lines: lines.map(({ name, version, role, state, position, parked }) => ({
          name,
          version,
          role,
          state,
          position,
          ...(parked && { parked, resume: `guong views resume ${name}` }),
        })),
        ...(failure !== undefined && { failure }),
      };
      const moving = lines.filter(({ state }) => state === 'live' || state === 'catchingUp');
      const names = moving.map(({ name }) => name);
      // Without waiting: only whether anybody would ever get there.
      const waited = await projections.waitFor(names, head, 0);
      const isRunning = lines.length > 0 && waited !== 'stopped';
      return stuck.length === 0 && failure === undefined && isRunning
        ? session.up(detail)
        : session.down(detail);
    });
  }

  reactors(): Promise<HealthIndicatorResult> {
    return this.#asked('reactors', async (session) => {
      const reactors = await this.product.standing.reactors();
      return reactors.every(({ kind }) => kind === 'running')
        ? session.up({ reactors })
        : session.down({ reactors });
    });
  }

  /** A timer that cannot be fired is shown, and no reason to take the server out of service. */
  timers(): Promise<HealthIndicatorResult> {
    return this.#asked('timers', async (session) => {
      const { kind, fired, moot, parked, failure } = await this.product.standing.timers();
      const detail = {
        kind,
        fired,
        moot,
        // Named by kind and reason: this page is public.
        parked: parked.map(({ workflow, clock, due, step, codes, attempts }) => ({
          workflow,
          deadline: clock.split(':')[0],
          due,
          step,
          codes,
          attempts,
        })),
        ...(failure !== undefined && { failure }),
      };
      return kind === 'running' ? session.up(detail) : session.down(detail);
    });
  }

  store(): Promise<HealthIndicatorResult> {
    return this.#asked('store', async (session) =>
      session.up({ head: await this.product.store.head() }),
    );
  }

  /** Without accounts nobody is let in; they are where the views are. */
  keys(): Promise<HealthIndicatorResult> {
    return this.#asked('accounts', async (session) => {
      await this.accounts.byId(NOBODY);
      return session.up();
    });
  }

  /** What cannot be asked is down, with the code of why. */
  async #asked(
    part: string,
    ask: (session: ReturnType<HealthIndicatorService['check']>) => Promise<HealthIndicatorResult>,
  ): Promise<HealthIndicatorResult> {
    const session = this.health.check(part);
    try {
      return await ask(session);
    } catch (error) {
      return session.down({ code: (error as { code?: string }).code ?? 'FAILED' });
    }
  }
}
