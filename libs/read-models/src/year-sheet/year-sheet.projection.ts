import { defineProjection, type ProjectedEvent, type RowOf } from '#libs/projections';
import type { ClassificationFacts, CriticismSessionFacts, RatingListFacts } from '#libs/workflows';
import { lines, readsOf } from '../line-table.js';
import { capLine, ratingLine, sessionLine } from './year-sheet.table.js';

const tables = { rating_line: ratingLine, cap_line: capLine, session_line: sessionLine } as const;

type Facts = ClassificationFacts & RatingListFacts & CriticismSessionFacts;
type Data<Type extends keyof Facts> = ProjectedEvent<Facts, Type>['data'];

interface OfRating {
  subjectKind: string;
  subjectId: string;
  unitId: string;
  listId: string;
  year: number;
}
interface OfUnit {
  unitId: string;
  year: number;
}

const ratings = lines<OfRating, RowOf<typeof ratingLine>>(
  'rating_line',
  ({ subjectId, year }) => [subjectId, year],
  ({ subjectId, year, subjectKind, unitId, listId }) => ({
    subject_id: subjectId,
    year,
    subject_kind: subjectKind,
    unit_id: unitId,
    list_id: listId,
    state: 'open',
    self_rating: null,
    proposed: null,
    appraised: null,
    decided: null,
    score: null,
    reviews: null,
    reviews_due: null,
    unremedied: null,
    decision_no: null,
    decided_on: null,
    changed: 0,
    reason: null,
    position: '',
  }),
);
const ratingIs = (state: string) => ratings.set(() => ({ state }));

const lists = lines<OfUnit, RowOf<typeof capLine>>(
  'cap_line',
  ({ unitId, year }) => [unitId, year],
  ({ unitId, year }) => ({
    unit_id: unitId,
    year,
    decision_no: null,
    decided_on: null,
    percent: null,
    denominator: null,
    base: null,
    allowed: null,
    excellent: null,
    exception_no: null,
    position: '',
  }),
);
const judged = lists.set<Data<'RatingsDecided'> | Data<'RatingsAmended'>>(
  ({ decisionNo, on, cap }) => ({
    decision_no: decisionNo,
    decided_on: on,
    percent: cap.percent,
    denominator: cap.denominator,
    base: cap.base,
    allowed: cap.allowed,
    excellent: cap.excellent,
    exception_no: cap.exceptionNo ?? null,
  }),
);

type Session = RowOf<typeof sessionLine>;
const sessions = lines<OfUnit & { round: number }, Session>(
  'session_line',
  ({ unitId, year }) => [unitId, year],
  ({ unitId, year, round }) => ({
    unit_id: unitId,
    year,
    round,
    state: 'planned',
    on_date: '',
    subjects: 0,
    present: 0,
    electorate: 0,
    criticisms: 0,
    replied: null,
    days: null,
    short: 0,
    shortcomings: 0,
    remedies: 0,
    position: '',
  }),
);
const sessionIs = (state: string) => sessions.set(() => ({ state }));
const oneMore = (column: 'criticisms' | 'shortcomings' | 'remedies') =>
  sessions.set((_data, _event, line) => ({ [column]: (line?.[column] ?? 0) + 1 }));

const RATING_TYPES = [
  'SelfRated',
  'ParticipantCommented',
  'BallotOpened',
  'BallotTallied',
  'RatingProposed',
  'RatingAppraised',
  'RatingDecided',
  'RatingNotified',
  'ComplaintFiled',
  'ComplaintDecided',
  'RatingChanged',
  'RatingFinalised',
  'NotRated',
  'RatingAnnulled',
] as const;
const SESSION_TYPES = [
  'SessionPlanned',
  'MaterialsSent',
  'SessionOpened',
  'SessionAttendanceRecorded',
  'CriticismRecorded',
  'ShortcomingRecorded',
  'RemedyAssigned',
  'CollectiveDone',
  'IndividualsDone',
  'SessionAdjourned',
  'SessionResumed',
  'SessionConcluded',
  'SessionMinutesAdopted',
  'TrackingStarted',
  'RedoOrdered',
  'SessionClosed',
] as const;

/** The end of the year: criticism sessions, ratings step by step, and how full each cap is. */
export const yearSheetView = defineProjection<Facts>()({
  name: 'year_sheet',
  version: 1,
  tables,
  parts: { envelope: [], sealed: [] },
  reads: {
    ...readsOf(RATING_TYPES, ratings.read),
    ...readsOf(SESSION_TYPES, sessions.read),
    ...readsOf(['RatingEntered', 'RatingsDecided', 'RatingsAmended'], lists.read),
  },
  on: {
    SelfRated: ratings.set<Data<'SelfRated'>>(({ rating }) => ({
      state: 'self_rated',
      self_rating: rating,
    })),
    ParticipantCommented: ratingIs('commented'),
    BallotOpened: ratings.set(),
    BallotTallied: ratingIs('balloted'),
    RatingProposed: ratings.set<Data<'RatingProposed'>>(({ rating, score, basis }) => ({
      state: 'proposed',
      proposed: rating,
      score: score ?? null,
      reviews: basis.reviews.length,
      reviews_due: basis.reviewsDue,
      unremedied: basis.unremedied,
    })),
    RatingAppraised: ratings.set<Data<'RatingAppraised'>>(({ rating, score }) => ({
      state: 'appraised',
      appraised: rating,
      ...(score !== undefined && { score }),
    })),
    RatingDecided: ratings.set<Data<'RatingDecided'>>(({ rating, decisionNo, on, reason }) => ({
      state: 'decided',
      decided: rating,
      decision_no: decisionNo,
      decided_on: on,
      reason: reason ?? null,
    })),
    RatingNotified: ratingIs('notified'),
    ComplaintFiled: ratingIs('complaint'),
    ComplaintDecided: ratings.set(),
    RatingChanged: ratings.set<Data<'RatingChanged'>>(({ to, reason }) => ({
      decided: to,
      changed: 1,
      reason,
    })),
    RatingFinalised: ratingIs('final'),
    NotRated: ratings.set<Data<'NotRated'>>(({ reason }) => ({ state: 'not_rated', reason })),
    RatingAnnulled: ratings.set<Data<'RatingAnnulled'>>(({ reason }) => ({
      state: 'annulled',
      decided: null,
      reason,
    })),

    RatingEntered: lists.set(),
    RatingsDecided: judged,
    RatingsAmended: judged,

    SessionPlanned: sessions.set<Data<'SessionPlanned'>>(({ round, on, subjects }) => ({
      round,
      state: 'planned',
      on_date: on,
      subjects: subjects.length,
    })),
    MaterialsSent: sessionIs('materials_ready'),
    SessionOpened: sessions.set<Data<'SessionOpened'>>(({ on }) => ({
      state: 'open',
      on_date: on,
    })),
    SessionAttendanceRecorded: sessions.set<Data<'SessionAttendanceRecorded'>>(({ counts }) => ({
      present: counts.present,
      electorate: counts.electorate,
    })),
    CriticismRecorded: oneMore('criticisms'),
    ShortcomingRecorded: oneMore('shortcomings'),
    RemedyAssigned: oneMore('remedies'),
    CollectiveDone: sessionIs('collective_done'),
    IndividualsDone: sessionIs('individuals_done'),
    SessionAdjourned: sessionIs('adjourned'),
    SessionResumed: sessionIs('open'),
    SessionConcluded: sessions.set<Data<'SessionConcluded'>>(({ days, short, replied }) => ({
      state: 'concluded',
      days,
      short: Number(short),
      replied,
    })),
    SessionMinutesAdopted: sessionIs('minutes_adopted'),
    TrackingStarted: sessionIs('remedy_tracking'),
    RedoOrdered: sessionIs('redo_ordered'),
    SessionClosed: sessionIs('closed'),
  },
});
