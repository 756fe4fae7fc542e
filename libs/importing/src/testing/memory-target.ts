import type { ImportCommand } from '../plan.types.js';
import type { ImportOutcome } from '../run.types.js';

export interface MemoryTarget {
  /** Commands that were accepted, in the order in which they went in. */
  readonly accepted: ImportCommand[];
  /** How often `execute` was called. */
  calls: number;
  readonly exists: (workflow: string, id: string) => boolean;
  readonly execute: (command: ImportCommand) => Promise<ImportOutcome>;
}

/** Stands for the engine as an import sees it: one first command a stream, idempotent by key. */
export function memoryTarget(...units: readonly string[]): MemoryTarget {
  const keys = new Map(units.map((id) => [`organisation ${id}`, '']));
  const target: MemoryTarget = {
    accepted: [],
    calls: 0,
    exists: (workflow, id) => keys.has(`${workflow} ${id}`),
    async execute(command) {
      target.calls += 1;
      const stream = `${command.workflow} ${command.id}`;
      const key = keys.get(stream);
      if (key === command.commandId) return { kind: 'accepted', repeated: true };
      if (key !== undefined) return { kind: 'refused', reasons: [{ code: 'WRONG_STATE' }] };
      const { parentId } = command.input as { parentId?: string };
      if (parentId !== undefined && !target.exists('organisation', parentId))
        return { kind: 'refused', reasons: [{ code: 'PARENT_UNKNOWN', path: 'parentId' }] };
      keys.set(stream, command.commandId);
      target.accepted.push(command);
      return { kind: 'accepted', repeated: false };
    },
  };
  return target;
}
