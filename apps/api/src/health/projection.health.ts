import { Inject, Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import type { Guong } from '#libs/assembly';
import { GUONG } from '../ports.js';

/** Red when figures will not become current: parked, ahead of the log, or not running. */
@Injectable()
export class ProjectionHealth {
  constructor(
    @Inject(GUONG) private readonly guong: Guong,
    @Inject(HealthIndicatorService) private readonly health: HealthIndicatorService,
  ) {}

  async projections() {
    const session = this.health.check('projections');
    const { head, lines, failure } = await this.guong.projections.status();
    const stuck = lines.filter(({ state }) => state === 'parked' || state === 'ahead');
    const detail = {
      head,
      lines: lines.map(({ name, version, role, state, position, parked }) => ({
        name,
        version,
        role,
        state,
        position,
        ...(parked && { parked, resume: `guong rebuild ${name} --resume` }),
      })),
      ...(failure !== undefined && { failure }),
    };
    const moving = lines.filter(({ state }) => state === 'live' || state === 'catchingUp');
    const names = moving.map(({ name }) => name);
    // Without waiting: only whether anybody would ever get there.
    const waited = await this.guong.projections.waitFor(names, head, 0);
    const isRunning = lines.length > 0 && waited !== 'stopped';
    return stuck.length === 0 && failure === undefined && isRunning
      ? session.up(detail)
      : session.down(detail);
  }

  reactors() {
    const session = this.health.check('reactors');
    const reactors = this.guong.reactors.map(({ status }) => status);
    return reactors.every(({ kind }) => kind === 'running')
      ? session.up({ reactors })
      : session.down({ reactors });
  }

  /** A timer that cannot be fired is shown, and no reason to take the server out of service. */
  timers() {
    const session = this.health.check('timers');
    const { kind, fired, moot, parked, failure } = this.guong.timers.status;
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
  }

  async store() {
    const session = this.health.check('store');
    try {
      return session.up({ head: await this.guong.store.head() });
    } catch (error) {
      return session.down({ code: (error as { code?: string }).code ?? 'STORE_FAILED' });
    }
  }
}
