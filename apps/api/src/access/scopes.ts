import { Inject, Injectable } from '@nestjs/common';
import { coversYear, type Warrant } from '#libs/access';
import type { Engine } from '#libs/engine';
import type { MandateScope } from '#libs/kernel';
import type { Role } from '#libs/platform';
import type {
  Denial,
  Level,
  MembershipState,
  OfficerView,
  OrganisationState,
} from '#libs/workflows';
import { CLOCK, ENGINE } from '../ports.js';
import type { AccessRow, Rule } from './access-table.js';
import type { Years } from './asked-years.js';
import { HeldWarrants } from './held-warrants.js';
import type { Reading, Scope, ScopeGrant, Viewer } from './viewer.js';

/** Levels at which a committee knows its people by name; above, it sees figures and leaders. */
const NAMED_LEVELS: readonly (Level | undefined)[] = ['base', 'ward', 'organ', 'sector'];
/** Offices whose holders run a unit. */
const RUNNING: readonly string[] = ['secretary', 'deputy', 'committee'];
/** More units than any chain of parents and heirs has. */
const PATH_MAX = 64;

/** What is being asked about: a person, and the units that lie on the way up from there. */
export interface Place {
  readonly memberId?: string | undefined;
  /** The unit itself first, then all above it, then those of its heirs. */
  readonly path: readonly string[];
  /** What time is asked about; absent: none in particular. */
  readonly years?: Years | undefined;
}

/** Works out what a viewer may see, from offices held now as their units' own streams say. */
@Injectable()
export class Scopes {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: () => number,
    @Inject(HeldWarrants) private readonly warrants: HeldWarrants,
  ) {}

  /** The viewer's scope at this moment. */
  async of(viewer: Viewer): Promise<Scope> {
    const today = new Date(this.clock()).toISOString().slice(0, 10);
    const { account, memberId } = viewer;
    const member = memberId === null ? undefined : await this.member(memberId);
    const held = await this.#held(memberId, today);
    const grants = held.flatMap(({ unit, office }) => officeGrant(unit, office));
    // An auditor's grants only say where to begin; they open nothing that the role does not.
    const granted = account.roles.includes('auditor') ? 'auditor' : 'committee';
    for (const { unitId } of account.grants)
      grants.push(await this.#grant(unitId, 'aggregate', granted));
    const { inForce, other } = await this.warrants.of(viewer);
    for (const warrant of inForce)
      for (const unitId of warrant.unitIds)
        grants.push({ ...(await this.#grant(unitId, 'warrant', 'inspector')), warrant });
    const persons = inForce.flatMap((warrant) =>
      warrant.memberIds.map((id) => ({ memberId: id, warrant })),
    );
    const roles = new Set<Role>([...account.roles, ...grants.map(({ role }) => role)]);
    if (member?.active) roles.add('member');
    if (persons.length > 0) roles.add('inspector');
    const homeUnitId = member?.unitId ?? null;
    return { memberId, homeUnitId, roles, grants: distinct(grants), persons, lapsed: other };
  }

  /** The offices a member holds now, in units that are open, as the units' own streams say. */
  async offices(memberId: string): Promise<readonly { unitId: string; office: string }[]> {
    const held = await this.#held(memberId, new Date(this.clock()).toISOString().slice(0, 10));
    return held.map(({ unit, office }) => ({ unitId: unit.unitId, office }));
  }

  /**
   * The scope, and while acting for a person also what that person sees by office, within the
   * scopes of the delegations.
   */
  async withOnBehalf(
    scope: Scope,
    personId: string,
    ways: readonly (readonly MandateScope[])[],
  ): Promise<Scope> {
    const today = new Date(this.clock()).toISOString().slice(0, 10);
    const held = await this.#held(personId, today);
    const found: ScopeGrant[] = [];
    for (const scopes of ways)
      for (const { unit, office } of held) {
        if (scopes.some((scope) => (scope.office ?? office) !== office)) continue;
        for (const grant of officeGrant(unit, office)) {
          const unitId = await this.#narrowest([unit.unitId, ...scopes.map((one) => one.unitId)]);
          if (unitId !== undefined) found.push({ ...grant, unitId });
        }
      }
    const grants = distinct([...scope.grants, ...found]);
    return {
      ...scope,
      grants,
      roles: new Set([...scope.roles, ...grants.map(({ role }) => role)]),
    };
  }

  /** Of units that lie one above the other the lowest; undefined: they do not. */
  async #narrowest(unitIds: readonly string[]): Promise<string | undefined> {
    let lowest = unitIds[0]!;
    for (const unitId of unitIds.slice(1)) {
      if ((await this.path(unitId)).includes(lowest)) lowest = unitId;
      else if (!(await this.path(lowest)).includes(unitId)) return undefined;
    }
    return lowest;
  }

  async #held(
    memberId: string | null,
    today: string,
  ): Promise<readonly { readonly unit: OrganisationState; readonly office: string }[]> {
    const member = memberId === null ? undefined : await this.member(memberId);
    const held: { unit: OrganisationState; office: string }[] = [];
    for (const { unitId, office } of member?.offices ?? []) {
      const unit = await this.unit(unitId);
      const holds = unit?.officers.some((officer) => isNow(officer, memberId, office, today));
      if (unit !== undefined && holds === true && unit.closedOn === undefined)
        held.push({ unit, office });
    }
    return held;
  }

  async unit(unitId: string): Promise<OrganisationState | undefined> {
    return (await this.engine.loadState('organisation', unitId)) as OrganisationState | undefined;
  }

  async member(memberId: string): Promise<MembershipState | undefined> {
    return (await this.engine.loadState('membership', memberId)) as MembershipState | undefined;
  }

  /**
   * The unit, everything above it, and the same for its heirs if it is closed: whoever answers for
   * the heir answers for what it inherited. Empty if there is no such unit.
   */
  async path(unitId: string): Promise<readonly string[]> {
    const path = new Set<string>();
    const pending = [unitId];
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      if (path.has(next) || path.size >= PATH_MAX) continue;
      const unit = await this.unit(next);
      if (unit === undefined) continue;
      path.add(next);
      if (unit.parentId !== null) pending.push(unit.parentId);
      if (unit.heirId !== undefined) pending.push(unit.heirId);
    }
    return [...path];
  }

  /** Where a member is found: themselves, and the way up from their unit. */
  async placeOf(memberId: string): Promise<Place | undefined> {
    const member = await this.member(memberId);
    if (member === undefined) return undefined;
    const path = member.unitId === undefined ? [] : await this.path(member.unitId);
    return { memberId, path };
  }

  async #grant(unitId: string, kind: ScopeGrant['kind'], role: Role): Promise<ScopeGrant> {
    const unit = await this.unit(unitId);
    return { kind, unitId, name: unit?.name ?? unitId, level: unit?.level, role };
  }
}

const isNow = (
  officer: OfficerView,
  memberId: string | null,
  office: string,
  today: string,
): boolean =>
  officer.memberId === memberId &&
  officer.office === office &&
  officer.from <= today &&
  (officer.to === undefined || today < officer.to);

/** A member of an inspection commission sees by warrant, not by office. */
function officeGrant(unit: OrganisationState, office: string): readonly ScopeGrant[] {
  if (!RUNNING.includes(office)) return [];
  const { unitId, name, level } = unit;
  if (level === 'cell') return [{ kind: 'cell', unitId, name, level, role: 'secretary' }];
  const kind = NAMED_LEVELS.includes(level) ? 'subtree' : 'aggregate';
  return [{ kind, unitId, name, level, role: 'committee' }];
}

const distinct = (grants: readonly ScopeGrant[]): readonly ScopeGrant[] => [
  ...new Map(
    grants.map((grant) => {
      const { kind, unitId, warrant } = grant;
      return [`${kind} ${unitId} ${warrant?.inspectionId ?? ''}`, grant];
    }),
  ).values(),
];

/** Whether a grant reaches a place; of a warrant, also whether it is for that time. */
const reachesPlace = ({ unitId, warrant }: ScopeGrant, place: Place): boolean =>
  place.path.includes(unitId) && (warrant === undefined || isOfPeriod(warrant, place));

/** The warrants that open a place, by a unit or by the person's own name. */
const warrantsFor = ({ grants, persons }: Scope, place: Place): readonly Warrant[] => [
  ...grants.flatMap((grant) => (reachesPlace(grant, place) ? (grant.warrant ?? []) : [])),
  ...persons
    .filter(({ memberId, warrant }) => memberId === place.memberId && isOfPeriod(warrant, place))
    .map(({ warrant }) => warrant),
];

/** Whether a warrant names the person, or a unit on the way up from the place. */
const names = ({ unitIds, memberIds }: Warrant, { memberId, path }: Place): boolean =>
  (memberId !== undefined && memberIds.includes(memberId)) ||
  path.some((unitId) => unitIds.includes(unitId));

const isOfPeriod = (warrant: Warrant, { years }: Place): boolean =>
  years === undefined || years.every((year) => coversYear(warrant, year));

/** The warrant without which the viewer would not see the place, or would see less of it. */
export function neededWarrant(row: AccessRow, scope: Scope, place: Place): Warrant | undefined {
  const [warrant] = warrantsFor(scope, place);
  if (warrant === undefined) return undefined;
  const grants = scope.grants.filter(({ kind }) => kind !== 'warrant');
  const rest = { ...scope, grants, persons: [] };
  const isTheSame = (): boolean =>
    JSON.stringify(readingOf(rest, place)) === JSON.stringify(readingOf(scope, place));
  return mayReach(row, rest, place) && isTheSame() ? undefined : warrant;
}

/** Why somebody with warrants is kept from a place that none of them opens. */
export function denialOf(scope: Scope, place: Place): { denial: Denial; by?: Warrant } {
  const current = [...scope.grants, ...scope.persons].flatMap(({ warrant }) => warrant ?? []);
  const late = current.find((warrant) => names(warrant, place));
  if (late !== undefined) return { denial: 'period', by: late };
  const lapsed = scope.lapsed.find((warrant) => names(warrant, place));
  return lapsed === undefined ? { denial: 'scope' } : { denial: 'expired', by: lapsed };
}

/** Whether one rule lets one of the viewer's roles reach the place. */
export function reaches(rule: Rule, scope: Scope, role: Role, place: Place): boolean {
  const own = scope.grants.filter((grant) => grant.role === role);
  const within = (kinds: readonly ScopeGrant['kind'][]): boolean =>
    own.some((grant) => kinds.includes(grant.kind) && reachesPlace(grant, place));
  switch (rule) {
    case 'all':
      return true;
    case 'none':
      return false;
    case 'own':
      return place.memberId !== undefined && place.memberId === scope.memberId;
    case 'cell':
      // A cell has nothing below it, but it may have inherited from a closed one.
      return role === 'member'
        ? scope.homeUnitId !== null && place.path[0] === scope.homeUnitId
        : within(['cell']);
    case 'subtree':
      return within(['subtree']);
    case 'aggregate':
      return within(['aggregate', 'subtree']);
    case 'warrant':
      return role === 'inspector' && warrantsFor(scope, place).length > 0;
  }
}

/** Whether any of the viewer's roles may use the endpoint for that place. */
export const mayReach = (row: AccessRow, scope: Scope, place: Place): boolean =>
  [...scope.roles].some((role) => reaches(row.rules[role], scope, role, place));

/** What may be shown of a place: the union over everything the scope has there. */
export function readingOf(scope: Scope, place: Place): Reading {
  const reader = scope.memberId;
  const kinds = scope.grants
    .filter((grant) => grant.role !== 'auditor' && reachesPlace(grant, place))
    .map(({ kind }) => kind);
  const isClose = kinds.includes('cell') || warrantsFor(scope, place).length > 0;
  const tallies = isClose || kinds.includes('subtree');
  const isOwn = place.memberId !== undefined && place.memberId === reader;
  const parts = isClose ? 'all' : 'own';
  if (isClose || isOwn) return { names: 'all', sealed: true, parts, reader, tallies };
  if (kinds.includes('subtree')) return { names: 'all', sealed: false, parts, reader, tallies };
  // Members know who runs their own cell.
  const isHome = scope.homeUnitId !== null && place.path[0] === scope.homeUnitId;
  const names = kinds.includes('aggregate') || isHome ? 'leaders' : 'none';
  return { names, sealed: false, parts, reader, tallies };
}
