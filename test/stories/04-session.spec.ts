import { Story } from './story.js';

let story: Story;
const HA = 'le.thi.thu.ha';
const LOC = 'pham.van.loc';
const LAN = 'nguyen.thi.lan';
const NAM = 'vu.hai.nam';
const TAM = 'vo.thanh.tam';
const CELL = 'khu-pho-4';
const WARD = 'an-binh-dong';
const DAY = '2026-12-05';
const SESSION = `/criticism-session/${CELL}-2026`;
const others = Array.from({ length: 20 }, (_, index) => `dang.vien.${index + 1}`);
const cell = [HA, LOC, LAN, NAM, ...others];

beforeAll(async () => {
  story = await Story.on('2026-11-25');
  await story.found(WARD, 'Đảng bộ phường An Bình Đông', 'ward');
  await story.found(CELL, 'Chi bộ Khu phố 4', 'cell', WARD);
  for (const id of cell) await story.admit(id, id, CELL);
  await story.admit(TAM, 'Võ Thành Tâm', WARD);
  await story.appoint(HA, 'secretary', CELL);
  await story.appoint(LOC, 'deputy', CELL);
  await story.appoint(TAM, 'secretary', WARD);
  const subjects = [
    { subjectId: CELL, role: 'collective' },
    { subjectId: HA, role: 'head' },
    { subjectId: LAN, role: 'member' },
  ];
  const plan = { on: DAY, chairId: HA, recorderId: LOC, place: 'Nhà văn hóa', subjects };
  await story.does(HA, `${SESSION}/plan`, plan);
  for (const [who, subjectId, kind] of [
    [HA, CELL, '01'],
    [HA, HA, '2a'],
    [LAN, LAN, '2a'],
  ] as const) {
    const sections = [{ key: 's1', text: 'Tự kiểm điểm' }];
    const review = { subjectId, kind, sections, on: '2026-11-25' };
    await story.does(who, `${SESSION}/fileSelfReview`, review);
  }
  await story.does(HA, `${SESSION}/sendMaterials`, { on: '2026-11-25' });
  await story.day(DAY);
}, 60_000);
afterAll(() => story.close());

const chair = (command: string, input: object, who = HA) =>
  story.tell(who, `${SESSION}/${command}`, { ...input, on: DAY });
const done = async (command: string, input: object, who = HA): Promise<void> =>
  expect({ command, ...(await chair(command, input, who)) }).toMatchObject({
    command,
    status: 200,
  });
const conclusion = (subjectId: string) => ({
  ...{ subjectId, text: 'Hoàn thành nhiệm vụ', shortcomings: [], remedies: [] },
});
/** The collective's or the head's item from beginning to end. */
async function settle(subjectId: string, judge: string): Promise<void> {
  await done('openItem', { subjectId });
  await done('offerResponse', { subjectId });
  await done('recordResponse', { subjectId, text: 'Tiếp thu' });
  await done('concludeItem', conclusion(subjectId), judge);
}

describe('the chair opens the session on 5 December 2026', () => {
  const presence = (index: number) =>
    index < 22 ? 'present' : index === 22 ? 'excused' : 'unexcused';
  const entries = cell.map((memberId, index) => ({ memberId, presence: presence(index) }));

  it('with 22 of 24 present', async () => {
    await done('open', { at: '07:30' });
    await done('recordAttendance', { entries });
    const record = await story.facts(`session-${CELL}-2026`);
    const counted = record.find(({ type }) => type === 'SessionAttendanceRecorded')!.data;
    expect(counted).toMatchObject({
      counts: { expected: 24, present: 22, excused: 1, unexcused: 1 },
      quorate: true,
    });
  });

  it('cannot open a member’s item before the head’s is concluded', async () => {
    await settle(CELL, HA);
    expect(await chair('openItem', { subjectId: LAN })).toMatchObject({
      status: 422,
      codes: ['ITEM_ORDER subjectId'],
      params: [{ before: HA, role: 'head' }],
    });
    await done('openItem', { subjectId: HA });
    expect((await chair('openItem', { subjectId: LAN })).codes).toEqual(['ITEM_ORDER subjectId']);
  });

  it('cannot conclude her own item', async () => {
    await done('offerResponse', { subjectId: HA });
    await done('recordResponse', { subjectId: HA, text: 'Tiếp thu' });
    expect((await chair('concludeItem', conclusion(HA))).codes).toEqual(['IS_SUBJECT']);
    await done('concludeItem', conclusion(HA), LOC);
  });
});

describe('the item of Nguyễn Thị Lan', () => {
  const WORDS = 'Tôi không đồng ý: việc chậm là do thiếu người, “đề nghị xem lại” — 12/2026.';

  it('is open for criticism by those present, not by herself', async () => {
    await done('openItem', { subjectId: LAN });
    const said = { subjectId: LAN, area: 'duty', text: 'Còn chậm' };
    const criticise = (id: string, speakerId: string) =>
      chair('recordCriticism', { ...said, id, speakerId }, LOC);
    expect((await criticise('c1', LAN)).codes).toEqual(['SPEAKER_IS_SUBJECT speakerId']);
    expect((await criticise('c1', 'dang.vien.20')).codes).toEqual([
      'SPEAKER_NOT_PRESENT speakerId',
    ]);
    expect((await criticise('c1', NAM)).status).toBe(200);
  });

  it('cannot be concluded until her response is recorded or waived', async () => {
    expect((await chair('concludeItem', conclusion(LAN))).codes).toEqual([
      'REPLY_NOT_OFFERED subjectId',
    ]);
    await done('offerResponse', { subjectId: LAN });
    expect((await chair('concludeItem', conclusion(LAN))).codes).toEqual([
      'REPLY_MISSING subjectId',
    ]);
    // Nobody gives up her right of reply for her.
    expect((await chair('waiveResponse', { subjectId: LAN })).codes).toEqual([
      'NOT_OWN_WORD subjectId',
    ]);
  });

  it('keeps her reserved opinion verbatim, and it goes upward', async () => {
    const opinion = { id: 'o1', subjectId: LAN, authorId: LAN, text: WORDS };
    await done('reserveOpinion', opinion, LAN);
    const stored = (await story.facts(`session-${CELL}-2026`)).find(
      ({ type }) => type === 'OpinionReserved',
    )!;
    expect(stored.sealed).toEqual({ text: { of: LAN, value: WORDS } });
    expect(JSON.stringify(stored.data)).not.toContain('không đồng ý');
    await done('forwardOpinion', { id: 'o1', toUnitId: WARD });
  });

  it('is concluded once she has answered, and not by her', async () => {
    await done('recordResponse', { subjectId: LAN, text: 'Tôi tiếp thu một phần' }, LAN);
    expect((await chair('concludeItem', conclusion(LAN), LAN)).codes).toContain('IS_SUBJECT');
    await done('concludeItem', conclusion(LAN));
  });
});

describe('the minutes', () => {
  const votes = { for: 22, against: 0, abstained: 0 };

  it('cannot be ADOPTED before they were read', async () => {
    await done('conclude', { at: '16:30' });
    expect((await chair('adoptMinutes', votes)).codes).toEqual(['MINUTES_NOT_READ']);
    await done('draftMinutes', { text: 'Biên bản hội nghị kiểm điểm' }, LOC);
    expect((await chair('adoptMinutes', votes)).codes).toEqual(['MINUTES_NOT_READ']);
    await done('readMinutes', {}, LOC);
    expect((await chair('adoptMinutes', votes)).state).toBe('minutes_adopted');
  });
});
