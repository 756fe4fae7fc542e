import { all, type Policy, policyText } from '#libs/kernel';

/** A policy that lets everybody. */
const EVERYBODY: Policy = all();

export interface PolicyMutant {
  readonly what: string;
  readonly policy: Policy;
}

const isGroup = (
  policy: Policy,
): policy is Extract<Policy, { readonly policies: readonly Policy[] }> =>
  policy.kind === 'all' || policy.kind === 'any';

/** The policy without one of its terms, without one exclusion, and without anything at all. */
export const policyMutants = (policy: Policy): readonly PolicyMutant[] => [
  { what: 'everybody may', policy: EVERYBODY },
  ...inner(policy),
];

function inner(policy: Policy): PolicyMutant[] {
  if (policy.kind === 'not')
    return inner(policy.policy).map(within((one) => ({ ...policy, policy: one })));
  if (!isGroup(policy)) return [];
  return policy.policies.flatMap((term, index) => {
    const others = policy.policies.toSpliced(index, 1);
    const put = (one: Policy): Policy => ({
      ...policy,
      policies: policy.policies.with(index, one),
    });
    return [
      ...(others.length === 0
        ? []
        : [
            {
              what: `${policy.kind} without ${policyText(term)}`,
              policy: { ...policy, policies: others },
            },
          ]),
      ...inner(term).map(within(put)),
    ];
  });
}

const within =
  (put: (policy: Policy) => Policy) =>
  ({ what, policy }: PolicyMutant): PolicyMutant => ({ what, policy: put(policy) });
