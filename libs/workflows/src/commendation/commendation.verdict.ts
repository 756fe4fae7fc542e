import type { Reason } from '#libs/kernel';
import type { AchievementRecordView } from '../achievement-record/achievement-record.events.js';
import type { ClassificationView } from '../classification/classification.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { AwardRule, RulePack } from '../rules/index.js';
import * as guards from './commendation.guards.js';
import type { CommendationState } from './commendation.state.js';

/** What the rules ask of an award before it can be decided, one after the other. */
export const CHECKS = ['level', 'claim', 'ratings', 'appraisal', 'discipline', 'council'] as const;
export type CheckName = (typeof CHECKS)[number];

/** One condition; without reasons it is met. */
export interface Check {
  readonly check: CheckName;
  readonly reasons: readonly Reason[];
}

/** What the conditions are judged by. */
export interface DossierNeeds {
  readonly rules: RulePack;
  readonly deciding: OrgUnitView | undefined;
  readonly aboveDeciding: OrgUnitView | undefined;
  readonly ratings: ReadonlyMap<string, ClassificationView>;
  readonly record: AchievementRecordView | undefined;
}

/** The line of the rule pack that the award falls under as units stand today, if any does. */
export const awardRule = (
  state: Readonly<CommendationState>,
  needs: DossierNeeds,
): AwardRule | undefined => guards.lineOf({ state, needs });

/** Every condition of the decision as things stand now: the same guards that `decide` has. */
export function conditionsOf(
  state: Readonly<CommendationState>,
  needs: DossierNeeds,
): readonly Check[] {
  const context = { state, needs };
  return [
    { check: 'level', reasons: guards.levelStillDecides.check(context) },
    { check: 'claim', reasons: guards.claimIsHeld.check(context) },
    { check: 'ratings', reasons: guards.ratingsQualify.check(context) },
    { check: 'appraisal', reasons: guards.isQualified.check(context) },
    { check: 'discipline', reasons: guards.noDisciplinePending.check(context) },
    { check: 'council', reasons: guards.councilApproved.check(context) },
  ];
}
