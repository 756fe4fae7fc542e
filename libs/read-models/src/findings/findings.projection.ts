import type { DeadlineFact } from '#libs/kernel';
import { defineProjection } from '#libs/projections';
import type {
  ClassificationFacts,
  CommendationFacts,
  CriticismSessionFacts,
  InspectionFacts,
  MeetingFacts,
  MembershipFacts,
  ProgrammeFacts,
  RatingListFacts,
  RegistrationFacts,
  ReviewFacts,
} from '#libs/workflows';
import { cellRuleReads, cellRules } from './cell.rules.js';
import { tables } from './finding-rows.js';
import { registrationRuleReads, registrationRules } from './registration.rules.js';
import { yearEndRuleReads, yearEndRules } from './year-end.rules.js';

type Facts = MembershipFacts &
  ProgrammeFacts &
  RegistrationFacts &
  ReviewFacts &
  MeetingFacts &
  CriticismSessionFacts &
  ClassificationFacts &
  RatingListFacts &
  CommendationFacts &
  InspectionFacts & { DeadlinePassed: { data: DeadlineFact } };

/** Faults that rules find in the record (domain brief, 3G), each with the events that prove it. */
export const findingsView = defineProjection<Facts>()({
  name: 'findings',
  version: 3,
  tables,
  parts: {
    envelope: [
      'RegistrationSubmitted',
      'RegistrationEndorsed',
      'RegistrationAdjusted',
      'DeedRemarked',
      'MeetingHeld',
      'DeadlinePassed',
    ],
    sealed: ['RegistrationSubmitted'],
  },
  reads: { ...registrationRuleReads, ...cellRuleReads, ...yearEndRuleReads },
  on: { ...registrationRules, ...cellRules, ...yearEndRules },
});
