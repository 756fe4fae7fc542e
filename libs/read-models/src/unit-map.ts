/** What a map of units is drawn from. Dates are ISO dates. */
export interface MapUnit {
  readonly id: string;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly heir_id: string | null;
}

export interface MapEdge {
  readonly unit_id: string;
  readonly from_date: string;
  readonly parent_id: string | null;
}

/** From year `from` on a unit's figures count in these units: itself or its heir first, then up. */
export interface Place {
  readonly from: number;
  readonly path: readonly string[];
}

/** A tree drawn for one year or date. Lists are in order of founding. */
export interface Drawing {
  /** Every unit whose figures count in this one, itself included. */
  readonly below: Map<string, string[]>;
  /** The units whose own figures are this unit's own: itself, and those it stands for. */
  readonly own: Map<string, string[]>;
  readonly children: Map<string, string[]>;
}

interface Node {
  readonly id: string;
  readonly from: string;
  /** Parents in order of time; the first holds for all earlier years too. */
  readonly parents: { readonly date: string; readonly year: number; readonly id: string | null }[];
  closed: { readonly date: string; readonly year: number; readonly heirId: string } | undefined;
}

/** End of the registration window: a change up to here already holds for the year's figures. */
const WINDOW_END = '03-31';
const ALWAYS = 0;
const DRAWINGS_KEPT = 16;

const listIn = (lists: Map<string, string[]>, key: string): string[] => {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
};

/** First year whose figures are drawn on the map as changed on this date. */
export const firstYearOnMap = (date: string): number =>
  date.slice(5, 10) <= WINDOW_END ? Number(date.slice(0, 4)) : Number(date.slice(0, 4)) + 1;

/** The units with their dated parents and heirs; answers where a figure counts, on any map. */
export class UnitMap {
  private readonly nodes = new Map<string, Node>();
  /** Years in which anything changes place, ascending. */
  private turns: number[] = [];
  private readonly places = new Map<string, readonly Place[]>();
  private readonly ownPlaces = new Map<string, readonly Place[]>();
  private readonly drawings = new Map<string | number, Drawing>();

  constructor(units: readonly MapUnit[] = [], edges: readonly MapEdge[] = []) {
    for (const { id, from_date } of units) this.found(id, from_date);
    for (const { unit_id, from_date, parent_id } of edges) this.edge(unit_id, from_date, parent_id);
    for (const { id, to_date, heir_id } of units)
      if (to_date !== null && heir_id !== null) this.close(id, to_date, heir_id);
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  get size(): number {
    return this.nodes.size;
  }

  ids(): Iterable<string> {
    return this.nodes.keys();
  }

  found(id: string, date: string): void {
    this.drawings.clear();
    this.nodes.set(id, { id, from: date, parents: [], closed: undefined });
    this.forgetPlaces(id);
  }

  /** From `date` on the unit stands under this parent; the first edge holds before, too. */
  edge(id: string, date: string, parentId: string | null): void {
    const node = this.nodes.get(id);
    if (node === undefined) return;
    const kept = node.parents.filter((edge) => edge.date !== date);
    const dates = [...kept.map((edge) => edge.date), date].sort();
    const parents = dates.map((each) => {
      const known = kept.find((edge) => edge.date === each);
      const year = each === dates[0] ? ALWAYS : firstYearOnMap(each);
      return { date: each, year, id: known === undefined ? parentId : known.id };
    });
    this.drawings.clear();
    node.parents.splice(0, Infinity, ...parents);
    if (parents.length > 1) this.changed(parents.map(({ year }) => year));
    else this.forgetPlaces(id);
  }

  close(id: string, date: string, heirId: string): void {
    const node = this.nodes.get(id);
    if (node === undefined) return;
    node.closed = { date, year: firstYearOnMap(date), heirId };
    this.changed([node.closed.year]);
  }

  /** Where the people of a unit count, year by year: a closed unit's in its heir. */
  placesOf(id: string): readonly Place[] {
    let places = this.places.get(id);
    if (places === undefined) {
      places = this.timeline((year) => this.pathIn(this.landingIn(id, year), year));
      this.places.set(id, places);
    }
    return places;
  }

  /** Of the same places only the first unit: whose own figures they are. */
  ownPlacesOf(id: string): readonly Place[] {
    let places = this.ownPlaces.get(id);
    if (places === undefined) {
      places = this.placesOf(id).map(({ from, path }) => ({ from, path: path.slice(0, 1) }));
      this.ownPlaces.set(id, places);
    }
    return places;
  }

  /** Where the unit itself stands, year by year, heirs left aside. */
  standingOf(id: string): readonly Place[] {
    return this.timeline((year) => this.pathIn(id, year));
  }

  /** The unit in which the people of this unit count in that year. */
  landingIn(id: string, year: number): string {
    return this.follow(id, (node) =>
      node.closed !== undefined && node.closed.year <= year ? node.closed.heirId : undefined,
    );
  }

  /** The unit and all above it, as they stand for the figures of that year. */
  pathIn(id: string, year: number): string[] {
    return this.climb(id, (node) => node.parents.findLast((edge) => edge.year <= year)?.id);
  }

  /** Who answers for the unit on the map of a date: itself, its heir, or who was there before. */
  targetAt(id: string, date: string): string {
    const open = this.follow(id, (node) =>
      node.closed !== undefined && node.closed.date <= date ? node.closed.heirId : undefined,
    );
    return this.follow(open, (node) =>
      node.from > date ? (node.parents[0]?.id ?? undefined) : undefined,
    );
  }

  /** The target and all above it on the map of a date. */
  pathAt(id: string, date: string): string[] {
    return this.climb(this.targetAt(id, date), (node) => {
      const parent = (node.parents.findLast((edge) => edge.date <= date) ?? node.parents[0])?.id;
      return parent == null ? parent : this.targetAt(parent, date);
    });
  }

  /** The whole tree as it stands for the figures of a year, closed units where they stood. */
  drawnIn(year: number): Drawing {
    return this.draw(year, (id) => this.pathIn(id, year));
  }

  /** The tree on the map of a date: closed units in their heirs, later ones whence they came. */
  drawnAt(date: string): Drawing {
    return this.draw(date, (id) => this.pathAt(id, date));
  }

  /**
   * The units directly below for the figures of a year. A closed one still stands there, with
   * nothing of its own: it is listed only while an open one stands below it, so that what is
   * listed adds up.
   */
  openBelow(id: string, year: number): readonly string[] {
    const { below, children } = this.drawnIn(year);
    return (children.get(id) ?? []).filter((child) =>
      below.get(child)?.some((each) => this.landingIn(each, year) === each),
    );
  }

  private draw(of: string | number, pathOf: (id: string) => string[]): Drawing {
    const known = this.drawings.get(of);
    if (known !== undefined) return known;
    const drawing: Drawing = { below: new Map(), own: new Map(), children: new Map() };
    const children = new Map<string, Set<string>>();
    for (const id of this.nodes.keys()) {
      const path = pathOf(id);
      listIn(drawing.own, path[0]!).push(id);
      path.forEach((unitId, index) => {
        listIn(drawing.below, unitId).push(id);
        const under = path[index - 1];
        if (under === undefined) return;
        if (!children.has(unitId)) children.set(unitId, new Set());
        children.get(unitId)!.add(under);
      });
    }
    for (const [id, under] of children) drawing.children.set(id, [...under]);
    if (this.drawings.size >= DRAWINGS_KEPT) this.drawings.clear();
    this.drawings.set(of, drawing);
    return drawing;
  }

  private changed(years: readonly number[]): void {
    this.turns = [...new Set([...this.turns, ...years])].sort((a, b) => a - b);
    this.places.clear();
    this.ownPlaces.clear();
    this.drawings.clear();
  }

  private forgetPlaces(id: string): void {
    this.places.delete(id);
    this.ownPlaces.delete(id);
  }

  private timeline(pathIn: (year: number) => string[]): readonly Place[] {
    const places: { from: number; path: string[] }[] = [{ from: ALWAYS, path: pathIn(ALWAYS) }];
    for (const from of this.turns) {
      const path = pathIn(from);
      if (path.join('\u0001') !== places.at(-1)!.path.join('\u0001')) places.push({ from, path });
    }
    return places;
  }

  /** Goes on while there is a next unit; a circle in the data ends the walk. */
  private follow(id: string, next: (node: Node) => string | undefined): string {
    return this.climb(id, next).at(-1)!;
  }

  private climb(id: string, next: (node: Node) => string | null | undefined): string[] {
    const path = [id];
    for (let node = this.nodes.get(id); node !== undefined;) {
      const up = next(node);
      if (up == null || path.includes(up)) break;
      path.push(up);
      node = this.nodes.get(up);
    }
    return path;
  }
}

/** The place that holds in a year. */
export const placeIn = (places: readonly Place[], year: number): Place => {
  let found = places[0]!;
  for (const place of places) if (place.from <= year) found = place;
  return found;
};
