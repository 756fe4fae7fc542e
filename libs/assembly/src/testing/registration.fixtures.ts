import type { Engine } from '#libs/engine';
import { AREAS } from '#libs/workflows';

export const SYSTEM = { id: 'system.spec', kind: 'system' } as const;

const decided = { on: '2020-01-01', decisionNo: '01-QĐ/TU' };
const deeds = [1, 2].map((number) => ({
  area: 'duty',
  content: `Việc làm theo số ${number}`,
  measure: 'Gặp từng hộ',
  target: '12 buổi',
  deadline: '2026-11-30',
  evidence: 'report',
}));
const form = { deeds, areas: AREAS.map((area) => ({ area })) };

/** A cell under a ward whose secretary is Tám, and a member who submits a registration of 2026. */
export async function hasTimersFor(engine: Engine, memberId: string): Promise<void> {
  const steps = [
    ['organisation', 'anbinh', 'found', { ...decided, name: 'Đảng ủy phường', level: 'base' }],
    [
      'organisation',
      'kp4',
      'found',
      { ...decided, name: 'Chi bộ', level: 'cell', parentId: 'anbinh' },
    ],
    ...['tam', memberId].map((id) => [
      'membership',
      id,
      'admit',
      { fullName: `Đảng viên ${id}`, unitId: 'kp4', status: 'official', on: '2020-02-01' },
    ]),
    [
      'organisation',
      'anbinh',
      'appointOfficer',
      { ...decided, memberId: 'tam', office: 'secretary' },
    ],
    ['registration', `${memberId}-2026`, 'submit', form],
  ] as unknown as readonly (readonly [string, string, string, object])[];
  for (const [workflow, id, command, input] of steps) {
    const actor = command === 'submit' ? ({ id: memberId, kind: 'person' } as const) : SYSTEM;
    const commandId = `spec-${command}`;
    const outcome = await engine.execute({ workflow, id, command, input, actor, commandId });
    if (outcome.kind !== 'accepted') throw new Error(`${command}: ${JSON.stringify(outcome)}`);
  }
}
