import type { Instance, Reason } from '#libs/kernel';
import { reason } from '#libs/kernel';
import type { CommandRequest, Outcome } from './command-request.js';

export const accepted = (
  instance: Instance,
  at: { revision: number; position: string },
  isRepeat: boolean,
): Outcome => ({
  kind: 'accepted',
  position: at.position,
  revision: at.revision,
  state: instance.stateName,
  repeated: isRepeat,
});

export const refused = (instance: Instance, reasons: readonly Reason[]): Outcome => ({
  kind: 'refused',
  revision: instance.revision,
  state: instance.stateName,
  reasons,
});

export const conflict = (instance: Instance): Outcome => ({
  kind: 'conflict',
  revision: instance.revision,
  state: instance.stateName,
});

export const repeated = (
  instance: Instance,
  seen: { hash: string; revision: number; position: string },
  contentHash: string,
): Outcome =>
  seen.hash === contentHash
    ? accepted(instance, seen, true)
    : refused(instance, [reason('IDEMPOTENCY_KEY_REUSED')]);

export const unknown = (code: string, what: string): Outcome => ({
  kind: 'refused',
  revision: -1,
  state: '',
  reasons: [reason(code, { what })],
});

/** A store that reports a conflict without anything new to read contradicts itself. */
export const unresolved = (request: CommandRequest): never => {
  throw new Error(`${request.workflow} stream conflicts without a newer revision`);
};
