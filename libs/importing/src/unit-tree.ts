/** A unit of the file, as far as its place in the tree needs. */
export interface TreeNode {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly row: number;
  /** Cannot go in whatever stands above it. */
  readonly refused: boolean;
}

export type Place =
  | { readonly wave: number }
  | { readonly code: 'PARENT_UNKNOWN' | 'PARENT_REFUSED' }
  | { readonly code: 'PARENT_CYCLE'; readonly cycle: readonly string[] }
  | { readonly code: 'TREE_TOO_DEEP' };

/**
 * Where every unit that could go in stands: its distance from the topmost unit of the file above
 * it, so that parents go in before their children in whatever order the rows are.
 */
export async function placesOf(
  nodes: ReadonlyMap<string, TreeNode>,
  exists: (id: string) => boolean | Promise<boolean>,
  depth: number,
): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>();
  for (const { id } of nodes.values()) {
    const path = pathUp(id, nodes, places);
    const top = nodes.get(path.at(-1)!)!;
    const inCircle = path.indexOf(top.parentId ?? '');
    if (inCircle >= 0 && !places.has(top.parentId!)) {
      const cycle = path.slice(inCircle);
      for (const member of cycle) places.set(member, { code: 'PARENT_CYCLE', cycle });
    }
    for (const member of path.reverse())
      if (!places.has(member)) places.set(member, await placeOf(member));
  }
  return places;

  async function placeOf(id: string): Promise<Place> {
    const { parentId } = nodes.get(id)!;
    if (parentId === undefined) return { wave: 0 };
    const parent = nodes.get(parentId);
    const above = places.get(parentId);
    if (parent !== undefined && !parent.refused && above !== undefined && 'wave' in above)
      return above.wave + 1 < depth ? { wave: above.wave + 1 } : { code: 'TREE_TOO_DEEP' };
    if (await exists(parentId)) return { wave: 0 };
    return { code: parent === undefined ? 'PARENT_UNKNOWN' : 'PARENT_REFUSED' };
  }
}

/** From a unit upwards, ending below one already placed, outside the file, or met before. */
const pathUp = (
  start: string,
  nodes: ReadonlyMap<string, TreeNode>,
  places: ReadonlyMap<string, Place>,
): string[] => {
  const path: string[] = [];
  const met = new Set<string>();
  for (let id: string | undefined = start; id !== undefined; id = nodes.get(id)!.parentId) {
    if (met.has(id) || !nodes.has(id) || (places.has(id) && path.length > 0)) break;
    met.add(id);
    path.push(id);
  }
  return path;
};
