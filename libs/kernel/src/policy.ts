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

/** Remembers what a policy, which is a constant of its declaration, always gives. */
function remembered<Value>(derive: (policy: Policy) => Value): (policy: Policy) => Value {
  const known = new WeakMap<Policy, Value>();
  return (policy) => {
    let value = known.get(policy);
    if (value === undefined) known.set(policy, (value = derive(policy)));
    return value;
  };
}

/** The policy as one short line, recorded with every fact it allowed. */
export const policyText = remembered(textOf);

function textOf(policy: Policy): string {
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

/** Whether no office can satisfy the policy: it takes the very person named by a field. */
export function asksForPerson(policy: Policy): boolean {
  switch (policy.kind) {
    case 'is':
      return true;
    case 'all':
      return policy.policies.some(asksForPerson);
    case 'any':
      return policy.policies.length > 0 && policy.policies.every(asksForPerson);
    default:
      return false;
  }
}

/** The fields that name units whose offices must be resolved before the policy can be evaluated. */
export const unitFieldsOf = remembered(fieldsOf);

function fieldsOf(policy: Policy): readonly string[] {
  switch (policy.kind) {
    case 'holds':
    case 'above':
      return [policy.at];
    case 'warranted':
      return [policy.scope];
    case 'not':
      return fieldsOf(policy.policy);
    case 'all':
    case 'any':
      return [...new Set(policy.policies.flatMap(fieldsOf))];
    default:
      return [];
  }
}
