import { Inject, Injectable } from '@nestjs/common';
import type { Engine } from '#libs/engine';
import type { InspectionState } from '#libs/workflows';
import { ENGINE } from '../ports.js';
import type { AccessKey } from './access-table.js';
import { partInInspection } from './inspection-party.js';
import { type Place, Scopes } from './scopes.js';
import type { Reading, Scope } from './viewer.js';

/** A record's place, and by which row of the access table it is read. */
export interface RecordPlace {
  readonly place: Place;
  readonly kind: RecordKind;
  /** What it shows to whoever has a part in it; `none`: not even by office; else by office. */
  readonly part?: (scope: Scope) => Reading | 'none' | undefined;
}

/**
 * `person`: one member's record · `unit`: a document of a unit, open to its own people ·
 * `supervised`: names people, for whoever takes part, leads them or inspects ·
 * `inspection`: for whoever orders it, and whoever has a part in it ·
 * `unbegun`: nobody has written anything yet, so there is nothing to protect.
 */
export type RecordKind = 'person' | 'unit' | 'supervised' | 'inspection' | 'unbegun';

/** Workflows whose records name people beside the one they are about. */
const SUPERVISED: readonly string[] = [
  'criticism-session',
  'classification',
  'rating-list',
  'commendation',
  'achievement-record',
];

const ROWS: Readonly<Record<RecordKind, Readonly<Partial<Record<AccessKey, AccessKey>>>>> = {
  person: {},
  unit: {
    'instances.one': 'documents.one',
    'instances.events': 'documents.events',
    'instances.actions': 'documents.actions',
  },
  supervised: {
    'instances.one': 'supervised.one',
    'instances.events': 'supervised.events',
    'instances.actions': 'supervised.actions',
  },
  inspection: {
    'instances.one': 'inspections.one',
    'instances.events': 'inspections.events',
    'instances.actions': 'inspections.actions',
  },
  unbegun: {
    'instances.one': 'workflows.list',
    'instances.events': 'workflows.list',
    'instances.actions': 'workflows.list',
  },
};

/** The row that holds for an endpoint about a record of this kind. */
export const rowOf = (key: AccessKey, kind: RecordKind): AccessKey => ROWS[kind][key] ?? key;

/** Finds whom and which unit a record is about, from the record itself. */
@Injectable()
export class RecordPlaces {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(Scopes) private readonly scopes: Scopes,
  ) {}

  /** `undefined`: no such workflow, an id it cannot have, or a person or unit that is not known. */
  async of(workflow: string, id: string): Promise<RecordPlace | undefined> {
    if (workflow === 'membership' || workflow === 'delegation') return this.#person(id);
    const instance = await this.engine.instance(workflow, id);
    if (instance === undefined) return undefined;
    const { memberId, unitId, toUnitId } = instance.state as Readonly<Record<string, unknown>>;
    if (typeof memberId === 'string') return this.#person(memberId, toUnitId);
    if (typeof unitId !== 'string')
      return instance.revision < 0 ? { place: { path: [] }, kind: 'unbegun' } : undefined;
    const path = await this.scopes.path(unitId);
    if (path.length === 0) return undefined;
    if (workflow === 'inspection') {
      const { state, stateName } = instance;
      const part = (scope: Scope) => partInInspection(state as InspectionState, stateName, scope);
      return { place: { path }, kind: 'inspection', part };
    }
    return { place: { path }, kind: SUPERVISED.includes(workflow) ? 'supervised' : 'unit' };
  }

  /** A member on the way is also the business of the unit that receives them. */
  async #person(memberId: string, toUnitId?: unknown): Promise<RecordPlace | undefined> {
    const place = await this.scopes.placeOf(memberId);
    if (place === undefined) return undefined;
    if (typeof toUnitId !== 'string') return { place, kind: 'person' };
    const path = [...place.path, ...(await this.scopes.path(toUnitId))];
    return { place: { ...place, path: [...new Set(path)] }, kind: 'person' };
  }
}
