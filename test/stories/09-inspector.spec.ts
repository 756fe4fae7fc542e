import { heldSession } from './criticism.js';
import { committed, rate } from './rating.js';
import { formOf } from './registration-form.js';
import { Story } from './story.js';

let story: Story;
const NAM = 'vu.hai.nam';
const HA = 'le.thi.thu.ha';
const LOC = 'pham.van.loc';
const TAM = 'vo.thanh.tam';
const NGA = 'vu.thuy.nga';
/** Chief of the inspection commission of Sông Vân, and the one who leads the team. */
const CHIEF = 'dang.quoc.thai';
const LEAD = 'cao.minh.son';
const CELL = 'khu-pho-4';
const BASE = 'an-binh-dong';
const PROVINCE = 'song-van';
const people = [HA, LOC, NAM];
const REMARKED = ['01', '02', '03', '05', '06', '08', '09', '10', '11'];

beforeAll(async () => {
  story = await Story.on('2024-01-10');
  await story.found(PROVINCE, 'Đảng bộ tỉnh Sông Vân', 'province');
  await story.found(BASE, 'Đảng bộ phường An Bình Đông', 'ward', PROVINCE);
  await story.found(CELL, 'Chi bộ Khu phố 4', 'cell', BASE);
  await story.found('khu-pho-9', 'Chi bộ Khu phố 9', 'cell', BASE);
  for (const id of people) await story.admit(id, id, CELL);
  for (const id of [TAM, NGA]) await story.admit(id, id, BASE);
  for (const id of [CHIEF, LEAD]) await story.admit(id, id, PROVINCE);
  await story.appoint(HA, 'secretary', CELL);
  await story.appoint(NAM, 'deputy', CELL);
  await story.appoint(TAM, 'secretary', BASE);
  await story.appoint(NGA, 'committee', BASE);
  await story.appoint(CHIEF, 'commission', PROVINCE);
  await yearOfNam();
  await afterwards();
}, 120_000);
afterAll(() => story.close());

/** 2024: a commitment changed once, nine months remarked on, a rating decided. */
async function yearOfNam(): Promise<void> {
  const monthly = { cadence: 'monthly', fromYear: 2024 };
  await story.before('organisation', CELL, 'chooseCadence', monthly, HA);
  await story.day('2024-02-01');
  await committed(story, NAM, 2024, HA);
  await story.before('registration', `${NAM}-2024`, 'bringIntoForce', { on: '2024-02-01' }, HA);
  const { deeds, ...form } = formOf();
  const changed = deeds.map((deed) => ({ ...deed, target: '6 hộ', deadline: '2024-11-30' }));
  const adjustment = { ...form, deeds: changed, reason: 'Thêm hộ cần giúp' };
  await story.before('registration', `${NAM}-2024`, 'adjust', adjustment, NAM);
  for (const month of REMARKED) {
    const on = `2024-${String(Number(month) + 1).padStart(2, '0')}-05`;
    await story.day(on);
    const marks = ['d1', 'd2'].map((key) => ({ key, mark: 'on_track' }));
    const remark = { unitId: CELL, deeds: marks, text: `Tháng ${month}`, on };
    await story.before('review', `${NAM}-2024-${month}`, 'remark', remark, HA);
  }
  await story.day('2024-12-12');
  const plan = { chairId: HA, recorderId: LOC, secondId: TAM, attendees: people };
  await heldSession(story, { ...plan, unitId: CELL, on: '2024-12-12' });
  const raters = { proposerId: TAM, appraiserId: NGA, tellers: people };
  await rate(story, { memberId: NAM, rating: 'good' }, raters, '2024-12-12', 2);
  const decision = { decisionNo: '31-QĐ/ĐU', on: '2024-12-12' };
  await story.before('rating-list', `${BASE}-2024`, 'decide', decision, TAM);
  await story.day('2024-12-12');
}

/** 2025 and later: another unit, no post, and the last months of 2024 entered after all. */
async function afterwards(): Promise<void> {
  await story.day('2025-06-01');
  const ended = { memberId: NAM, office: 'deputy', on: '2025-06-01', decisionNo: '9-QĐ/ĐU' };
  await story.before('organisation', CELL, 'endOfficer', ended, TAM);
  const move = { toUnitId: 'khu-pho-9', on: '2025-06-01' };
  await story.before('membership', NAM, 'move', move);
  await story.day('2026-03-02');
  const subjects = { unitIds: [], memberIds: [NAM] };
  const kind = { unitId: PROVINCE, kind: 'signs', year: 2026 };
  const on = '2026-03-02';
  await story.before('inspection', 'kt-07', 'plan', { ...kind, ...subjects, on }, CHIEF);
  const warrant = {
    ...{ decisionNo: '07-QĐ/UBKT', from: '2026-03-02', expires: '2026-11-30', on },
    scope: { ...subjects, from: '2023-01-01', until: '2026-11-30' },
    team: [{ memberId: LEAD, role: 'lead' }],
  };
  await story.before('inspection', 'kt-07', 'decide', warrant, CHIEF);
}

/** What the access log of a day holds of the team's readings. */
const logged = async (day: string) =>
  (await story.facts(`access-${day}`)).map(({ type, data }) => ({
    type,
    endpoint: data['endpoint'],
    subjectId: data['subjectId'],
    ...(type === 'RecordViewDenied' ? { denial: data['denial'] } : { basis: data['basis'] }),
  }));

describe('the team with warrant 07-QĐ/UBKT on Vũ Hải Nam, 2023–2026', () => {
  it.each([
    ['another person', `/members/${LOC}/history`, 'members.history', LOC, 'scope'],
    ['a year before', `/members/${NAM}/book?year=2022`, 'members.book', NAM, 'period'],
  ])('is denied %s, and that is logged', async (_, path, endpoint, subjectId, denial) => {
    expect(await story.statusOf(LEAD, path)).toBe(403);
    expect((await logged('2026-03-02')).at(-1)).toEqual({
      ...{ type: 'RecordViewDenied', endpoint, subjectId, denial },
    });
  });

  it('reads the subject, and that is logged as well', async () => {
    expect(await story.statusOf(LEAD, `/members/${NAM}/book?year=2024`)).toBe(200);
    expect((await logged('2026-03-02')).at(-1)).toEqual({
      ...{ type: 'RecordViewed', endpoint: 'members.book', subjectId: NAM, basis: 'warrant' },
    });
  });
});

interface History {
  items: { type: string; occurredAt: string }[];
  state: {
    unitId: string;
    offices: { office: string; unitId: string }[];
    registrations: { year: number; state: string }[];
    reviews: { period: string; state: string }[];
    ratings: { year: number; state: string; rating: string }[];
  };
}
const AS_OF = `/members/${NAM}/history?asOf=2024-12-31`;

describe('the replay as of 31 December 2024', () => {
  it('shows post, unit, commitment, nine of twelve remarks and the rating of then', async () => {
    const { state, items } = await story.reads<History>(LEAD, AS_OF);
    expect(state).toMatchObject({
      unitId: CELL,
      offices: [{ office: 'deputy', unitId: CELL }],
      registrations: [{ year: 2024 }],
      ratings: [{ year: 2024, state: 'decided', rating: 'good' }],
    });
    const remarked = state.reviews.filter(({ state: name }) => name === 'remarked');
    expect(remarked.map(({ period }) => period)).toEqual(REMARKED.map((month) => `2024-${month}`));
    expect(items.every(({ occurredAt }) => occurredAt < '2025')).toBe(true);
  });

  it('shows the second version of the commitment as its own fact', async () => {
    const { items } = await story.reads<History>(LEAD, AS_OF);
    const types = items.map(({ type }) => type);
    expect(types).toContain('RegistrationSubmitted');
    expect(types).toContain('RegistrationAdjusted');
  });

  it('is another thing than today: other unit, no post', async () => {
    const { state } = await story.reads<History>(LEAD, `/members/${NAM}/history`);
    expect(state).toMatchObject({ unitId: 'khu-pho-9', offices: [] });
  });

  it('read twice is the same to the byte', async () => {
    const client = await story.as(LEAD);
    const one = await client.get(AS_OF);
    const other = await client.get(AS_OF);
    expect(JSON.stringify(other.body)).toBe(JSON.stringify(one.body));
  });
});

describe('the export', () => {
  it.todo('is DOCX, PDF and JSONL with a hash chain (waits for documents and ledger)');
  it.todo('made again at the same position is identical to the byte (waits for the same)');
});

describe('Nam and the end of the warrant', () => {
  it('his access log shows “inspection” from the day that the rules set', async () => {
    const log = () =>
      story.reads<{ items: { basis: string; decisionNo: string }[] }>(
        NAM,
        `/members/${NAM}/access-log`,
      );
    expect((await log()).items).toEqual([]);
    await story.day('2026-04-10');
    const { items } = await log();
    expect(items[0]).toMatchObject({ basis: 'inspection', decisionNo: '07-QĐ/UBKT' });
    expect(JSON.stringify(items)).not.toContain(LEAD);
  });

  it('on the day after it expired nothing is read, and that is logged', async () => {
    await story.day('2026-11-30');
    expect(await story.statusOf(LEAD, `/members/${NAM}`)).toBe(200);
    await story.day('2026-12-01');
    expect(await story.statusOf(LEAD, `/members/${NAM}`)).toBe(403);
    expect((await logged('2026-12-01')).at(-1)).toMatchObject({
      ...{ type: 'RecordViewDenied', subjectId: NAM, denial: 'expired' },
    });
  });
});
