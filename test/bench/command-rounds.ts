import type { CommandRequest, Engine } from '#libs/engine';
import { concurrently, median, percentile, perSecond, type Turn } from './measure.js';
import { BATCH } from './raw-limit.js';
import { must } from './requests.js';
import type { Scale } from './scale.js';

/** The command that is sent to the person of that number. */
export type Command = (index: number) => CommandRequest;

/** Sends the same kinds of commands round after round, each to a person of its own. */
export class CommandRounds {
  /** p99 of each round, ms. */
  readonly p99 = new Map<Command, number[]>();

  constructor(
    private readonly engine: Engine,
    private readonly scale: Pick<Scale, 'singles' | 'atOnce'>,
  ) {}

  /** One after the other, each when the one before is answered. */
  single(command: Command): Turn {
    return (round) =>
      perSecond(this.scale.singles, async () => {
        const first = this.firstOf(round);
        for (let i = 0; i < this.scale.singles; i += 1) await must(this.engine, command(first + i));
      });
  }

  /** With 64 under way. */
  atOnce(command: Command): Turn {
    return (round) =>
      perSecond(this.scale.atOnce, async () => {
        const first = this.firstOf(round) + this.scale.singles;
        const times = await concurrently(this.scale.atOnce, BATCH, (i) =>
          must(this.engine, command(first + i)),
        );
        if (round < 0) return;
        this.p99.set(command, [...(this.p99.get(command) ?? []), percentile(times, 0.99)]);
      });
  }

  p99Text(command: Command): string {
    return `p99 ${median(this.p99.get(command) ?? []).toFixed(1)} ms`;
  }

  private firstOf(round: number): number {
    return 1 + (round + 1) * (this.scale.singles + this.scale.atOnce);
  }
}
