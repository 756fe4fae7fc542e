import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Engine } from '#libs/engine';
import { RegistrationListQueries } from '#libs/read-models';
import type { MembershipView, OrganisationState } from '#libs/workflows';
import { CLOCK, ENGINE } from '../ports.js';

/** People of one room listed at once. */
const PEOPLE_MAX = 500;
/** Records in which several people sit together. */
const ROOMS: readonly string[] = ['meeting', 'criticism-session'];

/** Whoever may sit in the room of a record, by name. */
export interface PersonInRoom {
  readonly memberId: string;
  /** null: erased. */
  readonly name: string | null;
  readonly unitId: string | null;
  readonly status: string | null;
  readonly exempt: boolean;
  /** The office held now in the record's unit; null: none. */
  readonly office: string | null;
}

export interface RoomPeople {
  readonly unitId: string;
  readonly people: readonly PersonInRoom[];
}

/** People of the unit, its officers, and everybody the record names; `undefined`: no room. */
export class ListRoomPeople extends Query<RoomPeople | undefined> {
  constructor(
    readonly workflow: string,
    readonly id: string,
  ) {
    super();
  }
}

/** What a meeting's or a session's folded state names people in. */
interface Room {
  readonly unitId: string;
  readonly chairId?: string;
  readonly recorderId?: string;
  readonly others?: readonly string[];
  readonly representatives?: readonly string[];
  readonly subjects?: readonly { readonly subjectId: string; readonly role: string }[];
  readonly record?: {
    readonly attendance?: { readonly entries: readonly { readonly memberId: string }[] };
  };
}

const namedIn = (room: Room): string[] => [
  ...[room.chairId, room.recorderId].filter((id) => id !== undefined),
  ...(room.others ?? []),
  ...(room.representatives ?? []),
  ...(room.subjects ?? []).flatMap(({ subjectId, role }) =>
    role === 'collective' ? [] : [subjectId],
  ),
  ...(room.record?.attendance?.entries ?? []).map(({ memberId }) => memberId),
];

@QueryHandler(ListRoomPeople)
export class ListRoomPeopleHandler implements IQueryHandler<ListRoomPeople> {
  constructor(
    @Inject(RegistrationListQueries) private readonly lists: RegistrationListQueries,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ workflow, id }: ListRoomPeople) {
    const instance = ROOMS.includes(workflow)
      ? await this.engine.instance(workflow, id)
      : undefined;
    if (instance === undefined) return undefined;
    const room = instance.state as Room;
    const { unitId } = room;
    const offices = await this.#offices(unitId);
    const paging = { page: 1, size: PEOPLE_MAX };
    const { items } = await this.lists.members({ unitIds: [unitId] }, paging);
    const own = items.map(({ memberId, name, status, exempt }) => {
      const office = offices.get(memberId) ?? null;
      return { memberId, name, unitId, status, exempt, office };
    });
    const known = new Set(own.map(({ memberId }) => memberId));
    const others = [...new Set([...offices.keys(), ...namedIn(room)])].filter(
      (memberId) => !known.has(memberId),
    );
    return { unitId, people: [...own, ...(await this.#elsewhere(others, offices))] };
  }

  /** Who runs the unit today, by member. */
  async #offices(unitId: string): Promise<ReadonlyMap<string, string>> {
    const unit = (await this.engine.loadState('organisation', unitId)) as
      OrganisationState | undefined;
    const today = new Date(this.clock()).toISOString().slice(0, 10);
    const now = (unit?.officers ?? []).filter(
      ({ from, to }) => from <= today && (to === undefined || today < to),
    );
    return new Map(now.map(({ memberId, office }) => [memberId, office]));
  }

  async #elsewhere(
    memberIds: readonly string[],
    offices: ReadonlyMap<string, string>,
  ): Promise<readonly PersonInRoom[]> {
    const names = await this.lists.names(memberIds);
    return Promise.all(
      memberIds.map(async (memberId) => {
        const member = (await this.engine.loadState('membership', memberId)) as
          MembershipView | undefined;
        return {
          memberId,
          name: names.get(memberId) ?? null,
          unitId: member?.unitId ?? null,
          status: member?.status ?? null,
          exempt: member?.exempt ?? false,
          office: offices.get(memberId) ?? null,
        };
      }),
    );
  }
}
