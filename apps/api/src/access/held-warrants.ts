import { Inject, Injectable } from '@nestjs/common';
import { type InspectionWarrant, isInForce, type Warrant, warrantsOf } from '#libs/access';
import type { Engine } from '#libs/engine';
import { dayOf } from '#libs/kernel';
import { WarrantListQueries } from '#libs/read-models';
import { CLOCK, ENGINE } from '../ports.js';
import type { Viewer } from './viewer.js';

/** A person's warrants: those that may be used now, and those that are over or not begun. */
export interface Held {
  readonly inForce: readonly Warrant[];
  readonly other: readonly Warrant[];
}

/**
 * The warrants of a viewer. Where to look is said by a view; what holds is said by the inspection's
 * own stream now, so that a warrant revoked a moment ago opens nothing. Beside them stand
 * the warrants given to an account.
 */
@Injectable()
export class HeldWarrants {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(WarrantListQueries) private readonly list: WarrantListQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async of({ account, memberId, actor }: Viewer): Promise<Held> {
    const today = dayOf(new Date(this.clock()).toISOString());
    const inForce: Warrant[] = [];
    const other: Warrant[] = [];
    for (const { unitId, from, until } of account.warrants) {
      const warrant = { personId: actor.id, unitIds: [unitId], memberIds: [], from, until };
      (from <= today && today <= until ? inForce : other).push(warrant);
    }
    for (const id of memberId === null ? [] : await this.list.inspectionsOf(memberId)) {
      const stream = (await this.engine.loadState('inspection', id)) as
        InspectionWarrant | undefined;
      if (stream === undefined) continue;
      const own = warrantsOf(id, stream).filter(({ personId }) => personId === memberId);
      (isInForce(stream, today) ? inForce : other).push(...own);
    }
    return { inForce, other };
  }
}
