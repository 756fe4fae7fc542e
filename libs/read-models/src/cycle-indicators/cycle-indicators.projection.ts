import { defineProjection } from '#libs/projections';
import type {
  ClassificationFacts,
  CommendationFacts,
  CriticismSessionFacts,
  InspectionFacts,
  MeetingFacts,
  ModelFacts,
  OrganisationFacts,
  RatingListFacts,
  RegistrationFacts,
  ReviewFacts,
  TransferFacts,
} from '#libs/workflows';
import { type Memo, tables } from './cycle-book.js';
import { meetingCounting, meetingReads } from './meeting.counting.js';
import { peopleCounting, peopleReads } from './people.counting.js';
import { ratingCounting, ratingReads } from './rating.counting.js';
import { structureCounting } from './structure.counting.js';
import { unitCounting } from './unit.counting.js';

type Facts = OrganisationFacts &
  RegistrationFacts &
  ReviewFacts &
  MeetingFacts &
  CriticismSessionFacts &
  ClassificationFacts &
  RatingListFacts &
  CommendationFacts &
  InspectionFacts &
  ModelFacts &
  TransferFacts;

/**
 * The figures of the yearly cycle beside registration: one row a measure, so that a fact touches
 * only what it changes. Summed as `level_indicators` are, on the same map.
 */
export const cycleIndicatorsView = defineProjection<Facts>()({
  name: 'cycle_indicators',
  version: 2,
  tables,
  parts: { envelope: [], sealed: [] },
  memo: (): Memo => ({ book: undefined }),
  ranges: {
    OrgReparented: ({ data }) => [{ table: 'cycle_figures', first: data.unitId }],
    OrgMerged: ({ data }) => [{ table: 'cycle_own', first: data.unitId }],
    OrgSplit: ({ data }) => [{ table: 'cycle_own', first: data.unitId }],
    OrgDissolved: ({ data }) => [{ table: 'cycle_own', first: data.unitId }],
  },
  reads: { ...meetingReads, ...peopleReads, ...ratingReads },
  on: {
    ...structureCounting,
    ...meetingCounting,
    ...peopleCounting,
    ...ratingCounting,
    ...unitCounting,
  },
});
