import { randomUUID } from 'node:crypto';
import type { Guong } from '#libs/assembly';
import type { AccountStore, NewAccount } from '#libs/platform';

/** Long before anything that a test does. */
const ON = '2020-01-15';
const DECISION = '01-QĐ/TU';

const UNITS = [
  { id: 'tinh-a', name: 'Đảng bộ tỉnh A', level: 'province' },
  { id: 'xa-b', name: 'Đảng bộ xã Bình Minh', level: 'ward', parentId: 'tinh-a' },
  { id: 'xa-c', name: 'Đảng bộ xã Cẩm Sơn', level: 'ward', parentId: 'tinh-a' },
  { id: 'chi-bo-1', name: 'Chi bộ thôn Một', level: 'cell', parentId: 'xa-b' },
  { id: 'chi-bo-2', name: 'Chi bộ thôn Hai', level: 'cell', parentId: 'xa-b' },
  { id: 'chi-bo-3', name: 'Chi bộ thôn Ba', level: 'cell', parentId: 'xa-c' },
] as const;

const MEMBERS = [
  { id: 'm.khai', fullName: 'Nguyễn Văn Khải', unitId: 'chi-bo-1' },
  { id: 'm.lan', fullName: 'Trần Thị Lan', unitId: 'chi-bo-1' },
  { id: 'm.minh', fullName: 'Lê Quang Minh', unitId: 'chi-bo-2' },
  { id: 'm.tam', fullName: 'Phạm Văn Tám', unitId: 'chi-bo-2' },
  { id: 'm.sau', fullName: 'Đỗ Thị Sáu', unitId: 'chi-bo-3' },
  { id: 'm.nga', fullName: 'Vũ Thúy Nga', unitId: 'chi-bo-3' },
] as const;

const OFFICERS = [
  { unitId: 'chi-bo-1', memberId: 'm.lan', office: 'secretary' },
  { unitId: 'xa-b', memberId: 'm.minh', office: 'committee' },
  { unitId: 'tinh-a', memberId: 'm.nga', office: 'committee' },
  { unitId: 'chi-bo-3', memberId: 'm.sau', office: 'secretary' },
] as const;

export const DEMO_PASSWORD = 'guong-demo';
const WARRANTS = [{ unitId: 'xa-c', from: '2020-01-01', until: '2099-12-31' }];
const ACCOUNTS: readonly Omit<NewAccount, 'password' | 'demo'>[] = [
  { username: 'member', personId: 'm.khai' },
  { username: 'secretary', personId: 'm.lan' },
  { username: 'committee', personId: 'm.minh' },
  { username: 'inspector', roles: ['inspector'], warrants: WARRANTS },
  { username: 'auditor', roles: ['auditor'], grants: [{ unitId: 'tinh-a' }] },
  { username: 'admin', roles: ['admin'] },
  { username: 'province', personId: 'm.nga' },
];

/**
 * A province with two wards and three cells, six members, and an account for each role (password
 * `guong-demo`), made through the engine by `system`. The inspector's warrant covers ward xa-c.
 */
export async function seedSmall(
  guong: Pick<Guong, 'engine' | 'settled'>,
  accounts: AccountStore,
): Promise<void> {
  const execute = async (
    workflow: string,
    id: string,
    command: string,
    input: object,
  ): Promise<void> => {
    const outcome = await guong.engine.execute({
      workflow,
      id,
      command,
      input,
      actor: { id: 'system', kind: 'system' },
      commandId: `seed/${randomUUID()}`,
    });
    if (outcome.kind !== 'accepted')
      throw new Error(`${workflow}.${command} of ${id}: ${JSON.stringify(outcome)}`);
  };
  for (const { id, ...unit } of UNITS)
    await execute('organisation', id, 'found', { ...unit, on: ON, decisionNo: DECISION });
  for (const { id, ...member } of MEMBERS)
    await execute('membership', id, 'admit', { ...member, on: ON, status: 'official' });
  for (const { unitId, memberId, office } of OFFICERS)
    await execute('organisation', unitId, 'appointOfficer', {
      memberId,
      office,
      on: ON,
      decisionNo: DECISION,
    });
  await Promise.all(
    ACCOUNTS.map((account) => accounts.put({ ...account, password: DEMO_PASSWORD, demo: true })),
  );
  await guong.settled();
}
