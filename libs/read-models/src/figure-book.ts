import type { ProjectedEvent, RowsOf } from '#libs/projections';
import type { OrganisationFacts } from '#libs/workflows';
import {
  type AddFigures,
  addFlow,
  addStock,
  type Amounts,
  type FigureRow,
  type Moving,
  shiftFigures,
} from './figure-shift.js';
import type {
  figureEdge,
  figureMapState,
  figureUnit,
} from './level-indicators/level-indicators.table.js';
import { type Place, UnitMap } from './unit-map.js';

/** The part of an event that a figure's list of events keeps. */
export interface Behind {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: object;
}

export interface At {
  readonly unitId: string;
  readonly year: number;
}

type MapRows = RowsOf<{
  unit: typeof figureUnit;
  edge: typeof figureEdge;
  state: typeof figureMapState;
}>;
type Closing = ProjectedEvent<OrganisationFacts, 'OrgMerged' | 'OrgSplit' | 'OrgDissolved'>;

/** Where a projection keeps its figures: sums over subtrees, a unit's own, and what is behind. */
export interface FigureRows {
  readonly units: MapRows['unit'];
  readonly edges: MapRows['edge'];
  readonly state: MapRows['state'];
  readonly addTotal: AddFigures;
  readonly addOwn: AddFigures;
  totalsOf(unitId: string): readonly FigureRow[];
  ownOf(unitId: string): readonly FigureRow[];
  list(event: Behind, at: At, amounts: Amounts): void;
  touch(unitId: string): void;
}

/** What moves when people get another heir, and what moves when the unit itself is moved. */
export interface Movable {
  readonly people: Moving;
  readonly all: Moving;
}

/** Brings every contribution to its unit and all above it, on the map of its year. */
export class FigureBook {
  private readonly map: UnitMap;

  constructor(
    private readonly rows: FigureRows,
    private readonly movable: Movable,
  ) {
    this.map = new UnitMap([...rows.units.values()], [...rows.edges.values()]);
  }

  /** Counts what people of a unit did or are: a closed unit's people count in its heir. */
  people(kind: 'flow' | 'stock', event: Behind, at: At, amounts: Amounts): void {
    this.bring(
      kind,
      event,
      at,
      amounts,
      this.map.placesOf(at.unitId),
      this.map.ownPlacesOf(at.unitId),
    );
  }

  /** Counts what the unit itself did or owes: no heir takes it over. */
  unit(kind: 'flow' | 'stock', event: Behind, at: At, amounts: Amounts): void {
    const own = [{ from: 0, path: [at.unitId] }];
    this.bring(kind, event, at, amounts, this.map.standingOf(at.unitId), own);
  }

  found({ data, position }: ProjectedEvent<OrganisationFacts, 'OrgFounded'>): void {
    const { unitId, parentId, on } = data;
    this.rows.units.put({
      id: unitId,
      from_date: on,
      to_date: null,
      heir_id: null,
      plans_from: data.plansFrom ?? null,
      plans_until: null,
    });
    this.rows.edges.put({ unit_id: unitId, from_date: on, parent_id: parentId });
    this.rows.state.put({ id: 1, position });
    this.map.found(unitId, on);
    this.map.edge(unitId, on, parentId);
  }

  reparent({ data, position }: ProjectedEvent<OrganisationFacts, 'OrgReparented'>): void {
    const { unitId, on, toParentId } = data;
    const before = this.map.standingOf(unitId);
    this.map.edge(unitId, on, toParentId);
    this.rows.edges.put({ unit_id: unitId, from_date: on, parent_id: toParentId });
    this.rows.state.put({ id: 1, position });
    const after = this.map.standingOf(unitId);
    const totals = this.rows.totalsOf(unitId);
    shiftFigures(totals, before, after, this.movable.all, this.rows.addTotal);
    this.rows.touch(unitId);
  }

  /** A unit closes: its people's figures go to the heir from then on. */
  close({ data, position }: Closing): void {
    const { unitId, on, heirId, plansUntil } = data;
    const unit = this.rows.units.get(unitId);
    if (unit === undefined) return;
    const own = this.rows.ownOf(unitId);
    const before = this.map.placesOf(unitId);
    const ownBefore = this.map.ownPlacesOf(unitId);
    this.map.close(unitId, on, heirId);
    const { people } = this.movable;
    shiftFigures(own, before, this.map.placesOf(unitId), people, this.rows.addTotal);
    shiftFigures(own, ownBefore, this.map.ownPlacesOf(unitId), people, this.rows.addOwn);
    this.rows.units.change(unit, { to_date: on, heir_id: heirId, plans_until: plansUntil });
    this.rows.state.put({ id: 1, position });
    this.rows.touch(heirId);
  }

  private bring(
    kind: 'flow' | 'stock',
    event: Behind,
    at: At,
    amounts: Amounts,
    places: readonly Place[],
    own: readonly Place[],
  ): void {
    this.rows.list(event, at, amounts);
    const add = kind === 'flow' ? addFlow : addStock;
    add(places, at.year, amounts, (part, unitId, year) => {
      this.rows.addTotal(part, unitId, year);
      this.rows.touch(unitId);
    });
    add(own, at.year, amounts, this.rows.addOwn);
  }
}
