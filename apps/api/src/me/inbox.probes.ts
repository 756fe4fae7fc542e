import type { MandateScope } from '#libs/kernel';
import { INBOX_PATHS, type InboxPath, type InboxProbe } from '#libs/read-models';
import type { Side, Standing, Surroundings, UsableWay } from './standing.js';

export interface ProbeOptions {
  readonly today: string;
  /** Also what units below have time for themselves; otherwise only what they are late with. */
  readonly below: boolean;
}

/**
 * Where to look for what waits for somebody: instances that name them, of units in which they hold
 * an office, and, once the unit is late, of units directly below. For somebody acted for the same,
 * within the scopes of the delegations and without what everybody does in person.
 */
export function probesOf(
  side: Side,
  around: Surroundings,
  options: ProbeOptions,
): readonly InboxProbe[] {
  const { standing } = side;
  const probes =
    side.chain.length === 0
      ? INBOX_PATHS.map((path) => ownProbe(path, standing, around, options))
      : side.ways.flatMap((way) =>
          INBOX_PATHS.map((path) => probeThrough(way, path, standing, around, options)),
        );
  return merged(probes.filter((probe) => probe !== undefined));
}

function ownProbe(
  { atom, awaiting }: InboxPath,
  { personId, offices, warrants }: Standing,
  around: Surroundings,
  { today, below }: ProbeOptions,
): InboxProbe | undefined {
  const { field } = atom;
  if (atom.kind === 'is' || atom.kind === 'named') return { field, values: [personId], awaiting };
  if (atom.kind === 'warranted')
    return { field, values: distinct(warrants.flatMap(around.below)), awaiting };
  const units = offices.flatMap(({ unitId, office }) => (office === atom.office ? [unitId] : []));
  if (atom.kind === 'holds') return { field, values: units, awaiting };
  return below
    ? {
        field,
        values: distinct(units.flatMap((id) => around.below(id).filter((one) => one !== id))),
        awaiting,
      }
    : { field, values: distinct(units.flatMap(around.children)), awaiting, dueBefore: today };
}

function probeThrough(
  { scopes, workflows }: UsableWay,
  path: InboxPath,
  standing: Standing,
  around: Surroundings,
  options: ProbeOptions,
): InboxProbe | undefined {
  const { atom } = path;
  // A warrant serves nobody but its holder, and an office lends nothing personal.
  if (atom.kind === 'warranted') return undefined;
  const isPersonal = atom.kind === 'is' || atom.kind === 'named';
  if (isPersonal && scopes.some(({ office }) => office !== undefined)) return undefined;
  const allowed = standing.offices.filter(({ office }) =>
    scopes.every((scope) => (scope.office ?? office) === office),
  );
  const found = ownProbe(path, { ...standing, offices: allowed }, around, options);
  if (found === undefined) return undefined;
  const awaiting = path.delegable.filter(
    (one) => workflows === undefined || workflows.includes(one.slice(0, one.indexOf('|'))),
  );
  const within = unitsWithin(scopes, around);
  if (isPersonal) return { ...found, awaiting, within };
  return { ...found, awaiting, values: found.values.filter((id) => within.includes(id)) };
}

/** Units that lie in every one of the scopes. */
const unitsWithin = (scopes: readonly MandateScope[], around: Surroundings): readonly string[] =>
  scopes
    .map(({ unitId }) => around.below(unitId))
    .reduce((units, others) => units.filter((id) => others.includes(id)));

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** Probes that look in the same place become one. */
function merged(probes: readonly InboxProbe[]): readonly InboxProbe[] {
  const places = new Map<string, InboxProbe>();
  for (const probe of probes) {
    if (probe.values.length === 0 || probe.awaiting.length === 0) continue;
    const { awaiting, ...place } = probe;
    const key = JSON.stringify(place);
    const before = places.get(key)?.awaiting ?? [];
    places.set(key, { ...place, awaiting: distinct([...before, ...awaiting]) });
  }
  return [...places.values()];
}
