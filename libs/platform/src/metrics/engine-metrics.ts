import { Counter, type Registry } from 'prom-client';
import type { CommandTold } from '#libs/engine';

/** What the engine meets, whoever sends: people, reactors and timers. */
export class EngineMetrics {
  readonly #conflicts: Counter<'workflow' | 'command'>;
  readonly #retries: Counter<'workflow' | 'command'>;
  readonly #repeated: Counter<'workflow' | 'command'>;
  readonly #failures: Counter<'workflow' | 'command'>;

  constructor(registry: Registry) {
    const counter = (name: string, help: string) =>
      new Counter({ name, help, labelNames: ['workflow', 'command'], registers: [registry] });
    this.#conflicts = counter(
      'guong_command_conflicts_total',
      'Commands told that the record had changed meanwhile',
    );
    this.#retries = counter(
      'guong_command_retries_total',
      'Times a command was decided anew because the record had changed meanwhile',
    );
    this.#repeated = counter(
      'guong_commands_repeated_total',
      'Commands whose key was known: the first outcome was given again',
    );
    this.#failures = counter(
      'guong_command_failures_total',
      'Commands that ended in a failure of the store',
    );
  }

  /** A listener of `Engine.onCommand`. */
  readonly told = ({ workflow, command, kind, repeated, retries }: CommandTold): void => {
    const labels = { workflow, command };
    if (kind === 'conflict') this.#conflicts.inc(labels);
    if (kind === 'failed') this.#failures.inc(labels);
    if (repeated) this.#repeated.inc(labels);
    if (retries > 0) this.#retries.inc(labels, retries);
  };
}
