import type { Reason } from './reason.js';
import { reason } from './reason.js';

/**
 * Who may do a thing, as a value. The same value yields the check, the permission matrix in the
 * documentation, and the sentence a person reads when refused.
 * `Field` is the name of a field of the state (or of the input) that the policy looks at.
 */
export type Policy<Field extends string = string> =
  | { readonly kind: 'is'; readonly field: Field }
  | { readonly kind: 'holds'; readonly office: string; readonly at: Field }
  | { readonly kind: 'above'; readonly office: string; readonly at: Field }
  | { readonly kind: 'warranted'; readonly scope: Field }
  | { readonly kind: 'distinctFrom'; readonly step: string }
  | { readonly kind: 'system' }
  | { readonly kind: 'not'; readonly policy: Policy<Field> }
  | {
      readonly kind: 'all' | 'any';
      readonly policies: readonly Policy<Field>[];
    };

/** The person named by the field. */
export const is = <F extends string>(field: F): Policy<F> => ({
  kind: 'is',
  field,
});
/** Holds the office in the unit named by the field. */
export const holds = <F extends string>(office: string, at: F): Policy<F> => ({
  kind: 'holds',
  office,
  at,
});
/** Holds the office in a unit above the one named by the field. */
export const above = <F extends string>(office: string, at: F): Policy<F> => ({
  kind: 'above',
  office,
  at,
});
/** Acts under a warrant that covers the unit named by the field. */
export const warranted = <F extends string>(scope: F): Policy<F> => ({
  kind: 'warranted',
  scope,
});
/** Did not write the named earlier fact of the same stream. */
export const distinctFrom = (step: string): Policy<never> => ({
  kind: 'distinctFrom',
  step,
});
/** The engine itself (timers, reactors, operators' imports). */
export const system: Policy<never> = { kind: 'system' };
export const not = <F extends string>(policy: Policy<F>): Policy<F> => ({
  kind: 'not',
  policy,
});
export const all = <F extends string>(...policies: readonly Policy<F>[]): Policy<F> => ({
  kind: 'all',
  policies,
});
export const any = <F extends string>(...policies: readonly Policy<F>[]): Policy<F> => ({
  kind: 'any',
  policies,
});

/** Who acts: `id` is a pseudonymous person id; `onBehalfOf` the person acted for. */
export interface Actor {
  readonly id: string;
  readonly onBehalfOf?: string | undefined;
  readonly kind: 'person' | 'system';
}

/** Offices and the unit tree as they are at the moment of deciding; resolved before `decide`. */
export interface Authority {
  holds(person: string, office: string, unitId: string): boolean;
  /** Ids of the units above, nearest first. */
  ancestors(unitId: string): readonly string[];
  warranted(person: string, unitId: string): boolean;
}

/** What a policy is evaluated against. */
export interface PolicyContext {
  readonly actor: Actor;
  readonly authority: Authority;
  /** Value of a state (first) or input field. */
  field(name: string): unknown;
  /** Everyone who had a hand in the last fact of this type in the stream. */
  authorsOf(step: string): readonly string[];
}

/** Which office in which unit made an act lawful. */
export interface Capacity {
  readonly office: string;
  readonly unit: string;
}

export type PolicyVerdict =
  | { readonly allowed: true; readonly capacity?: Capacity }
  | { readonly allowed: false; readonly reasons: readonly Reason[] };

const ALLOWED: PolicyVerdict = { allowed: true };
const refused = (...reasons: readonly Reason[]): PolicyVerdict => ({
  allowed: false,
  reasons,
});

/** Everyone in whose name the act is done: exclusions must hold for each of them. */
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
      return people(context.actor).includes(String(context.field(policy.field)))
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

/** The policy as one short line, recorded with every fact it allowed. */
export function policyText(policy: Policy): string {
  switch (policy.kind) {
    case 'system':
      return 'system';
    case 'is':
      return `is(${policy.field})`;
    case 'holds':
    case 'above':
      return `${policy.kind}(${policy.office},${policy.at})`;
    case 'warranted':
      return `warranted(${policy.scope})`;
    case 'distinctFrom':
      return `distinctFrom(${policy.step})`;
    case 'not':
      return `not(${policyText(policy.policy)})`;
    case 'all':
    case 'any':
      return `${policy.kind}(${policy.policies.map(policyText).join(',')})`;
  }
}

/** The fields that name units whose offices must be resolved before the policy can be evaluated. */
export function unitFieldsOf(policy: Policy): readonly string[] {
  switch (policy.kind) {
    case 'holds':
    case 'above':
      return [policy.at];
    case 'warranted':
      return [policy.scope];
    case 'not':
      return unitFieldsOf(policy.policy);
    case 'all':
    case 'any':
      return [...new Set(policy.policies.flatMap(unitFieldsOf))];
    default:
      return [];
  }
}
