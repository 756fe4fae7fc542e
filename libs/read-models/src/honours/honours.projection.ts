import { defineProjection, type ProjectedEvent, type RowOf } from '#libs/projections';
import type {
  CommendationFacts,
  ContestFacts,
  EmulationPactFacts,
  ModelFacts,
} from '#libs/workflows';
import { lines, readsOf } from '../line-table.js';
import { awardLine, contestLine, modelLine, pactLine } from './honours.table.js';

const tables = {
  award_line: awardLine,
  model_line: modelLine,
  contest_line: contestLine,
  pact_line: pactLine,
} as const;

type Facts = CommendationFacts & ModelFacts & ContestFacts & EmulationPactFacts;
type Data<Type extends keyof Facts> = ProjectedEvent<Facts, Type>['data'];

const awards = lines<Omit<Data<'AwardRejected'>, 'reason' | 'on'>, RowOf<typeof awardLine>>(
  'award_line',
  ({ awardId }) => [awardId],
  (data) => ({
    award_id: data.awardId,
    subject_kind: data.subjectKind,
    subject_id: data.subjectId,
    unit_id: data.unitId,
    decided_at: data.decidedAt,
    track: data.track,
    form: data.form,
    occasion: data.occasion,
    from_year: data.period.fromYear,
    to_year: data.period.toYear,
    contest_id: data.contestId ?? null,
    state: 'nominated',
    level: null,
    decision_no: null,
    decided_on: null,
    year: 0,
    merits: 0,
    ratings: 0,
    ground: null,
    position: '',
  }),
);
const awardIs = (state: string) => awards.set(() => ({ state }));

const models = lines<{ modelId: string; unitId: string; kind: string }, RowOf<typeof modelLine>>(
  'model_line',
  ({ modelId }) => [modelId],
  ({ modelId, unitId, kind }) => ({
    model_id: modelId,
    unit_id: unitId,
    kind,
    name: '',
    owner_id: null,
    state: 'registered',
    registered_on: '',
    recognised_on: null,
    decision_no: null,
    replications: 0,
    position: '',
  }),
);

const contests = lines<
  { contestId: string; unitId: string; year: number },
  RowOf<typeof contestLine>
>(
  'contest_line',
  ({ contestId }) => [contestId],
  ({ contestId, unitId, year }) => ({
    contest_id: contestId,
    unit_id: unitId,
    year,
    title: '',
    theme: '',
    state: 'announced',
    entries: 0,
    prizes: 0,
    decision_no: null,
    on_date: '',
    position: '',
  }),
);

const pacts = lines<{ unitId: string; year: number }, RowOf<typeof pactLine>>(
  'pact_line',
  ({ unitId, year }) => [unitId, year],
  ({ unitId, year }) => ({
    unit_id: unitId,
    year,
    state: 'signed',
    partners: 0,
    criteria: 0,
    linked: 0,
    attainable: 0,
    total: null,
    position: '',
  }),
);

/** Awards, models, contests and pacts: what is done well, and how it is honoured. */
export const honoursView = defineProjection<Facts>()({
  name: 'honours',
  version: 1,
  tables,
  parts: { envelope: [], sealed: [] },
  reads: {
    ...readsOf(
      [
        'Nominated',
        'DossierCompleted',
        'AwardAppraised',
        'CouncilVoted',
        'AwardDecided',
        'AwardRejected',
        'AwardPublished',
        'AwardPresented',
        'RevocationProposed',
        'AwardRevoked',
        'RevocationRefused',
      ],
      awards.read,
    ),
    ...readsOf(
      ['ModelRegistered', 'ModelPiloted', 'ModelRecognised', 'ModelReplicated', 'ModelRetired'],
      models.read,
    ),
    ...readsOf(
      [
        'ContestAnnounced',
        'ContestOpened',
        'EntrySubmitted',
        'ContestClosed',
        'ContestJudged',
        'ContestAwarded',
      ],
      contests.read,
    ),
    ...readsOf(['PactSigned', 'PactScored', 'PactClosed'], pacts.read),
  },
  on: {
    Nominated: awards.set(),
    DossierCompleted: awards.set<Data<'DossierCompleted'>>(({ merits, ratings }) => ({
      state: 'dossier_complete',
      merits: merits.length,
      ratings: ratings.length,
    })),
    AwardAppraised: awardIs('appraised'),
    CouncilVoted: awardIs('council_voted'),
    AwardDecided: awards.set<Data<'AwardDecided'>>(({ level, decisionNo, on }) => ({
      state: 'decided',
      level,
      decision_no: decisionNo,
      decided_on: on,
      year: Number(on.slice(0, 4)),
    })),
    AwardRejected: awardIs('rejected'),
    AwardPublished: awardIs('published'),
    AwardPresented: awardIs('presented'),
    RevocationProposed: awardIs('revocation_proposed'),
    AwardRevoked: awards.set<Data<'AwardRevoked'>>(({ ground }) => ({ state: 'revoked', ground })),
    RevocationRefused: awardIs('upheld'),

    ModelRegistered: models.set<Data<'ModelRegistered'>>(({ name, ownerId, on }) => ({
      name,
      owner_id: ownerId ?? null,
      registered_on: on,
    })),
    ModelPiloted: models.set(() => ({ state: 'pilot' })),
    ModelRecognised: models.set<Data<'ModelRecognised'>>(({ decisionNo, on }) => ({
      state: 'recognised',
      recognised_on: on,
      decision_no: decisionNo,
    })),
    ModelReplicated: models.set<Data<'ModelReplicated'>>(({ count }) => ({
      state: 'replicated',
      replications: count,
    })),
    ModelRetired: models.set(() => ({ state: 'retired' })),

    ContestAnnounced: contests.set<Data<'ContestAnnounced'>>(({ title, theme, on }) => ({
      title,
      theme,
      on_date: on,
    })),
    ContestOpened: contests.set(() => ({ state: 'open' })),
    EntrySubmitted: contests.set((_data, _event, line) => ({ entries: (line?.entries ?? 0) + 1 })),
    ContestClosed: contests.set(() => ({ state: 'closed' })),
    ContestJudged: contests.set<Data<'ContestJudged'>>(({ results }) => ({
      state: 'judged',
      prizes: results.filter(({ prize }) => prize !== undefined).length,
    })),
    ContestAwarded: contests.set<Data<'ContestAwarded'>>(({ decisionNo }) => ({
      state: 'awarded',
      decision_no: decisionNo,
    })),

    PactSigned: pacts.set<Data<'PactSigned'>>(({ partners, criteria, attainable }) => ({
      partners: partners.length,
      criteria: criteria.length,
      linked: criteria.filter(({ programmeId }) => programmeId !== undefined).length,
      attainable,
    })),
    PactScored: pacts.set<Data<'PactScored'>>(({ total }) => ({ state: 'scored', total })),
    PactClosed: pacts.set<Data<'PactClosed'>>(({ total }) => ({ state: 'closed', total })),
  },
});
