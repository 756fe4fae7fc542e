import { memoryEventStore } from '#libs/event-store';
import { productEngine } from './product.js';

const NOW = Date.parse('2026-03-03T02:00:00.000Z');
const on = '2026-03-03';
const ID = 'kp4-20260303';
const store = memoryEventStore({ clock: () => NOW });
const engine = productEngine({ store, clock: () => NOW });
let keys = 0;

const execute = (workflow: string, id: string, command: string, input: object, who = 'system') =>
  engine.execute({
    workflow,
    id,
    command,
    input,
    actor: { id: who, kind: who === 'system' ? 'system' : 'person' },
    commandId: `room/${(keys += 1)}`,
  });
const done = async (...given: Parameters<typeof execute>): Promise<void> =>
  expect(await execute(...given)).toMatchObject({ kind: 'accepted' });

beforeAll(async () => {
  const decided = { on: '2020-01-01', decisionNo: '01-QĐ/TU' };
  const cell = { ...decided, name: 'Chi bộ Khu phố 4', level: 'cell', parentId: 'anbinh' };
  await done('organisation', 'anbinh', 'found', { ...decided, name: 'Phường', level: 'ward' });
  await done('organisation', 'kp4', 'found', cell);
  for (const id of ['ha', 'khai', 'lan'])
    await done('membership', id, 'admit', {
      fullName: id,
      unitId: 'kp4',
      status: 'official',
      on: '2020-02-01',
    });
  const secretary = { ...decided, memberId: 'ha', office: 'secretary' };
  await done('organisation', 'kp4', 'appointOfficer', secretary);
  const agenda = [{ key: 'work', kind: 'work', title: 'Nhiệm vụ tháng' }];
  const call = { kind: 'regular', on, startsAt: '07:30', place: 'Nhà văn hóa', agenda };
  await done('meeting', ID, 'schedule', call, 'ha');
  const opening = { at: `${on}T00:30:00Z`, chairId: 'ha', recorderId: 'khai' };
  await done('meeting', ID, 'open', opening, 'ha');
  const entries = ['ha', 'khai', 'lan'].map((memberId) => ({ memberId, presence: 'present' }));
  await done('meeting', ID, 'recordAttendance', { on, entries }, 'khai');
});

it('chair and minute-taker write at once, and nothing of either is lost or refused', async () => {
  const rounds = Array.from({ length: 20 }, (_, round) => round);
  const outcomes = await Promise.all(
    rounds.flatMap((round) => [
      execute(
        'meeting',
        ID,
        'discuss',
        { id: `s${round}`, itemKey: 'work', speakerId: 'lan', text: `Ý kiến ${round}` },
        'khai',
      ),
      execute(
        'meeting',
        ID,
        'assignIssue',
        { id: `i${round}`, ownerId: 'lan', due: '2026-04-10', on, text: `Việc ${round}` },
        'ha',
      ),
      execute(
        'meeting',
        ID,
        'noteMerit',
        { id: `m${round}`, subjectId: 'lan', subjectKind: 'member', text: 'Tốt', on },
        'ha',
      ),
    ]),
  );
  expect([...new Set(outcomes.map(({ kind }) => kind))]).toEqual(['accepted']);
  const state = (await engine.loadState('meeting', ID)) as Record<string, unknown[]>;
  expect(['discussion', 'issues', 'merits'].map((list) => state[list]!.length)).toEqual([
    20, 20, 20,
  ]);
});

it('the same entry from both is accepted once', async () => {
  const entry = { id: 'same', itemKey: 'work', speakerId: 'lan', text: 'Ý kiến' };
  const outcomes = await Promise.all([
    execute('meeting', ID, 'discuss', entry, 'khai'),
    execute('meeting', ID, 'discuss', entry, 'ha'),
  ]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['accepted', 'refused']);
});
