import { expect } from '@jest/globals';
import type { ReviewView } from '#libs/workflows';
import type { Check, EventOf, Loaded } from '../loaded.fixtures.js';

type Attended = EventOf<'AttendanceRecorded'>;

const presentIn = ({ data }: Attended): string[] =>
  data.entries.filter(({ presence }) => presence === 'present').map(({ memberId }) => memberId);

/** Lists of attendance at study, in one year. */
const studied = (loaded: Loaded, id: string, year: number): readonly Attended[] =>
  loaded
    .events('AttendanceRecorded', id)
    .filter(({ data }) => data.kind === 'study' && data.year === year);

/** Meetings, study and periodic reviews. */
export const MEETING_CHECKS: Readonly<Record<string, Check>> = {
  async 'lang-son: indicator STUDY_TURNS'(loaded, { indicators }) {
    for (const year of loaded.years('lang-son')) {
      const turns = studied(loaded, 'lang-son', year).flatMap(presentIn).length;
      const { STUDY_TURNS } = await indicators.indicators('lang-son', year, 'then');
      expect(turns).toBeGreaterThan(600);
      expect([year, STUDY_TURNS.numerator]).toEqual([year, turns]);
    }
  },

  async 'lang-son: indicator STUDY_RATE'(loaded, { indicators }) {
    for (const year of loaded.years('lang-son')) {
      const turns = studied(loaded, 'lang-son', year).flatMap(presentIn);
      const people = new Set(turns).size;
      const { STUDY_RATE, STUDY_TURNS } = await indicators.indicators('lang-son', year, 'then');
      expect(STUDY_RATE).toMatchObject({
        numerator: people,
        denominator: loaded.recount.figures(year).get('lang-son')!.obliged,
      });
      expect(STUDY_TURNS.denominator).toBe(people);
      expect(people).toBeLessThan(turns.length / 2);
    }
  },

  'phu-tho: indicator STUDY_RATE': everyRound,

  async 'binh-dai: capability review cadence per cell, monthly or quarterly'(loaded, { months }) {
    const chosen = new Set(
      loaded.events('ReviewCadenceChosen', 'binh-dai').map(({ data }) => data.unitId),
    );
    expect(chosen.size).toBeGreaterThan(25);
    const year = 2022;
    const rows = await months.coverage(loaded.unitIds('binh-dai'), year);
    expect(rows).toHaveLength(253);
    for (const { unitId, cadence, cells } of rows) {
      expect([unitId, cadence]).toEqual([unitId, chosen.has(unitId) ? 'monthly' : 'quarterly']);
      expect(cells).toHaveLength(cadence === 'monthly' ? 12 : 4);
    }
    for (const { data } of loaded.events('DeedRemarked', 'binh-dai'))
      expect(data.period).toMatch(chosen.has(data.unitId) ? /-\d\d$/ : /-q[1-4]$/);
  },

  ['binh-dai: capability a remark carries the next direction' +
  ' and the next form is filled from it']: directions,

  async 'binh-dai: capability meeting issue, assignee, follow-up'(loaded, { months }) {
    const assigned = loaded.events('IssueAssigned', 'binh-dai');
    const verified = new Set(
      loaded
        .events('IssueVerified', 'binh-dai')
        .filter(({ data }) => data.done)
        .map(({ data }) => `${data.meetingId} ${data.id}`),
    );
    expect(assigned.length).toBeGreaterThan(100);
    const unitIds = loaded.unitIds('binh-dai');
    const listed = await months.obligations({ unitIds, limit: 100_000 });
    const byKey = new Map(listed.map((row) => [`${row.stream} ${row.itemId}`, row]));
    for (const { data, stream } of assigned) {
      const isDone = verified.has(`${data.meetingId} ${data.id}`);
      expect(byKey.get(`${stream} ${data.id}`)).toMatchObject({
        ...{ kind: 'issue', unitId: data.unitId, ownerId: data.ownerId, due: data.due },
        status: isDone ? 'done' : expect.any(String),
      });
    }
  },

  'thang-tam: view coverage matrix': coverage,
};

/** Both rounds of every year, each by itself and the year as the dashboard shows it. */
async function everyRound(
  loaded: Loaded,
  { indicators, months }: Parameters<Check>[1],
): Promise<void> {
  for (const year of loaded.years('phu-tho')) {
    const meetings = await months.meetings(loaded.unitIds('phu-tho'), year);
    const roundOf = new Map(meetings.map((one) => [one.meetingId, one.studyRound]));
    const sums = new Map<string, { present: number; expected: number }>();
    for (const event of studied(loaded, 'phu-tho', year)) {
      const round = roundOf.get(event.data.meetingId)!;
      const sum = sums.get(round) ?? { present: 0, expected: 0 };
      sum.present += presentIn(event).length;
      sum.expected += event.data.counts.expected;
      sums.set(round, sum);
    }
    expect([...sums.keys()].sort()).toEqual([`${year}-r1`, `${year}-r2`]);
    for (const { present, expected } of sums.values())
      expect(present / expected).toBeGreaterThan(0.95);
    const all = [...sums.values()];
    const { STUDY_ATTENDANCE } = await indicators.indicators('phu-tho', year, 'then');
    expect(STUDY_ATTENDANCE).toMatchObject({
      numerator: all.reduce((sum, { present }) => sum + present, 0),
      denominator: all.reduce((sum, { expected }) => sum + expected, 0),
    });
  }
}

/** Every remark says where to go next; what it says is what the next period starts from. */
async function directions(loaded: Loaded): Promise<void> {
  const remarked = loaded.events('DeedRemarked', 'binh-dai');
  expect(remarked.filter(({ data }) => !data.hasDirection)).toEqual([]);
  const pairs = remarked.filter(({ data }) => data.period === '2022-q1').slice(0, 50);
  expect(pairs).toHaveLength(50);
  for (const { data, sealed } of pairs) {
    const { value, of } = sealed!['remark']!;
    expect(of).toBe(data.memberId);
    const before = (await loaded.world.engine.loadState(
      'review',
      `${data.memberId}-${data.period}`,
    )) as ReviewView;
    expect(before.nextDirection).toBe((value as { nextDirection: string }).nextDirection);
  }
}

/** 13 cells and 12 months in each of five years, each number counted again from the log. */
async function coverage(loaded: Loaded, { months }: Parameters<Check>[1]): Promise<void> {
  const remarked = new Map<string, Set<string>>();
  for (const { data } of loaded.events('DeedRemarked', 'thang-tam')) {
    const key = `${data.unitId} ${data.period}`;
    remarked.set(key, (remarked.get(key) ?? new Set()).add(data.memberId));
  }
  const held = new Set(
    loaded
      .events('MeetingHeld', 'thang-tam')
      .filter(({ data }) => data.kind !== 'study')
      .map(({ data }) => data.meetingId),
  );
  for (const year of loaded.years('thang-tam')) {
    const rows = await months.coverage(loaded.unitIds('thang-tam'), year);
    expect(rows).toHaveLength(13);
    for (const { unitId, cells } of rows) {
      expect(cells.map(({ period }) => period)).toEqual(
        Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`),
      );
      for (const { period, remarked: shown, due, meetingId } of cells) {
        const counted = remarked.get(`${unitId} ${period}`)?.size ?? 0;
        expect([unitId, period, shown]).toEqual([unitId, period, counted]);
        expect(due).toBeGreaterThan(0);
        expect(held.has(meetingId!)).toBe(true);
      }
    }
  }
}
