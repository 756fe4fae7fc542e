import type { Capacity, PolicyContext } from './authority.js';
import { everybodyOf } from './authority.js';
import { type Policy, policyText } from './policy.js';
import { isOfScope, people, UNIT_FIELD, unitOf, type Whose } from './policy-scope.js';
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

/** By an office in the unit named by the field, or in one above it. */
const byOffice = (
  policy: Extract<Policy, { kind: 'holds' | 'above' }>,
  context: PolicyContext,
  whose: Whose,
): PolicyVerdict => {
  const { office } = policy;
  const unit = unitOf(context, policy.at);
  const units =
    unit === undefined ? [] : policy.kind === 'holds' ? [unit] : context.authority.ancestors(unit);
  const who = people(context, whose, unit, office);
  const found = units.find((one) =>
    who.some((person) => context.authority.holds(person, office, one)),
  );
  return found === undefined
    ? refused(reason(policy.kind === 'holds' ? 'NOT_HOLDER' : 'NOT_ABOVE', { office }))
    : { allowed: true, capacity: { office, unit: found } };
};

const evaluateNot = (policy: Policy, context: PolicyContext, whose: Whose): PolicyVerdict => {
  const excluded = evaluate(policy, context, whose === 'usable' ? 'everybody' : 'usable');
  if (!excluded.allowed) return ALLOWED;
  return refused(
    policy.kind === 'is'
      ? reason('IS_SUBJECT', { field: policy.field })
      : reason('EXCLUDED', { policy: policyText(policy) }),
  );
};

const evaluateAll = (
  policies: readonly Policy[],
  context: PolicyContext,
  whose: Whose,
): PolicyVerdict => {
  const verdicts = policies.map((policy) => evaluate(policy, context, whose));
  const reasons = verdicts.flatMap((verdict) => (verdict.allowed ? [] : verdict.reasons));
  if (reasons.length > 0) return refused(...reasons);
  return verdicts.find((verdict) => verdict.allowed && verdict.capacity !== undefined) ?? ALLOWED;
};

const evaluateAny = (
  policies: readonly Policy[],
  context: PolicyContext,
  whose: Whose,
): PolicyVerdict => {
  const reasons: Reason[] = [];
  for (const policy of policies) {
    const verdict = evaluate(policy, context, whose);
    if (verdict.allowed) return verdict;
    reasons.push(...verdict.reasons);
  }
  return refused(...reasons);
};

/** Not the same hands as in an earlier step; turned around, the actor's own hands. */
const evaluateDistinct = (step: string, context: PolicyContext, whose: Whose): PolicyVerdict => {
  const authors = context.authorsOf(step);
  const who = whose === 'usable' ? everybodyOf(context.actor) : [context.actor.id];
  return who.some((person) => authors.includes(person))
    ? refused(reason('SAME_PERSON', { step }))
    : ALLOWED;
};

function evaluate(policy: Policy, context: PolicyContext, whose: Whose): PolicyVerdict {
  switch (policy.kind) {
    case 'system':
      return context.actor.kind === 'system' ? ALLOWED : refused(reason('NOT_SYSTEM'));
    case 'is':
      return people(context, whose, unitOf(context, UNIT_FIELD)).some(
        (who) => who === context.field(policy.field),
      )
        ? ALLOWED
        : refused(reason('NOT_SUBJECT', { field: policy.field }));
    case 'holds':
    case 'above':
      return byOffice(policy, context, whose);
    case 'warranted': {
      const unit = unitOf(context, policy.scope);
      const who = whose === 'everybody' ? everybodyOf(context.actor) : [context.actor.id];
      return unit !== undefined && who.some((one) => context.authority.warranted(one, unit))
        ? ALLOWED
        : refused(reason('NO_WARRANT'));
    }
    case 'distinctFrom':
      return evaluateDistinct(policy.step, context, whose);
    case 'not':
      return evaluateNot(policy.policy, context, whose);
    case 'all':
      return evaluateAll(policy.policies, context, whose);
    case 'any':
      return evaluateAny(policy.policies, context, whose);
  }
}

/** A scope without bounds, to find out whether only the scope was in the way. */
const BOUNDLESS: PolicyContext['ways'] = [[]];

/**
 * Evaluates a policy for the actor and the whole chain behind. An inclusion is met by the actor or,
 * within the scope of the delegation, by the person acted for; never by those in between, and a
 * warrant by nobody but its holder. An exclusion must hold for everybody of the chain: exclusion
 * beats inclusion. What the policy allows without the right of the person acted for is still done
 * in their name, and so only on records within the scope.
 */
export function evaluatePolicy(policy: Policy, context: PolicyContext): PolicyVerdict {
  const verdict = evaluate(policy, context, 'usable');
  if (context.actor.onBehalfOf === undefined) return verdict;
  const outside = refused(reason('DELEGATION_NOT_IN_SCOPE'));
  if (verdict.allowed) {
    const needsRight = !evaluate(policy, { ...context, ways: [] }, 'usable').allowed;
    return needsRight || isOfScope(context) ? verdict : outside;
  }
  if (context.ways === undefined) return verdict;
  const unbound = evaluate(policy, { ...context, ways: BOUNDLESS }, 'usable');
  return unbound.allowed ? outside : verdict;
}
