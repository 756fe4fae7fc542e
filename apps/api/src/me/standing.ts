import type { MandateScope } from '#libs/kernel';
import type { UnitTree } from '#libs/read-models';

/** Somebody's ways into the work of units. */
export interface Standing {
  readonly personId: string;
  readonly offices: readonly { readonly unitId: string; readonly office: string }[];
  /** Units under a warrant. */
  readonly warrants: readonly string[];
}

/** One way in which somebody else's right may be used. */
export interface UsableWay {
  readonly scopes: readonly MandateScope[];
  /** Names of workflows; absent: all. */
  readonly workflows?: readonly string[] | undefined;
}

/** Whose inbox is looked into: one's own (`chain` empty), or that of somebody acted for. */
export interface Side {
  readonly standing: Standing;
  /** The person acted for, then those who passed the right on. */
  readonly chain: readonly string[];
  readonly ways: readonly UsableWay[];
}

/** Where units lie in the tree of a day. */
export interface Surroundings {
  /** The unit and all below it. */
  readonly below: (unitId: string) => readonly string[];
  /** Those directly below. */
  readonly children: (unitId: string) => readonly string[];
}

/** The tree as it is drawn on a day. */
export function surroundingsOn({ units, map }: UnitTree, day: string): Surroundings {
  const drawn = map.drawnAt(day).below;
  return {
    below: (unitId) => drawn.get(unitId) ?? [unitId],
    children: (unitId) =>
      (drawn.get(unitId) ?? []).filter((id) => units.get(id)?.parentId === unitId),
  };
}
