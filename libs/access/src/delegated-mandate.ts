import type { Actor, Mandate, MandateScope, Reason } from '#libs/kernel';
import { dayOf, reason } from '#libs/kernel';

/** One delegation as it stands in the record of whoever gave it. */
export interface GrantedRight {
  readonly id: string;
  /** The person who may act. */
  readonly toId: string;
  readonly unitId: string;
  readonly office?: string | undefined;
  /** Names of workflows; absent: all. */
  readonly workflows?: readonly string[] | undefined;
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly until: string;
  readonly mayPassOn: boolean;
  /** The delegation received that is passed on; absent: the giver's own rights. */
  readonly of?: { readonly fromId: string; readonly id: string } | undefined;
  /** First day on which it is no longer valid, once revoked. */
  readonly endedOn?: string | undefined;
}

/** Everything one person has given; `closedOn`: since that day none of it is valid. */
export interface GrantedRights {
  readonly grants: readonly GrantedRight[];
  readonly closedOn?: string | undefined;
}

export type LoadGranted = (
  personId: string,
) => GrantedRights | undefined | Promise<GrantedRights | undefined>;

/** What somebody wants to do for another: in a workflow, at a moment (ISO 8601). */
export interface MandateAsked {
  readonly actor: Actor;
  readonly workflow: string;
  readonly at: string;
}

/** People in a chain, from the person acted for to the actor; a longer one answers to nobody. */
export const CHAIN_MAX = 5;

type Checked =
  | { readonly kind: 'way'; readonly scopes: readonly MandateScope[] }
  | { readonly kind: 'broken'; readonly code: BrokenCode };

/** From the least to the most telling. */
const CODES = ['DELEGATION_NOT_VALID', 'DELEGATION_NOT_IN_SCOPE', 'DELEGATION_EXPIRED'] as const;
type BrokenCode = (typeof CODES)[number];

/** The people of the chain, from the person acted for to the actor. */
export const chainOf = (actor: Actor): readonly string[] =>
  actor.onBehalfOf === undefined ? [actor.id] : [actor.onBehalfOf, ...(actor.via ?? []), actor.id];

/**
 * Whether every link of the actor's chain is valid that day, as the delegators' own records say,
 * and how far it reaches. The last link names the delegation it passes on, that one the one before.
 */
export async function delegatedMandate(asked: MandateAsked, load: LoadGranted): Promise<Mandate> {
  const chain = chainOf(asked.actor);
  if (chain.length < 2 || chain.length > CHAIN_MAX || new Set(chain).size < chain.length)
    return refused('DELEGATION_NOT_VALID');
  const rights: (GrantedRights | undefined)[] = [];
  for (const giver of chain.slice(0, -1)) {
    const given = load(giver);
    rights.push(given instanceof Promise ? await given : given);
  }
  const day = dayOf(asked.at);
  const last = chain.length - 2;
  const checked = (rights[last]?.grants ?? [])
    .filter(({ toId }) => toId === asked.actor.id)
    .map((grant) => wayBack(chain, rights, last, grant, asked.workflow, day));
  const ways = checked.flatMap((one) => (one.kind === 'way' ? [one.scopes] : []));
  if (ways.length > 0) return { kind: 'valid', ways };
  const codes = checked.flatMap((one) => (one.kind === 'broken' ? [one.code] : []));
  return refused(CODES.findLast((code) => codes.includes(code)) ?? 'DELEGATION_NOT_VALID');
}

const refused = (code: BrokenCode): Mandate => {
  const reasons: readonly Reason[] = [reason(code)];
  return { kind: 'refused', reasons };
};

/** Follows a delegation back to the person whose right it is. */
function wayBack(
  chain: readonly string[],
  rights: readonly (GrantedRights | undefined)[],
  last: number,
  lastGrant: GrantedRight,
  workflow: string,
  day: string,
): Checked {
  const scopes: MandateScope[] = [];
  let grant = lastGrant;
  for (let link = last; ; link -= 1) {
    const code = linkProblem(grant, rights[link]?.closedOn, workflow, day);
    if (code !== undefined) return { kind: 'broken', code };
    scopes.push({ unitId: grant.unitId, office: grant.office });
    if (link === 0)
      return grant.of === undefined
        ? { kind: 'way', scopes }
        : { kind: 'broken', code: 'DELEGATION_NOT_VALID' };
    const { of } = grant;
    const before = rights[link - 1]?.grants.find(({ id }) => id === of?.id);
    const isPassedOn =
      of?.fromId === chain[link - 1] && before?.toId === chain[link] && before?.mayPassOn === true;
    if (!isPassedOn) return { kind: 'broken', code: 'DELEGATION_NOT_VALID' };
    grant = before!;
  }
}

function linkProblem(
  grant: GrantedRight,
  closedOn: string | undefined,
  workflow: string,
  day: string,
): BrokenCode | undefined {
  if (day < grant.from) return 'DELEGATION_NOT_VALID';
  const isOver = [grant.endedOn, closedOn].some((end) => end !== undefined && end <= day);
  if (isOver || day > grant.until) return 'DELEGATION_EXPIRED';
  return grant.workflows === undefined || grant.workflows.includes(workflow)
    ? undefined
    : 'DELEGATION_NOT_IN_SCOPE';
}
