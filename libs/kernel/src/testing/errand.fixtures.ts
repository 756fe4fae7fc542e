import type { NewFact } from '../fact.js';
import { guard, precondition } from '../guard.js';
import { need, stateOf } from '../need.js';
import { above, all, any, distinctFrom, holds, is, not, system } from '../policy.js';
import { reason } from '../reason.js';
import { defineWorkflow } from '../workflow.js';

/** A small workflow that uses every feature of a declaration once: somebody runs an errand. */
export interface ErrandFacts {
  ErrandAsked: { data: { unitId: string; askedBy: string; effort: number } };
  ErrandTaken: { data: { by: string } };
  ErrandNoted: { data: { count: number } };
  ErrandDone: {
    data: { by: string };
    sealed: { report: { of: string; value: string } };
  };
  ErrandConfirmed: { data: { by: string } };
}

export interface ErrandState {
  unitId: string | undefined;
  askedBy: string | undefined;
  effort: number;
  takenBy: string | undefined;
  notes: number;
  report: string | undefined;
  dueOn: string | undefined;
}

export class AskErrand {
  unitId: string;
  effort: number;
}
export class Nothing {
  remark?: string;
}
export class ReportErrand {
  text: string;
}

export const errandFact = <Type extends keyof ErrandFacts>(
  type: Type,
  data: ErrandFacts[Type]['data'],
): NewFact<ErrandFacts, Type> => ({ type, data }) as unknown as NewFact<ErrandFacts, Type>;

const effortFits = guard<{ input: { effort: number }; needs: { limit: number } }>(
  ['EFFORT_LT_MIN', 'EFFORT_GT_MAX'],
  ({ input, needs }) => {
    if (input.effort < 1) return [reason('EFFORT_LT_MIN', { min: 1 }, 'effort')];
    return input.effort > needs.limit
      ? [reason('EFFORT_GT_MAX', { max: needs.limit }, 'effort')]
      : [];
  },
);

const notTired = precondition<{ needs: { rest: { tired: boolean } | undefined } }>(
  'TAKER_TIRED',
  ({ needs }) => (needs.rest?.tired ? [reason('TAKER_TIRED')] : []),
);

export const errand = defineWorkflow<ErrandState, ErrandFacts>()({
  name: 'errand',
  version: 3,
  stream: 'errand',
  idPattern: /^[a-z0-9-]{1,20}$/,
  start: () => ({
    unitId: undefined,
    askedBy: undefined,
    effort: 0,
    takenBy: undefined,
    notes: 0,
    report: undefined,
    dueOn: undefined,
  }),
  states: { none: { start: true }, open: {}, taken: {}, done: {}, confirmed: { final: true } },
  facts: {
    ErrandAsked: {
      to: 'open',
      apply(state, data) {
        state.unitId = data.unitId;
        state.askedBy = data.askedBy;
        state.effort = data.effort;
        state.dueOn = '2026-06-30';
      },
    },
    ErrandTaken: { to: 'taken', apply: (state, data) => void (state.takenBy = data.by) },
    ErrandNoted: { apply: (state, data) => void (state.notes += data.count) },
    ErrandDone: {
      to: 'done',
      schemaVersion: 2,
      apply: (state, _data, fact) =>
        void (state.report = fact.sealed?.['report']?.value as string | undefined),
    },
    ErrandConfirmed: { to: 'confirmed', apply: () => undefined },
  },
  commands: (command) => ({
    ask: command({
      input: AskErrand,
      from: ['none'],
      by: holds('secretary', 'unitId'),
      needs: { limit: need<number>('limit', 'limit(unitId)', 'unitId') },
      guards: [effortFits],
      emits: ['ErrandAsked'],
      decide: ({ input: { unitId, effort }, actor }) => [
        { type: 'ErrandAsked', data: { unitId, effort, askedBy: actor.id } },
      ],
    }),
    take: command({
      input: Nothing,
      from: ['open'],
      by: not(is('askedBy')),
      needs: { rest: stateOf<{ tired: boolean }>('rest', 'unitId') },
      guards: [notTired],
      emits: ['ErrandTaken'],
      decide: ({ actor }) => [{ type: 'ErrandTaken', data: { by: actor.id } }],
    }),
    note: command({
      input: Nothing,
      from: ['open', 'taken'],
      by: any(is('takenBy'), above('committee', 'unitId'), system),
      emits: ['ErrandNoted'],
      commutative: true,
      decide: () => [{ type: 'ErrandNoted', data: { count: 1 } }],
    }),
    report: command({
      input: ReportErrand,
      from: ['taken'],
      by: is('takenBy'),
      emits: ['ErrandNoted', 'ErrandDone'],
      decide: ({ input, state }) =>
        input.text === ''
          ? []
          : [
              { type: 'ErrandNoted', data: { count: 1 } },
              {
                type: 'ErrandDone',
                data: { by: state.takenBy! },
                sealed: { report: { of: state.takenBy!, value: input.text } },
              },
            ],
    }),
    confirm: command({
      input: Nothing,
      from: ['done'],
      by: all(holds('secretary', 'unitId'), distinctFrom('ErrandDone')),
      emits: ['ErrandConfirmed'],
      decide: ({ actor }) => [{ type: 'ErrandConfirmed', data: { by: actor.id } }],
    }),
  }),
  deadlines: {
    taking: {
      whileIn: ['open'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D'],
      command: 'take',
    },
    reporting: {
      whileIn: ['taken'],
      due: { after: 'P30D', calendar: 'civil' },
      command: 'report',
    },
    season: { whileIn: ['taken'], due: { field: 'dueOn' }, command: 'report' },
  },
});
