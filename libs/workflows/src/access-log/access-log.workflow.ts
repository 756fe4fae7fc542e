import { addDays, dayOf, defineWorkflow, guard, reason, system } from '#libs/kernel';
import { rulesOfTheDay } from '../rules/index.js';
import { ACCESS_DAY, RecordViews, type ViewInput } from './access-log.commands.js';
import type { AccessLogFacts } from './access-log.events.js';

export interface AccessLogState {
  /** ISO date. */
  readonly day: string;
  /** Readings and denials recorded so far. */
  entries: number;
}

interface Given {
  state: Readonly<AccessLogState>;
  input: RecordViews;
}

const somethingOfTheDay = guard<Given>(
  ['VIEWS_MISSING', 'VIEW_NOT_OF_DAY'],
  ({ state: { day }, input: { views } }) => {
    if (views.length === 0) return [reason('VIEWS_MISSING', undefined, 'views')];
    return views.flatMap(({ at }, index) =>
      dayOf(at) === day ? [] : [reason('VIEW_NOT_OF_DAY', { day }, `views[${index}].at`)],
    );
  },
);

const entryOf = (day: string, view: ViewInput) => ({
  day,
  at: view.at,
  viewerId: view.viewerId,
  subjectKind: view.subjectKind,
  subjectId: view.subjectId,
  endpoint: view.endpoint,
  ...(view.inspectionId !== undefined && { inspectionId: view.inspectionId }),
});

/** Readings of a day under warrants, in batches (domain brief, 3L and 3N). */
export const accessLog = defineWorkflow<AccessLogState, AccessLogFacts>()({
  name: 'access-log',
  version: 1,
  stream: 'access',
  idPattern: ACCESS_DAY,
  start: (day) => ({ day, entries: 0 }),
  states: { none: { start: true }, kept: { final: true } },
  facts: {
    RecordViewed: { to: 'kept', apply: (state) => void (state.entries += 1) },
    RecordViewDenied: { to: 'kept', apply: (state) => void (state.entries += 1) },
  },
  commands: (command) => ({
    record: command({
      input: RecordViews,
      from: ['none', 'kept'],
      by: system,
      commutative: true,
      needs: { rules: rulesOfTheDay },
      guards: [somethingOfTheDay],
      emits: ['RecordViewed', 'RecordViewDenied'],
      decide: ({ state: { day }, input: { views }, needs }) =>
        views.map((view) => {
          const { basis = 'account', warrantId, denial } = view;
          if (denial !== undefined)
            return { type: 'RecordViewDenied', data: { ...entryOf(day, view), denial } };
          const data = {
            ...entryOf(day, view),
            basis,
            ...(warrantId !== undefined && { warrantId }),
            shownFrom: addDays(day, needs.rules.inspection.shownAfterDays),
          };
          return { type: 'RecordViewed', data };
        }),
    }),
  }),
});
