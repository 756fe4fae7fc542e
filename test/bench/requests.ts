import type { CommandRequest, Engine, Outcome } from '#libs/engine';
import { AREAS } from '#libs/workflows';

type Accepted = Extract<Outcome, { kind: 'accepted' }>;

const SYSTEM = { id: 'system.bench', kind: 'system' } as const;
export const CELL = 'bench.c1';
export const YEAR = new Date().getUTCFullYear();
const MINUTE_MS = 60_000;
const minutesAgo = (minutes: number): string =>
  new Date(Date.now() - minutes * MINUTE_MS).toISOString();
/** A moment ago, so that no clock runs out while something else is measured. */
export const SUBMITTED_AT = minutesAgo(2);
export const ENDORSED_AT = minutesAgo(1);

/** Sends a command; a refusal or a conflict is a failure of the measurement. */
export async function must(engine: Engine, request: CommandRequest): Promise<Accepted> {
  const outcome = await engine.execute(request);
  if (outcome.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(outcome)}`);
  return outcome;
}

export const benchMember = (index: number): string => `b${index}`;
export const SECRETARY = benchMember(0);

/** One need, by `system`: a member comes into the cell. */
export const admit = (index: number): CommandRequest => ({
  workflow: 'membership',
  id: benchMember(index),
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

/** A filled-in form: two deeds, a line for each of the seven areas. */
export const FORM = {
  deeds: [1, 2].map((n) => ({
    area: 'duty',
    content: `Việc ${n}: giúp đỡ đồng nghiệp trong công tác chuyên môn`,
    measure: 'mỗi tháng một lần',
    target: '12 lần',
    deadline: `${YEAR}-11-30`,
    evidence: 'report',
  })),
  areas: AREAS.map((area) => ({ area, text: 'giữ vững' })),
};

/** Nine guards over a whole form, by the member. */
export const submit = (index: number): CommandRequest => ({
  workflow: 'registration',
  id: `${benchMember(index)}-${YEAR}`,
  command: 'submit',
  input: FORM,
  actor: { id: benchMember(index), kind: 'person' },
  commandId: `submit-${index}`,
  occurredAt: SUBMITTED_AT,
});

/** Two needs, and offices read from the stream of the unit, by its secretary. */
export const endorse = (index: number): CommandRequest => ({
  workflow: 'registration',
  id: `${benchMember(index)}-${YEAR}`,
  command: 'endorse',
  input: { minutesNo: '03-BB/CB' },
  actor: { id: SECRETARY, kind: 'person' },
  commandId: `endorse-${index}`,
  occurredAt: ENDORSED_AT,
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
    input: { memberId: SECRETARY, office: 'secretary', on: '2025-01-02', decisionNo: '2' },
    actor: SYSTEM,
    commandId: 'appoint',
  });
}
