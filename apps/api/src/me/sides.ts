import { Inject, Injectable } from '@nestjs/common';
import { CHAIN_MAX } from '#libs/access';
import { type Delegation, DelegationListQueries, runsOn } from '#libs/read-models';
import { Scopes } from '../access/scopes.js';
import type { Viewer } from '../access/viewer.js';
import type { Side, UsableWay } from './standing.js';

/** Whose work somebody may do today: their own, and that of those who gave them a right. */
@Injectable()
export class Sides {
  constructor(
    @Inject(Scopes) private readonly scopes: Scopes,
    @Inject(DelegationListQueries) private readonly delegations: DelegationListQueries,
  ) {}

  /** One's own side first. */
  async of(viewer: Viewer, today: string): Promise<readonly Side[]> {
    const personId = viewer.actor.id;
    const { grants } = await this.scopes.of(viewer);
    const warrants = grants.flatMap(({ kind, unitId }) => (kind === 'warrant' ? [unitId] : []));
    const offices = await this.scopes.offices(personId);
    const own: Side = { standing: { personId, offices, warrants }, chain: [], ways: [] };
    return [own, ...(await this.#others(personId, today))];
  }

  async #others(personId: string, today: string): Promise<readonly Side[]> {
    const sides = new Map<string, { chain: readonly string[]; ways: UsableWay[] }>();
    for (const delegation of await this.delegations.received(personId)) {
      const links = await this.#linksOf(delegation, today);
      if (links === undefined) continue;
      const chain = links.map(({ giverId }) => giverId);
      const side = sides.get(chain.join()) ?? { chain, ways: [] };
      sides.set(chain.join(), side);
      side.ways.push(wayOf(links));
    }
    const found: Side[] = [];
    for (const { chain, ways } of sides.values()) {
      const offices = await this.scopes.offices(chain[0]!);
      found.push({ standing: { personId: chain[0]!, offices, warrants: [] }, chain, ways });
    }
    return found;
  }

  /** The delegations of a chain, from the person whose right it is; undefined: broken. */
  async #linksOf(last: Delegation, today: string): Promise<readonly Delegation[] | undefined> {
    const links = [last];
    for (let link = last; ; link = links[0]!) {
      if (!runsOn(link, today) || links.length >= CHAIN_MAX) return undefined;
      if (link.of === null) return links;
      const before = await this.delegations.one(link.of.fromId, link.of.id);
      if (before?.toId !== link.giverId || !before.mayPassOn) return undefined;
      links.unshift(before);
    }
  }
}

const wayOf = (links: readonly Delegation[]): UsableWay => {
  const lists = links.flatMap(({ workflows }) => (workflows === null ? [] : [workflows]));
  return {
    scopes: links.map(({ unitId, office }) => ({ unitId, office: office ?? undefined })),
    ...(lists.length > 0 && {
      workflows: lists.reduce((names, others) => names.filter((name) => others.includes(name))),
    }),
  };
};
