import type { Position } from '#libs/event-store';

export type Waited = 'reached' | 'behind' | 'stopped';

interface Waiter {
  readonly check: () => Waited | undefined;
  readonly settle: (outcome: Waited) => void;
}

/** Those who wait until projections have reached a position. */
export class PositionWaiters {
  private readonly waiters = new Set<Waiter>();

  /** `standing` answers for one projection: its checkpoint, or that it does not move. */
  wait(
    names: readonly string[],
    position: Position,
    timeoutMs: number,
    standing: (name: string) => Position | 'stopped',
  ): Promise<Waited> {
    const check = (): Waited | undefined => {
      const behind = names.filter((name) => {
        const at = standing(name);
        return at === 'stopped' || at < position;
      });
      if (behind.length === 0) return 'reached';
      return behind.some((name) => standing(name) === 'stopped') ? 'stopped' : undefined;
    };
    const now = check();
    if (now !== undefined) return Promise.resolve(now);
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiter.settle('behind'), timeoutMs);
      const waiter: Waiter = {
        check,
        settle: (outcome) => {
          clearTimeout(timer);
          this.waiters.delete(waiter);
          resolve(outcome);
        },
      };
      this.waiters.add(waiter);
    });
  }

  /** Something moved or stopped. */
  notify(): void {
    for (const waiter of this.waiters) {
      const outcome = waiter.check();
      if (outcome !== undefined) waiter.settle(outcome);
    }
  }

  /** Nothing will move any more. */
  close(): void {
    for (const waiter of this.waiters) waiter.settle('stopped');
  }
}
