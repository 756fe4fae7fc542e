import { type NeedSource, stateOf, statesOf } from '#libs/kernel';
import type { AchievementRecordView } from '../achievement-record/achievement-record.events.js';
import { recordId } from '../achievement-record/achievement-record.events.js';
import type { ClassificationView, SubjectKind } from '../classification/classification.events.js';
import { ratingId } from '../classification/classification.events.js';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { rulesOfTheDay } from '../rules/index.js';
import { type CommendationState, yearsOf } from './commendation.state.js';

/** What commands on an award must know of other records. */

/** Of the day of nomination; the award keeps them. */
export const rules = rulesOfTheDay;

const field = ({ state, input }: NeedSource, name: string): string | undefined =>
  (state[name] ?? input[name]) as string | undefined;

/** The member honoured; of a unit's award there is none. */
export const membership = stateOf<MembershipView>('membership', (source) =>
  field(source, 'subjectKind') === 'member' ? field(source, 'subjectId') : undefined,
);
export const unit = stateOf<OrgUnitView>('organisation', 'unitId');
export const deciding = stateOf<OrgUnitView>('organisation', 'decidedAt');
/** What stands above the deciding unit tells a base cell from other cells. Needs `deciding`. */
export const aboveDeciding = stateOf<OrgUnitView>('organisation', ({ needs }) => {
  const view = needs['deciding'] as OrgUnitView | undefined;
  return view?.parentId ?? undefined;
});

/** Ratings of the subject in every year honoured. */
export const ratings = statesOf<ClassificationView>(
  'classification',
  'every year honoured',
  ({ state }) => {
    const { subjectKind, subjectId, fromYear, toYear } = state as unknown as CommendationState;
    return subjectKind === undefined || subjectId === undefined
      ? []
      : yearsOf({ fromYear, toYear }).map((year) => ratingId(subjectKind, subjectId, year));
  },
);

/** The subject's merits and claims. */
export const record = stateOf<AchievementRecordView>('achievement-record', ({ state }) =>
  typeof state['subjectId'] === 'string'
    ? recordId(state['subjectKind'] as SubjectKind, state['subjectId'])
    : undefined,
);
