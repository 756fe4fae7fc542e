import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Engine, NextActions } from '#libs/engine';
import { type Action, type AnyWorkflow, awaits, dayOf, type JsonSchema } from '#libs/kernel';
import { inputSchema } from '#libs/platform';
import { atomsOf, type InboxPlace, InboxQueries, UnitTreeQueries } from '#libs/read-models';
import type { Viewer } from '../access/viewer.js';
import { CLOCK, ENGINE } from '../ports.js';
import { type Candidate, candidates } from './candidates.js';
import { Expected } from './expected.js';
import { InboxTitles } from './inbox.titles.js';
import type { InboxItem, InboxPage } from './inbox.types.js';
import { probesOf } from './inbox.probes.js';
import { Sides } from './sides.js';
import { type Side, surroundingsOn } from './standing.js';

export class ShowInbox extends Query<InboxPage> {
  constructor(
    readonly viewer: Viewer,
    readonly options: {
      /** `me`: only one's own right; a chain (`m.lan,m.tam`): only that; undefined: all. */
      readonly onBehalfOf?: string | undefined;
      readonly search?: string | undefined;
      readonly below: boolean;
      readonly size: number;
      readonly after?: InboxPlace | undefined;
    },
  ) {
    super();
  }
}

/** How many candidates are put to the engine for one item of a page. */
const TRIES = 4;

@QueryHandler(ShowInbox)
export class ShowInboxHandler implements IQueryHandler<ShowInbox> {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: () => number,
    @Inject(InboxQueries) private readonly inbox: InboxQueries,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(Sides) private readonly sides: Sides,
    @Inject(Expected) private readonly expected: Expected,
    @Inject(InboxTitles) private readonly titles: InboxTitles,
  ) {}

  async execute({ viewer, options }: ShowInbox): Promise<InboxPage> {
    const today = dayOf(new Date(this.clock()).toISOString());
    const all = await this.sides.of(viewer, today);
    const { onBehalfOf, search, size, after, below } = options;
    const sides = all.filter(
      ({ chain }) => onBehalfOf === undefined || (chain.join() || 'me') === onBehalfOf,
    );
    const around = surroundingsOn(await this.units.tree(), today);
    const probed = sides.map((side) => ({
      side,
      probes: probesOf(side, around, { today, below }),
    }));
    const expected = search ? [] : await this.#expected(sides, viewer, today);
    const limit = size * TRIES;
    const found = await candidates(this.inbox, probed, expected, { limit, after, search });
    const items: InboxItem[] = [];
    let next: InboxPlace | null = found.complete ? null : (found.list.at(-1) ?? null);
    for (const [index, candidate] of found.list.entries()) {
      const item = await this.#confirm(candidate, viewer, today);
      if (item !== undefined) items.push(item);
      if (items.length < size) continue;
      if (index + 1 < found.list.length) next = placeOf(candidate);
      break;
    }
    items.sort(byDue);
    return { today, next, ...(await this.titles.named(viewer, items, all)) };
  }

  async #expected(sides: readonly Side[], viewer: Viewer, today: string) {
    const own = sides.find(({ chain }) => chain.length === 0);
    if (own === undefined || viewer.memberId === null) return [];
    const items = await this.expected.of(viewer.memberId, today);
    return items.map((item) => ({ ...item, side: own }));
  }

  /** Asks the engine, by the same rules as the command itself; undefined: nothing can be done. */
  async #confirm(
    candidate: Candidate,
    viewer: Viewer,
    today: string,
  ): Promise<InboxItem | undefined> {
    const { workflow, id, side } = candidate;
    const [onBehalfOf, ...via] = side.chain;
    const actor = { ...viewer.actor, ...(onBehalfOf !== undefined && { onBehalfOf, via }) };
    const next = await this.engine.nextActions(workflow, id, actor);
    const instance = await this.engine.instance(workflow, id);
    if (next === undefined || instance === undefined) return undefined;
    const possible = this.#possible(instance.definition, next, candidate);
    const [first, ...also] = possible;
    if (first === undefined) return undefined;
    // Another's clock may run in the same record; what is expected brings its own date.
    const due = first.due ?? (candidate.command === undefined ? null : candidate.due);
    return {
      workflow,
      id,
      command: first.command,
      also: also.map(({ command }) => command),
      batch: isSimple(inputSchema(instance.definition.commands[first.command]!.input)),
      onBehalfOf: onBehalfOf === undefined ? null : { personId: onBehalfOf, via },
      ...(await this.titles.of(instance.state)),
      state: next.state,
      revision: next.revision,
      due,
      overdue: due !== null && due < today,
    };
  }

  /** What is awaited and allowed; first what has a date. */
  #possible(declared: AnyWorkflow, next: NextActions, candidate: Candidate): readonly Action[] {
    const awaited = awaits(declared, next.state);
    // Where the policy lets anybody, the input says who: it is the work of those who are named.
    const isTheirs = (name: string): boolean =>
      candidate.isNamed === true || atomsOf(declared.commands[name]!.by) !== undefined;
    return next.actions
      .filter(({ allowed }) => allowed)
      .filter(({ command }) => command === candidate.command || awaited.includes(command))
      .filter(({ command }) => isTheirs(command))
      .toSorted((one, other) => Number(one.due === undefined) - Number(other.due === undefined));
  }
}

const placeOf = ({ due, workflow, id }: InboxPlace): InboxPlace => ({ due, workflow, id });

/** The earliest date first, no date last; otherwise the order of the rows. */
const byDue = (one: InboxItem, other: InboxItem): number =>
  (one.due ?? '9999').localeCompare(other.due ?? '9999');

/** Whether the same input would do for many records: nothing is asked for but single values. */
const isSimple = ({ properties = {}, required = [] }: JsonSchema): boolean =>
  (required as readonly string[]).every(
    (name) =>
      !['array', 'object'].includes(
        (properties as Record<string, { type?: string }>)[name]?.type ?? '',
      ),
  );
