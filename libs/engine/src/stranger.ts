import {
  type AnyCommand,
  type Instance,
  permission,
  type Reason,
  type Resolution,
} from '#libs/kernel';

/**
 * Why the person may not give the command at all, whatever the state of the record; empty for
 * whoever may, and for the system. A stranger learns this and neither state nor revision.
 */
export function strangerReasons(
  command: AnyCommand,
  instance: Instance,
  input: object,
  resolution: Resolution,
): readonly Reason[] {
  if (resolution.actor.kind === 'system') return [];
  const verdict = permission(command, instance, input, resolution);
  return verdict.allowed ? [] : verdict.reasons;
}
