import { heldSession } from './criticism.js';
import { committed } from './rating.js';
import { Story } from './story.js';

let story: Story;
const NGA = 'vu.thuy.nga';
const PROVINCE = 'song-van';
const HEIR = 'an-binh-dong';
const LOC = 'pham.van.loc';
const ward = (id: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${id}.${index + 1}`);
/** Thirty-three cells; the last of each ward is closed in the merger. */
const CELLS = { 'an-binh': ward('an-binh', 17), 'dong-hoa': ward('dong-hoa', 16) } as const;
const WARDS = Object.keys(CELLS) as (keyof typeof CELLS)[];
const CLOSED = WARDS.map((id) => CELLS[id].at(-1)!);
const committeeOf: Record<string, readonly string[]> = {
  'an-binh': ['ngo.an', 'bui.binh', 'do.cuong'],
  'dong-hoa': [LOC, 'dinh.oanh', 'cao.phuc'],
};
const memberOf = (cell: string): string => `dv.${cell.replaceAll('-', '')}`;

beforeAll(async () => {
  story = await Story.on('2024-03-10');
  await story.found(PROVINCE, 'Đảng bộ tỉnh Sông Vân', 'province');
  await story.admit(NGA, 'Vũ Thúy Nga', PROVINCE);
  await story.appoint(NGA, 'committee', PROVINCE);
  for (const id of WARDS) {
    await story.found(id, `Đảng bộ phường ${id}`, 'ward', PROVINCE);
    for (const person of committeeOf[id]!) await story.admit(person, person, id);
    await story.appoint(committeeOf[id]![0]!, 'secretary', id);
    for (const cell of CELLS[id]) {
      await story.found(cell, `Chi bộ ${cell}`, 'cell', id);
      await story.admit(memberOf(cell), memberOf(cell), cell);
    }
    // All but three registered for 2024, all but five for 2025.
    for (const cell of CELLS[id].slice(3))
      await committed(story, memberOf(cell), 2024, committeeOf[id]![0]!);
  }
  await story.day('2024-12-10');
  const [chairId, recorderId] = [LOC, 'dinh.oanh'];
  await heldSession(story, {
    ...{ unitId: 'dong-hoa', on: '2024-12-10', chairId, recorderId, secondId: NGA },
    ...{ attendees: committeeOf['dong-hoa']!, found: [{ id: 's1', due: '2025-12-31' }] },
  });
  await story.day('2025-03-10');
  for (const id of WARDS)
    for (const cell of CELLS[id].slice(5))
      await committed(story, memberOf(cell), 2025, committeeOf[id]![0]!);
}, 120_000);
afterAll(() => story.close());

type Report = Readonly<Record<string, { indicators: object }>>;
/** The reports of a year as they are printed: each ward on the map of that time. */
async function printed(year: number): Promise<Report> {
  const pages = WARDS.map(async (id) => [
    id,
    await story.reads<{ indicators: object }>(
      NGA,
      `/units/${id}/indicators?period=${year}&map=then`,
    ),
  ]);
  const reports = Object.fromEntries(await Promise.all(pages)) as Report;
  return Object.fromEntries(
    Object.entries(reports).map(([id, { indicators }]) => [id, { indicators }]),
  );
}
interface Unit {
  id: string;
  parentId: string | null;
  level: string;
  to: string | null;
}
const cellsNow = async (): Promise<Unit[]> => {
  const units = await story.reads<Unit[] | { items: Unit[] }>(NGA, '/units');
  return (Array.isArray(units) ? units : units.items).filter(({ level }) => level === 'cell');
};

describe('the wards An Bình and Đông Hòa merge on 1 July 2025', () => {
  let before: Report;

  it('given the reports of 2024, printed in March 2025', async () => {
    before = await printed(2024);
    expect(before['dong-hoa']).toMatchObject({
      indicators: { REG_RATE: { numerator: 13, denominator: 19 } },
    });
    expect(await cellsNow()).toHaveLength(33);
  });

  it('the decision closes two cells and both wards, each with its heir', async () => {
    await story.day('2025-07-01');
    const decided = { on: '2025-07-01', decisionNo: '202-NQ/TU' };
    const heir = { name: 'Đảng bộ phường An Bình Đông', level: 'ward', parentId: PROVINCE };
    await story.does(NGA, `/organisation/${HEIR}/found`, { ...heir, ...decided });
    for (const id of WARDS) {
      const [first] = CELLS[id];
      const closing = { heirId: first!, ...decided };
      await story.does(NGA, `/organisation/${CELLS[id].at(-1)!}/dissolve`, closing);
    }
    const selfHeir = { heirId: 'an-binh', ...decided };
    expect((await story.tell(NGA, '/organisation/an-binh/merge', selfHeir)).status).toBe(422);
    for (const id of WARDS)
      await story.does(NGA, `/organisation/${id}/merge`, { heirId: HEIR, ...decided });
  });

  it('31 cells hang under An Bình Đông, 2 are closed', async () => {
    const cells = await cellsNow();
    const open = cells.filter(({ parentId, to }) => parentId === HEIR && to === null);
    expect(open).toHaveLength(31);
    const closed = cells.filter(({ to }) => to !== null).map(({ id }) => id);
    expect(closed.sort()).toEqual([...CLOSED].sort());
  });

  it('an open remedy of Đông Hòa has the heir An Bình Đông, by name and not lost', async () => {
    const facts = await story.facts('session-dong-hoa-2024');
    expect(facts.find(({ type }) => type === 'RemedyHandedOver')).toMatchObject({
      data: { id: 'r-s1', heirId: HEIR, heirKind: 'unit', due: '2025-12-31' },
    });
  });

  it('nobody is left in a closed unit', async () => {
    for (const cell of CLOSED) {
      const facts = await story.facts(`membership-${memberOf(cell)}`);
      expect(facts.at(-1)!.type).toBe('MemberMoved');
    }
  });

  it('the reports of 2024 on the old map are what was printed', async () => {
    expect(await printed(2024)).toEqual(before);
  });

  it('2025 can be drawn on both maps, and both are right', async () => {
    const rate = (unitId: string, map: string) => story.figure(NGA, unitId, 'REG_RATE', 2025, map);
    const all = '23/39';
    expect(await rate('an-binh', 'then')).toBe('12/20');
    expect(await rate('dong-hoa', 'then')).toBe('11/19');
    expect(await rate(HEIR, 'today')).toBe(all);
    expect(await rate('dong-hoa', 'today')).toBe('0/0');
    expect(await rate(PROVINCE, 'then')).toBe(await rate(PROVINCE, 'today'));
  });
});
