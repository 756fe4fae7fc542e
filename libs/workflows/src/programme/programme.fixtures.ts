import type { OldFact, Plain } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, rulesIn, unitView } from '../testing/index.js';
import type { DraftPlan } from './programme.commands.js';
import type { PlanContent, PlanView, ProgrammeFacts } from './programme.events.js';
import { programme } from './programme.workflow.js';

type Plan = Plain<DraftPlan>;
type Task = Plan['tasks'][number];

/** A task that states everything. */
export const task = (number: number, fields: Partial<Task> = {}): Task => ({
  key: `t${number}`,
  title: `Nhiệm vụ ${number}`,
  ownerId: 'khai',
  deadline: '2026-09-30',
  indicator: '4 buổi sinh hoạt chuyên đề',
  ...fields,
});
export const plan = (fields: Partial<Plan> = {}): Plan => ({
  title: 'Kế hoạch năm 2026',
  theme: 'Nêu gương',
  breakthrough: 'Cải cách lề lối làm việc',
  tasks: [task(1), task(2)],
  ...fields,
});

const of = { planId: 'kp4-2026', unitId: 'kp4' };
const years = { kind: 'year', fromYear: 2026, toYear: 2026 } as const;
const fact = <Type extends keyof ProgrammeFacts>(
  type: Type,
  data: Omit<ProgrammeFacts[Type]['data'], keyof typeof of>,
): OldFact => ({ type, data: { ...of, ...data } });

export const drafted = fact('PlanDrafted', { ...years, ...(plan() as PlanContent) });
export const consulted = fact('PlanConsulted', { on: '2026-02-01', consulted: 'Toàn chi bộ' });
export const issued = fact('PlanIssued', {
  ...years,
  on: '2026-03-01',
  due: '2026-04-15',
  number: '01-KH/CB',
  termPlan: false,
  breakthrough: true,
});
export const closed = fact('PlanClosed', { on: '2026-12-31', reportNumber: '09-BC/CB' });

/** The ward's plan of the year, issued, unless said otherwise. */
export const planView = (fields: Partial<PlanView> = {}): PlanView => ({
  planId: 'anbinh-2026',
  unitId: 'anbinh',
  issuedOn: '2026-02-10',
  fromYear: 2026,
  toYear: 2026,
  ...fields,
});

export const givenPlan = (id: string) =>
  situation(programme, {
    id,
    authority,
    needs: { rules: rulesIn(2026), unit: unitView(), parentPlan: undefined, termPlan: undefined },
  });
/** The plan of the cell of quarter 4 for 2026. */
export const given = givenPlan('kp4-2026');
