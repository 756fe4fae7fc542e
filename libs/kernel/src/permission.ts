import type { Actor, Authority, Mandate } from './authority.js';
import type { Instance } from './fold.js';
import { fieldOf } from './need.js';
import { asksForPerson } from './policy.js';
import type { PolicyVerdict } from './policy-verdict.js';
import { evaluatePolicy } from './policy-verdict.js';
import type { Reason } from './reason.js';
import { reason } from './reason.js';
import type { AnyCommand } from './workflow.js';

/** Everything a decision rests on, resolved beforehand. */
export interface Resolution {
  readonly actor: Actor;
  readonly authority: Authority;
  /** Whether and how far the actor may use the right of the person acted for. */
  readonly mandate?: Mandate | undefined;
  readonly needs: Readonly<Record<string, unknown>>;
  readonly now: string;
  readonly occurredAt: string;
}

/** Whether the command can be given by nobody but the person concerned. */
export const isPersonal = (command: Pick<AnyCommand, 'by' | 'personal'>): boolean =>
  command.personal ?? asksForPerson(command.by);

/** Why the actor cannot act for somebody here; empty for whoever acts for themselves. */
const mandateReasons = (
  command: AnyCommand,
  actor: Actor,
  mandate: Mandate | undefined,
): readonly Reason[] => {
  if (actor.onBehalfOf === undefined) return [];
  if (isPersonal(command)) return [reason('NOT_DELEGABLE')];
  if (mandate === undefined) return [reason('DELEGATION_NOT_VALID')];
  return mandate.kind === 'refused' ? mandate.reasons : [];
};

/** Whether this actor may give the command, for themselves or for whom they stand. */
export const permission = (
  command: AnyCommand,
  instance: Instance,
  input: object,
  resolution: Resolution,
): PolicyVerdict => {
  const { actor, mandate } = resolution;
  const reasons = mandateReasons(command, actor, mandate);
  if (reasons.length > 0) return { allowed: false, reasons };
  const source = {
    state: instance.state as Record<string, unknown>,
    input: input as Record<string, unknown>,
  };
  return evaluatePolicy(command.byFor?.(input) ?? command.by, {
    actor,
    ways: mandate?.kind === 'valid' ? mandate.ways : undefined,
    authority: resolution.authority,
    field: (name) => fieldOf(source, name),
    authorsOf: (step) => instance.authors.get(step) ?? [],
  });
};
