import type { LeaseView } from './lease-table.port.js';

/** An item, and how much work it is beside the others; above 0. */
export interface Weighed {
  readonly item: string;
  readonly weight: number;
}

export interface ShareAsked {
  readonly view: LeaseView;
  readonly worker: string;
  /** What this worker can do. */
  readonly items: readonly Weighed[];
  /** After this time without an owner anybody takes an item, ms. */
  readonly leaseMs: number;
}

export interface SharePlan {
  readonly take: readonly string[];
  readonly giveBack: readonly string[];
}

/** Differences below this part of a fair share are not worth moving anything. */
const WORTH_MOVING = 0.1;

type Loads = Map<string, number>;

/**
 * What a worker takes and gives back. Everybody reckons the same from the same view: what is free
 * goes to whoever has least, heaviest first, and whoever has most gives to whoever has least while
 * that evens things out. A worker alone takes everything; nothing goes to and fro.
 */
export function sharePlan({ view, worker, items, leaseMs }: ShareAsked): SharePlan {
  const weightOf = new Map(items.map(({ item, weight }) => [item, weight]));
  const weight = (item: string): number => weightOf.get(item) ?? 1;
  const loads: Loads = new Map([...view.workers, worker].map((id) => [id, 0]));
  const owners = new Map<string, string>();
  const give = (item: string, to: string): void => {
    owners.set(item, to);
    loads.set(to, (loads.get(to) ?? 0) + weight(item));
  };
  for (const { item, owner } of view.leases) if (owner !== undefined) give(item, owner);
  const free = view.leases
    .filter(({ owner }) => owner === undefined)
    .sort((a, b) => weight(b.item) - weight(a.item) || (a.item < b.item ? -1 : 1));
  for (const { item } of free) give(item, least(loads));
  evenOut(loads, owners, weight);
  const isOurs = (item: string): boolean => owners.get(item) === worker;
  // What lies too long should have been taken by somebody who does not take it.
  const take = free.filter(({ item, idleMs }) => isOurs(item) || idleMs > leaseMs);
  const kept = view.leases.filter(({ owner }) => owner === worker);
  return {
    take: take.map(({ item }) => item).filter((item) => weightOf.has(item)),
    giveBack: kept.map(({ item }) => item).filter((item) => !isOurs(item)),
  };
}

/** Moves from whoever has most to whoever has least, as long as it helps. */
function evenOut(
  loads: Loads,
  owners: Map<string, string>,
  weight: (item: string) => number,
): void {
  const total = [...loads.values()].reduce((sum, load) => sum + load, 0);
  const tooLittle = (total / loads.size) * WORTH_MOVING;
  for (let moves = owners.size; moves > 0; moves -= 1) {
    const [from, to] = [most(loads), least(loads)];
    const gap = (loads.get(from) ?? 0) - (loads.get(to) ?? 0);
    if (gap <= tooLittle) return;
    const [best] = [...owners]
      .filter(([item, owner]) => owner === from && weight(item) < gap)
      .map(([item]) => item)
      .sort((a, b) => offHalf(weight(a), gap) - offHalf(weight(b), gap) || (a < b ? -1 : 1));
    if (best === undefined) return;
    owners.set(best, to);
    loads.set(from, (loads.get(from) ?? 0) - weight(best));
    loads.set(to, (loads.get(to) ?? 0) + weight(best));
  }
}

const offHalf = (weight: number, gap: number): number => Math.abs(gap / 2 - weight);

const ranked = (loads: Loads): [string, number][] =>
  [...loads].sort(([a, has], [b, hasToo]) => has - hasToo || (a < b ? -1 : 1));

const least = (loads: Loads): string => ranked(loads)[0]?.[0] ?? '';
const most = (loads: Loads): string => ranked(loads).at(-1)?.[0] ?? '';
