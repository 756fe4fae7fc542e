import { Controller, Get, Inject, Query as QueryParams } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { dayOf } from '#libs/kernel';
import { type Delegation, DelegationListQueries, runsOn } from '#libs/read-models';
import { Access, Admitted, type Admission } from '../access/access.decorators.js';
import { validBody } from '../http/valid-body.js';
import { CLOCK } from '../ports.js';
import { ShowInbox } from './inbox.query.js';
import { InboxRequest, WhyRequest } from './me.requests.js';
import { pageToken, placeOfToken } from './page-token.js';
import { ExplainCommand } from './why.query.js';

const SIZE = 20;

/** What concerns the person who asks: what waits for them, and for whom they may act. */
@ApiTags('me')
@ApiBearerAuth()
@Controller('api/v1/me')
export class MeController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(DelegationListQueries) private readonly delegations: DelegationListQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  /** What waits for the viewer and can be done now, the earliest date first. */
  @Access('me.inbox')
  @Get('inbox')
  async inbox(@QueryParams() query: unknown, @Admitted() { viewer }: Admission) {
    const request = validBody(InboxRequest, query);
    const page = await this.queries.execute(
      new ShowInbox(viewer, {
        onBehalfOf: request.onBehalfOf,
        search: request.q?.trim() || undefined,
        below: request.below === 'all',
        size: Number(request.size ?? SIZE),
        after: request.page === undefined ? undefined : placeOfToken(request.page),
      }),
    );
    return { ...page, next: page.next === null ? null : pageToken(page.next) };
  }

  /** Why something that was expected to be possible is not. */
  @Access('me.why')
  @Get('inbox/why')
  why(@QueryParams() query: unknown, @Admitted() { viewer, scope }: Admission) {
    const { workflow, id, command, onBehalfOf } = validBody(WhyRequest, query);
    return this.queries.execute(
      new ExplainCommand(viewer, scope, workflow, id, command, onBehalfOf),
    );
  }

  /** What the viewer has given others to do in their place, and what others have given them. */
  @Access('me.delegations')
  @Get('delegations')
  async mine(@Admitted() { viewer }: Admission) {
    const today = dayOf(new Date(this.clock()).toISOString());
    const shown = (delegation: Delegation) => ({
      ...delegation,
      active: runsOn(delegation, today),
    });
    const [given, received] = await Promise.all([
      this.delegations.given(viewer.actor.id),
      this.delegations.received(viewer.actor.id),
    ]);
    return {
      memberId: viewer.memberId,
      today,
      given: given.map(shown),
      received: received.map(shown),
    };
  }
}
