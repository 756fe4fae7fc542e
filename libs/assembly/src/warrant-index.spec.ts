import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeAuthority, type UnitOffices, type Warrants } from '#libs/access';
import { type Guong, openEmbedded } from './open-embedded.js';
import { warrantIndex } from './warrant-index.js';

const NOW = Date.parse('2026-03-15T05:00:00.000Z');
const on = '2026-03-10';
const decided = { on: '2020-01-01', decisionNo: '01-QĐ/TU' };
const scope = { unitIds: ['kp4'], memberIds: [] };

let folder: string;
let guong: Guong;
let keys = 0;
const execute = async (
  workflow: string,
  id: string,
  command: string,
  input: object,
  who?: string,
) =>
  expect(
    await guong.engine.execute({
      workflow,
      id,
      command,
      input,
      actor: who === undefined ? { id: 'system', kind: 'system' } : { id: who, kind: 'person' },
      commandId: `test/${(keys += 1)}`,
    }),
  ).toMatchObject({ kind: 'accepted' });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guong-warrants-'));
  guong = await openEmbedded({ folder, clock: () => NOW });
  await guong.start();
  await execute('organisation', 'anbinh', 'found', { ...decided, name: 'Phường', level: 'ward' });
  for (const id of ['kp4', 'kp5'])
    await execute('organisation', id, 'found', {
      ...decided,
      name: id,
      level: 'cell',
      parentId: 'anbinh',
    });
  for (const [id, unitId] of [
    ['khai', 'kp4'],
    ['sau', 'kp5'],
    ['minh', 'kp5'],
  ] as const)
    await execute('membership', id, 'admit', {
      fullName: id,
      unitId,
      status: 'official',
      on: '2020-02-01',
    });
  await execute('organisation', 'anbinh', 'appointOfficer', {
    ...decided,
    memberId: 'minh',
    office: 'committee',
  });
  const plan = { unitId: 'anbinh', kind: 'compliance', year: 2026, ...scope, on };
  await execute('inspection', 'kt-7', 'plan', plan, 'minh');
  const warrant = {
    decisionNo: '07-QĐ/UBKT',
    scope: { ...scope, from: '2023-01-01', until: '2025-12-31' },
    team: [{ memberId: 'sau', role: 'lead' }],
    from: '2026-03-01',
    expires: '2026-06-30',
    on,
  };
  await execute('inspection', 'kt-7', 'decide', warrant, 'minh');
  await guong.settled();
}, 30_000);
afterAll(async () => {
  await guong.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Whether Sáu may read the unit, as the index and the log say together. */
const warranted = async (
  unitId: string,
  covering: (units: readonly string[]) => readonly string[],
) => {
  const load = (workflow: string, id: string) => guong.engine.loadState(workflow, id);
  const issued = { covering, load: (id: string) => load('inspection', id) } as Warrants['issued'];
  const authority = await officeAuthority(
    [unitId],
    new Date(NOW).toISOString(),
    (id) => load('organisation', id) as Promise<UnitOffices | undefined>,
    { issued },
  );
  return authority.warranted('sau', unitId);
};

describe('the index of warrants', () => {
  it('finds them by the units they name, and the log says what holds', async () => {
    const index = warrantIndex({ db: guong.views.db, clock: () => NOW });
    await index.refresh();
    expect(index.covering(['anbinh', 'kp4'])).toEqual(['kt-7']);
    expect(index.covering(['kp5'])).toEqual([]);
    const covering = index.covering.bind(index);
    expect(await warranted('kp4', covering)).toBe(true);
    expect(await warranted('kp5', covering)).toBe(false);

    await execute('inspection', 'kt-7', 'revokeWarrant', { reason: 'needless', on }, 'minh');
    expect(index.covering(['kp4'])).toEqual(['kt-7']);
    expect(await warranted('kp4', covering)).toBe(false);
  });

  it('looks again once a second, and forgets what has ended', async () => {
    await guong.settled();
    let now = NOW;
    const index = warrantIndex({ db: guong.views.db, clock: () => now });
    await index.refresh();
    now += 1_000;
    index.covering(['kp4']);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(index.covering(['kp4'])).toEqual([]);
  });

  it('keeps what it knew when the view cannot be read', async () => {
    const failures: unknown[] = [];
    let now = NOW;
    const broken = {
      selectFrom: () => {
        throw new Error('no such table');
      },
    };
    const index = warrantIndex({
      db: broken as never,
      clock: () => now,
      onFailure: (error) => failures.push(error),
    });
    now += 5_000;
    expect(index.covering(['kp4'])).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(failures).toHaveLength(1);
  });
});
