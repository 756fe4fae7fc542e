import type { Actor, Capacity, PolicyContext } from './authority.js';
import { type Policy, policyText } from './policy.js';
import type { Reason } from './reason.js';
import { reason } from './reason.js';

export type PolicyVerdict =
  | { readonly allowed: true; readonly capacity?: Capacity }
  | { readonly allowed: false; readonly reasons: readonly Reason[] };

const ALLOWED: PolicyVerdict = { allowed: true };
const refused = (...reasons: readonly Reason[]): PolicyVerdict => ({
  allowed: false,
  reasons,
});

/** Everybody in whose name the act is done: exclusions must hold for each of them. */
const people = (actor: Actor): readonly string[] =>
  actor.onBehalfOf === undefined ? [actor.id] : [actor.id, actor.onBehalfOf];

/** The unit among `units` in which somebody of the set holds the office. */
const officeIn = (
  context: PolicyContext,
  office: string,
  units: readonly string[],
): string | undefined =>
  units.find((unit) =>
    people(context.actor).some((who) => context.authority.holds(who, office, unit)),
  );

const unitOf = (context: PolicyContext, field: string): string | undefined => {
  const unit = context.field(field);
  return typeof unit === 'string' ? unit : undefined;
};

const evaluateNot = (policy: Policy, context: PolicyContext): PolicyVerdict => {
  if (!evaluatePolicy(policy, context).allowed) return ALLOWED;
  return refused(
    policy.kind === 'is'
      ? reason('IS_SUBJECT', { field: policy.field })
      : reason('EXCLUDED', { policy: policyText(policy) }),
  );
};

const evaluateAll = (policies: readonly Policy[], context: PolicyContext): PolicyVerdict => {
  const verdicts = policies.map((policy) => evaluatePolicy(policy, context));
  const reasons = verdicts.flatMap((verdict) => (verdict.allowed ? [] : verdict.reasons));
  if (reasons.length > 0) return refused(...reasons);
  return verdicts.find((verdict) => verdict.allowed && verdict.capacity !== undefined) ?? ALLOWED;
};

const evaluateAny = (policies: readonly Policy[], context: PolicyContext): PolicyVerdict => {
  const reasons: Reason[] = [];
  for (const policy of policies) {
    const verdict = evaluatePolicy(policy, context);
    if (verdict.allowed) return verdict;
    reasons.push(...verdict.reasons);
  }
  return refused(...reasons);
};

/**
 * Evaluates a policy for the whole set {actor, the person acted for}: it is enough that one of
 * them satisfies an inclusion, and an exclusion must hold for all (exclusion beats inclusion).
 */
export function evaluatePolicy(policy: Policy, context: PolicyContext): PolicyVerdict {
  switch (policy.kind) {
    case 'system':
      return context.actor.kind === 'system' ? ALLOWED : refused(reason('NOT_SYSTEM'));
    case 'is':
      return people(context.actor).some((who) => who === context.field(policy.field))
        ? ALLOWED
        : refused(reason('NOT_SUBJECT', { field: policy.field }));
    case 'holds':
    case 'above': {
      const unit = unitOf(context, policy.at);
      const units =
        unit === undefined
          ? []
          : policy.kind === 'holds'
            ? [unit]
            : context.authority.ancestors(unit);
      const found = officeIn(context, policy.office, units);
      return found === undefined
        ? refused(
            reason(policy.kind === 'holds' ? 'NOT_HOLDER' : 'NOT_ABOVE', {
              office: policy.office,
            }),
          )
        : { allowed: true, capacity: { office: policy.office, unit: found } };
    }
    case 'warranted': {
      const unit = unitOf(context, policy.scope);
      return unit !== undefined && context.authority.warranted(context.actor.id, unit)
        ? ALLOWED
        : refused(reason('NO_WARRANT'));
    }
    case 'distinctFrom': {
      const authors = context.authorsOf(policy.step);
      return people(context.actor).some((who) => authors.includes(who))
        ? refused(reason('SAME_PERSON', { step: policy.step }))
        : ALLOWED;
    }
    case 'not':
      return evaluateNot(policy.policy, context);
    case 'all':
      return evaluateAll(policy.policies, context);
    case 'any':
      return evaluateAny(policy.policies, context);
  }
}
