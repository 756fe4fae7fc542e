import { dayOf } from '#libs/kernel';
import { CYCLE_INDICATORS } from '#libs/read-models';
import type { EventOf, Loaded } from './loaded.fixtures.js';

type Sums = Record<string, number>;

const QUARTERS = 4;
const MONTHS = 12;

/** Events by a key, of which only the first, or only the last, counts. */
const firstBy = <Event>(events: readonly Event[], key: (event: Event) => string): Event[] => [
  ...new Map(events.toReversed().map((event) => [key(event), event])).values(),
];
const lastBy = <Event>(events: readonly Event[], key: (event: Event) => string): Event[] => [
  ...new Map(events.map((event) => [key(event), event])).values(),
];

/**
 * The sums behind the indicators of the cycle, counted from the log in the plainest way: everything
 * of a kind at once, each thing added to its unit and all above it. Shares nothing with the views.
 */
export class CycleRecount {
  readonly #sums = new Map<string, Sums>();

  constructor(private readonly loaded: Loaded) {
    this.#meetings();
    this.#study();
    this.#reviews();
    this.#sessions();
    this.#ratings();
    this.#honours();
    this.#oversight();
    this.#entries();
  }

  /** `[numerator, denominator]` of every indicator of a unit in a year. */
  figures(unitId: string, year: number): Readonly<Record<string, readonly [number, number]>> {
    const sums = this.#sums.get(`${unitId} ${year}`) ?? {};
    const { obliged = 0 } = this.loaded.recount.figures(year).get(unitId) ?? {};
    const all: Sums = { ...sums, obliged };
    return Object.fromEntries(
      Object.entries(CYCLE_INDICATORS).map(([name, { numerator, denominator }]) => [
        name,
        [all[numerator] ?? 0, all[denominator] ?? 0],
      ]),
    );
  }

  #add(unitId: string, year: number, amounts: Sums): void {
    for (const above of this.loaded.recount.lineIn(unitId, year)) {
      const key = `${above} ${year}`;
      const sums = this.#sums.get(key) ?? {};
      for (const [name, amount] of Object.entries(amounts)) sums[name] = (sums[name] ?? 0) + amount;
      this.#sums.set(key, sums);
    }
  }

  #meetings(): void {
    const { loaded } = this;
    const held = loaded.all('MeetingHeld');
    for (const { data } of held)
      this.#add(data.unitId, data.year, { meetings_timed: 1, meetings_long: Number(!data.short) });
    const month = ({ data }: EventOf<'MeetingHeld'>) => `${data.unitId} ${data.year} ${data.month}`;
    const regular = held.filter(({ data: { kind } }) => kind === 'regular' || kind === 'combined');
    for (const { data } of firstBy(regular, month))
      this.#add(data.unitId, data.year, { meetings_held: 1 });
    const thematic = held.filter(
      ({ data: { kind } }) => kind === 'thematic' || kind === 'combined',
    );
    const quarter = ({ data }: EventOf<'MeetingHeld'>) =>
      `${data.unitId} ${data.year} ${Math.ceil(data.month / 3)}`;
    for (const { data } of firstBy(thematic, quarter))
      this.#add(data.unitId, data.year, { thematic_held: 1 });
    for (const { data } of loaded.all('MeetingScored'))
      this.#add(data.unitId, data.year, {
        meetings_scored: 1,
        meetings_good: Number(data.level === 'good'),
      });
    for (const { data } of this.#lists(false))
      this.#add(data.unitId, data.year, {
        attendance_present: data.counts.present,
        attendance_expected: data.counts.expected,
      });
  }

  /** The last list of every meeting, of study or of all other kinds. */
  #lists(ofStudy: boolean): EventOf<'AttendanceRecorded'>[] {
    const lists = lastBy(this.loaded.all('AttendanceRecorded'), ({ data }) => data.meetingId);
    return lists.filter(
      ({ data: { kind } }) => (kind === 'study' || kind === 'thematic') === ofStudy,
    );
  }

  #study(): void {
    const known = new Set<string>();
    for (const { data } of this.#lists(true)) {
      const there = data.entries.filter(({ presence }) => presence === 'present');
      const first = there.filter(({ memberId }) => !known.has(`${memberId} ${data.year}`));
      for (const { memberId } of first) known.add(`${memberId} ${data.year}`);
      this.#add(data.unitId, data.year, {
        study_turns: there.length,
        study_people: first.length,
        study_present: there.length,
        study_expected: data.counts.expected,
      });
    }
  }

  #reviews(): void {
    const { loaded } = this;
    const monthly = new Set(
      loaded
        .all('ReviewCadenceChosen')
        .filter(({ data }) => data.cadence === 'monthly')
        .map(({ data }) => data.unitId),
    );
    for (const { data } of loaded.all('RegistrationEndorsed'))
      this.#add(data.countedUnitId, data.year, {
        reviews_due: monthly.has(data.unitId) ? MONTHS : QUARTERS,
      });
    for (const { data } of firstBy(loaded.all('DeedRemarked'), ({ stream }) => stream))
      this.#add(data.countedUnitId, data.year, {
        reviews_done: 1,
        reviews_late: Number(data.late),
      });
  }

  #sessions(): void {
    const { loaded } = this;
    for (const { data } of loaded.all('OrgFounded'))
      if (data.level === 'cell')
        for (let year = Number(data.on.slice(0, 4)); year <= 2023; year += 1)
          this.#add(data.unitId, year, {
            sessions_owed: 1,
            meetings_owed: MONTHS,
            thematic_owed: QUARTERS,
          });
    for (const { data } of loaded.all('SessionConcluded'))
      this.#add(data.unitId, data.year, { sessions_done: 1 });
    for (const { data } of loaded.all('ResponseOffered'))
      if (data.subjectId !== data.unitId) this.#add(data.unitId, data.year, { replies_offered: 1 });
    for (const { data } of loaded.all('ItemConcluded'))
      if (data.role !== 'collective') this.#add(data.unitId, data.year, { items_concluded: 1 });
    for (const { data } of loaded.all('RemedyAssigned'))
      this.#add(data.unitId, Number(data.due.slice(0, 4)), { remedies_due: 1 });
    for (const { data } of loaded.all('RemedyVerified'))
      if (data.done && !data.late)
        this.#add(data.unitId, Number(data.due.slice(0, 4)), { remedies_done: 1 });
  }

  #ratings(): void {
    const { loaded } = this;
    const decided = lastBy(loaded.all('RatingDecided'), ({ stream }) => stream);
    const failed = new Set<string>();
    for (const { data } of decided) {
      this.#add(data.unitId, data.year, { rated: 1, [`rated_${data.rating}`]: 1 });
      if (data.rating === 'not_completed') failed.add(`${data.subjectId} ${data.year}`);
    }
    for (const { data } of decided)
      if (
        failed.has(`${data.subjectId} ${data.year}`) &&
        failed.has(`${data.subjectId} ${data.year - 1}`)
      )
        this.#add(data.unitId, data.year, { failed_twice: 1 });
    for (const { data } of lastBy(loaded.all('RatingsDecided'), ({ stream }) => stream))
      this.#add(data.unitId, data.year, {
        cap_excellent: data.cap.excellent,
        cap_allowed: data.cap.allowed,
      });
  }

  #honours(): void {
    const { loaded } = this;
    const revoked = new Set(loaded.all('AwardRevoked').map(({ stream }) => stream));
    for (const { data, stream } of loaded.all('AwardDecided'))
      if (!revoked.has(stream))
        this.#add(data.unitId, Number(data.on.slice(0, 4)), {
          awards: 1,
          awards_unit: Number(data.subjectKind === 'unit'),
        });
    for (const { data } of loaded.all('ModelRegistered'))
      this.#add(data.unitId, data.year, { models_registered: 1 });
    for (const { data } of loaded.all('ModelRecognised'))
      this.#add(data.unitId, data.year, { models_recognised: 1 });
    for (const { data } of loaded.all('ModelReplicated'))
      this.#add(data.unitId, data.year, { models_replicated: 1 });
  }

  #oversight(): void {
    const { loaded } = this;
    for (const { data } of loaded.all('InspectionPlanned'))
      this.#add(data.unitId, data.year, { inspections_planned: 1 });
    for (const { data } of loaded.all('InspectionConcluded'))
      this.#add(data.unitId, data.year, { inspections_concluded: 1, findings: data.findings });
    for (const { data } of loaded.all('FollowUpAssigned'))
      this.#add(data.unitId, data.year, { follow_ups: 1 });
    for (const { data } of loaded.all('FollowUpVerified'))
      if (data.done && !data.late) this.#add(data.unitId, data.year, { follow_ups_done: 1 });
    for (const { data } of loaded.all('LetterIssued'))
      this.#add(data.fromUnitId, Number(data.on.slice(0, 4)), { letters_issued: 1 });
    for (const { data } of loaded.all('TransferReceived'))
      if (!data.late) this.#add(data.fromUnitId, data.year, { transfers_on_time: 1 });
  }

  /** What names the day on which it happened, and how much of it was recorded after the grace. */
  #entries(): void {
    const { loaded } = this;
    const sessions = firstBy(
      loaded.all('SessionConcluded'),
      ({ data }) => `${data.unitId} ${data.year}`,
    );
    for (const { data, recordedAt } of [
      ...loaded.all('MeetingHeld'),
      ...sessions,
      ...loaded.all('RatingDecided'),
    ])
      this.#entry(data.unitId, data.year, data.on, recordedAt);
    for (const { data, recordedAt } of loaded.all('AwardDecided'))
      this.#entry(data.unitId, Number(data.on.slice(0, 4)), data.on, recordedAt);
  }

  #entry(unitId: string, year: number, on: string, recordedAt: string): void {
    const grace = Number(on.slice(0, 4)) < 2016 ? 15 : 10;
    const days = (Date.parse(dayOf(recordedAt)) - Date.parse(on)) / 86_400_000;
    this.#add(unitId, year, { entries: 1, entries_late: Number(days > grace) });
  }
}
