import { Inject, Injectable } from '@nestjs/common';
import { RegistrationListQueries, UnitTreeQueries } from '#libs/read-models';
import { readingOf, Scopes } from '../access/scopes.js';
import type { Scope, Viewer } from '../access/viewer.js';
import type { InboxItem, InboxPage, Title } from './inbox.types.js';
import type { Side } from './standing.js';

const UNNAMED = { memberName: null, unitName: null } as const;
type Fields = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Says whom and what the items of an inbox are about. */
@Injectable()
export class InboxTitles {
  constructor(
    @Inject(Scopes) private readonly scopes: Scopes,
    @Inject(RegistrationListQueries) private readonly people: RegistrationListQueries,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
  ) {}

  /** Ids and numbers; the names come for the whole page at once. */
  async of(state: object): Promise<Title> {
    const fields = state as Fields;
    const memberId = text(fields['memberId']);
    const year = fields['year'] ?? fields['fromYear'];
    const member = memberId === null ? undefined : await this.scopes.member(memberId);
    return {
      ...UNNAMED,
      memberId,
      unitId: text(fields['unitId']) ?? member?.unitId ?? null,
      year: typeof year === 'number' ? year : null,
      period: text(fields['period'] ?? fields['month']),
    };
  }

  /** The items, and those acted for, with the names that the viewer may read. */
  async named(
    viewer: Viewer,
    items: readonly InboxItem[],
    sides: readonly Side[],
  ): Promise<Pick<InboxPage, 'items' | 'sides'>> {
    const own = await this.scopes.of(viewer);
    const persons = sides.flatMap(({ chain }) => chain);
    const ids = [...items.flatMap(({ memberId }) => memberId ?? []), ...persons];
    const [names, { units }] = await Promise.all([this.people.names(ids), this.units.tree()]);
    const nameOf = (id: string): string | null => names.get(id) ?? null;
    const named = [];
    for (const item of items) {
      const isReadable = await this.#mayRead(item, own, sides);
      named.push({
        ...item,
        memberName: item.memberId !== null && isReadable ? nameOf(item.memberId) : null,
        unitName: item.unitId === null ? null : (units.get(item.unitId)?.name ?? null),
        personName: item.onBehalfOf === null ? null : nameOf(item.onBehalfOf.personId),
      });
    }
    const others = sides.filter(({ chain }) => chain.length > 0);
    return {
      items: named,
      sides: others.map(({ chain: [personId, ...via] }) => ({
        personId: personId!,
        via,
        name: nameOf(personId!),
      })),
    };
  }

  async #mayRead(item: InboxItem, own: Scope, sides: readonly Side[]): Promise<boolean> {
    const place = item.memberId === null ? undefined : await this.scopes.placeOf(item.memberId);
    if (place === undefined) return false;
    const { onBehalfOf } = item;
    const chain = onBehalfOf === null ? '' : [onBehalfOf.personId, ...onBehalfOf.via].join();
    const side = sides.find((one) => one.chain.join() === chain);
    const scope =
      onBehalfOf === null || side === undefined
        ? own
        : await this.scopes.withOnBehalf(
            own,
            onBehalfOf.personId,
            side.ways.map(({ scopes }) => scopes),
          );
    return readingOf(scope, place).names === 'all';
  }
}
