import {
  type AnyCommand,
  type Instance,
  obstacles,
  permission,
  type Policy,
  type Reason,
  type Resolution,
} from '#libs/kernel';

/** Whether the policy only says who may not: who may is then said by what the record holds. */
const letsAnybody = (policy: Policy): boolean => {
  switch (policy.kind) {
    case 'not':
    case 'distinctFrom':
      return true;
    case 'all':
      return policy.policies.every(letsAnybody);
    case 'any':
      return policy.policies.some(letsAnybody);
    default:
      return false;
  }
};

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
  if (letsAnybody(command.by))
    return obstacles({ ...command, from: [instance.stateName] }, instance, resolution, input);
  const verdict = permission(command, instance, input, resolution);
  return verdict.allowed ? [] : verdict.reasons;
}
