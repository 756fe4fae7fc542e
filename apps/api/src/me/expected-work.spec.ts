import { RULE_PACKS, rulePack } from '#libs/workflows';
import { EXPECTED_WORK, type ExpectedOf } from './expected-work.js';

const member = {
  memberId: 'm.khai',
  unitId: 'kp4',
  active: true,
  counted: [{ from: 2020, unitId: 'kp4' }],
} as unknown as ExpectedOf['member'];
const cell = { unitId: 'kp4', level: 'cell', plansFrom: 2024 } as ExpectedOf['offices'][0]['unit'];

const expected = (today: string, fields: Partial<ExpectedOf> = {}): string[] =>
  EXPECTED_WORK.flatMap((provider) =>
    provider({
      member,
      offices: [],
      today,
      rules: (year) => rulePack(RULE_PACKS, { year }),
      ...fields,
    }),
  ).map(({ workflow, id, command, due }) => `${workflow} ${id} ${command} ${String(due)}`);

describe('what is owed though nobody has begun it', () => {
  it('is the registration of the year, by the end of its window', () =>
    expect(expected('2026-05-20')).toEqual(['registration m.khai-2026 submit 2026-03-31']));

  it('is the report of the month and of the quarter that have just ended', () =>
    expect(expected('2026-04-03')).toEqual([
      'registration m.khai-2026 submit 2026-03-31',
      'review m.khai-2026-03 selfReport 2026-04-10',
      'review m.khai-2026-q1 selfReport 2026-04-10',
    ]));

  it('reaches over the turn of the year', () =>
    expect(expected('2026-01-02').slice(1)).toEqual([
      'review m.khai-2025-12 selfReport 2026-01-10',
      'review m.khai-2025-q4 selfReport 2026-01-10',
    ]));

  it.each([
    ['a secretary of a unit that owes plans', 'secretary', cell, 1],
    ['nobody else there', 'deputy', cell, 0],
    ['nobody of a unit that owes none yet', 'secretary', { ...cell, plansFrom: 2027 }, 0],
    ['nobody of a unit that owes none', 'secretary', { ...cell, plansFrom: undefined }, 0],
  ])('is the plan of the year for %s', (_name, office, unit, count) => {
    const plans = expected('2026-05-20', { offices: [{ unit, office }] }).filter((item) =>
      item.startsWith('programme kp4-2026 draft'),
    );
    expect(plans).toHaveLength(count);
  });

  it('is nothing for whoever is not active, or not obliged', () => {
    expect(expected('2026-04-03', { member: { ...member, active: false } })).toEqual([]);
    const counted = [{ from: 2027, unitId: 'kp4' }];
    expect(expected('2026-05-20', { member: { ...member, counted } })).toEqual([]);
  });
});
