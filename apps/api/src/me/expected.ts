import { Inject, Injectable } from '@nestjs/common';
import type { Engine } from '#libs/engine';
import { type OrganisationState, RULE_PACKS, rulePack } from '#libs/workflows';
import { Scopes } from '../access/scopes.js';
import { ENGINE } from '../ports.js';
import { EXPECTED_WORK, type ExpectedItem } from './expected-work.js';

/** What a member owes and has not begun. */
@Injectable()
export class Expected {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(Scopes) private readonly scopes: Scopes,
  ) {}

  /** Items of instances that are still as they start. */
  async of(memberId: string, today: string): Promise<readonly ExpectedItem[]> {
    const member = await this.scopes.member(memberId);
    if (member === undefined) return [];
    const offices: { unit: OrganisationState; office: string }[] = [];
    for (const { unitId, office } of await this.scopes.offices(memberId)) {
      const unit = await this.scopes.unit(unitId);
      if (unit !== undefined) offices.push({ unit, office });
    }
    const rules = (year: number) => rulePack(RULE_PACKS, { year });
    const items = EXPECTED_WORK.flatMap((provider) => provider({ member, offices, today, rules }));
    const begun = await Promise.all(items.map((item) => this.#isBegun(item)));
    return items.filter((_, index) => begun[index] === false);
  }

  async #isBegun({ workflow, id }: ExpectedItem): Promise<boolean> {
    const instance = await this.engine.instance(workflow, id);
    return instance === undefined || instance.stateName !== instance.workflow.startState;
  }
}
