import type { CommandRequest, Engine } from '#libs/engine';
import { AREAS } from '#libs/workflows';
import { concurrently, percentile, perSecond } from './measure.js';

const SYSTEM = { id: 'system.bench', kind: 'system' } as const;
const CELL = 'bench.c1';

/** Sends a command; a refusal or a conflict is a failure of the measurement. */
async function must(engine: Engine, request: CommandRequest): Promise<void> {
  const outcome = await engine.execute(request);
  if (outcome.kind !== 'accepted') throw new Error(`refused: ${JSON.stringify(outcome)}`);
}

const admit = (index: number): CommandRequest => ({
  workflow: 'membership',
  id: `b${index}`,
  command: 'admit',
  input: {
    unitId: CELL,
    status: 'official',
    on: '2025-01-01',
    fullName: 'Trần Minh Khải',
    birthDate: '1980-01-01',
  },
  actor: SYSTEM,
  commandId: `admit-${index}`,
});

const submit = (index: number): CommandRequest => ({
  workflow: 'registration',
  id: `b${index}-2026`,
  command: 'submit',
  input: {
    deeds: [1, 2].map((n) => ({
      area: 'duty',
      content: `Việc ${n}: giúp đỡ đồng nghiệp trong công tác chuyên môn`,
      measure: 'mỗi tháng một lần',
      target: '12 lần',
      deadline: '2026-11-30',
      evidence: 'report',
    })),
    areas: AREAS.map((area) => ({ area, text: 'giữ vững' })),
  },
  actor: { id: `b${index}`, kind: 'person' },
  commandId: `submit-${index}`,
  occurredAt: '2026-02-01T00:00:00.000Z',
});

const endorse = (index: number): CommandRequest => ({
  workflow: 'registration',
  id: `b${index}-2026`,
  command: 'endorse',
  input: { minutesNo: '03-BB/CB' },
  actor: { id: 'b0', kind: 'person' },
  commandId: `endorse-${index}`,
  occurredAt: '2026-02-20T00:00:00.000Z',
});

/** One cell whose secretary is member 0. */
export async function prepareCell(engine: Engine): Promise<void> {
  await must(engine, {
    workflow: 'organisation',
    id: CELL,
    command: 'found',
    input: { name: 'Chi bộ đo', level: 'cell', on: '2020-01-01', decisionNo: '1' },
    actor: SYSTEM,
    commandId: 'found',
  });
  await must(engine, admit(0));
  await must(engine, {
    workflow: 'organisation',
    id: CELL,
    command: 'appointOfficer',
    input: { memberId: 'b0', office: 'secretary', on: '2025-01-02', decisionNo: '2' },
    actor: SYSTEM,
    commandId: 'appoint',
  });
}

export interface CommandRates {
  readonly admitSingle: number;
  readonly endorseSingle: number;
  readonly admit64: number;
  readonly submit64: number;
  readonly endorse64: number;
  readonly endorse64P99: number;
  readonly thousandFailed: number;
}

/**
 * The product's own commands through the whole engine: admit (one need, system), submit (a form
 * with nine guards), endorse (offices read from the unit's stream, two needs).
 */
export async function commandRates(engine: Engine, count: number): Promise<CommandRates> {
  await prepareCell(engine);
  const singles = Math.floor(count / 4);
  const admitSingle = await perSecond(singles, async () => {
    for (let i = 1; i <= singles; i += 1) await must(engine, admit(i));
  });
  const admit64 = await perSecond(count, () =>
    concurrently(count, 64, (i) => must(engine, admit(i + 1 + singles))).then(() => undefined),
  );
  const submit64 = await perSecond(count, () =>
    concurrently(count, 64, (i) => must(engine, submit(i + 1))).then(() => undefined),
  );
  const endorseSingle = await perSecond(singles, async () => {
    for (let i = 1; i <= singles; i += 1) await must(engine, endorse(i));
  });
  let times: number[] = [];
  const left = count - singles;
  const endorse64 = await perSecond(left, async () => {
    times = await concurrently(left, 64, (i) => must(engine, endorse(i + 1 + singles)));
  });
  const thousand = await Promise.all(
    Array.from({ length: 1000 }, (_, i) => engine.execute(admit(i + 1 + singles + count))),
  );
  const thousandFailed = thousand.filter(({ kind }) => kind !== 'accepted').length;
  return {
    admitSingle,
    endorseSingle,
    admit64,
    submit64,
    endorse64,
    endorse64P99: percentile(times, 0.99),
    thousandFailed,
  };
}
