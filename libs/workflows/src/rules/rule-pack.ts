import type { Need } from '#libs/kernel';
import { dayOf, need } from '#libs/kernel';
import type { ClassificationRules } from './classification.rules.js';
import type { CommendationRules } from './commendation.rules.js';
import type { CriticismRules } from './criticism.rules.js';
import type { InspectionRules } from './inspection.rules.js';
import type { MeetingRules } from './meeting.rules.js';
import type { ReviewRules } from './review.rules.js';
import type { TransferRules } from './transfer.rules.js';

/** A month and day: `03-31`. */
export type MonthDay = string;

/**
 * The rules of a period, as data. A stream pins the pack it was started under, so that a replay
 * of 2019 uses the rules of 2019.
 */
export interface RulePack {
  readonly id: string;
  /** First and last year in which it is in force; `until` absent: still in force. */
  readonly from: number;
  readonly until?: number;
  /** The documents it restates. */
  readonly documents: readonly string[];
  readonly registration: {
    /** Areas that a pledge must address or declare not applicable. */
    readonly areas: readonly string[];
    readonly deeds: { readonly min: number; readonly max: number };
    /** What every deed must state; the rest may be missing, and shows in PLAN_SPECIFIC. */
    readonly deedNeeds: readonly DeedNeed[];
    readonly window: { readonly from: MonthDay; readonly to: MonthDay };
    /** Whoever joins a unit after the window still owes a registration if this many days remain. */
    readonly newcomerDays: number;
    /** Holders of these offices owe a personal action plan. */
    readonly leaderOffices: readonly string[];
  };
  readonly programme: {
    /** Levels that owe a year plan, and the day by which it must be issued. */
    readonly due: Readonly<Record<string, MonthDay>>;
    readonly termDue: MonthDay;
    readonly taskIndicators: boolean;
  };
  readonly classification: ClassificationRules;
  readonly commendation: CommendationRules;
  readonly meeting: MeetingRules;
  readonly review: ReviewRules;
  readonly transfer: TransferRules;
  readonly inspection: InspectionRules;
  readonly criticism: CriticismRules;
}

export type DeedNeed = 'measure' | 'target' | 'deadline' | 'evidence';

/** The pack pinned by the stream or, for a new stream, the one in force in the year named. */
export const rulesOf = (from: Parameters<typeof need>[2]): Need<RulePack> =>
  need<RulePack>('rules', `rules(${typeof from === 'string' ? from : '…'})`, from);

/** The rules in force in the year of the business date. */
export const rulesOfTheDay: Need<RulePack> = need<RulePack>(
  'rules',
  'rules(occurredAt)',
  ({ occurredAt }) => dayOf(occurredAt).slice(0, 4),
);
