import type { EventStore, NewEvent } from '#libs/event-store';
import { AREAS } from '#libs/workflows';

/**
 * Writes a realistic log straight into a store, so that sizes can be reached that commands would
 * take too long for: units of four levels, 24 members a cell, and per member and year a
 * registration submitted, endorsed, brought into force and assessed.
 */
export interface LogShape {
  readonly cells: number;
  readonly membersPerCell: number;
  readonly years: readonly number[];
}

/** The shape whose log has about that many events. */
export const shapeFor = (events: number): LogShape => {
  const years = events >= 100_000 ? [2021, 2022, 2023, 2024, 2025] : [2024, 2025];
  const perMember = 1 + 4 * years.length;
  return { cells: Math.max(4, Math.round(events / (24 * perMember))), membersPerCell: 24, years };
};

export const cellId = (cell: number): string =>
  `p.d${cell % 8}.b${Math.floor(cell / 8) % 400}.c${cell}`;
export const memberId = (cell: number, member: number): string => `m${cell}.${member}`;

/** Yields one stream after the other with its events, in the order of their dates. */
export function* productLog({
  cells,
  membersPerCell,
  years,
}: LogShape): Generator<readonly [string, readonly NewEvent[]]> {
  yield* units(cells, years[0]!);
  for (let cell = 0; cell < cells; cell += 1)
    for (let member = 0; member < membersPerCell; member += 1)
      yield [`membership-${memberId(cell, member)}`, [admitted(cell, member, years[0]!)]];
  for (const year of years)
    for (let cell = 0; cell < cells; cell += 1)
      for (let member = 0; member < membersPerCell; member += 1)
        yield [
          `commitment-${memberId(cell, member)}-${year}`,
          registrationYear(cell, member, year),
        ];
}

const event = (
  workflow: string,
  type: string,
  id: string,
  at: string,
  data: object,
  sealed?: NewEvent['sealed'],
): NewEvent => ({
  id: `${id}:${type}`,
  type,
  schemaVersion: 1,
  data,
  ...(sealed && { sealed }),
  workflow,
  definitionVersion: 1,
  rulePack: 'vn-2021',
  actor: 'm0.0',
  policy: 'all(any(holds(secretary,unitId)),not(is(memberId)))',
  occurredAt: at,
  commandId: `c:${id}:${type}`,
  commandHash: 'Jk3b0yS9H1cQm1mXo0mYw4Yk1l2v3n4b5c6d7e8f9g0',
  correlationId: `c:${id}:${type}`,
});

function* units(cells: number, year: number): Generator<readonly [string, readonly NewEvent[]]> {
  const on = `${year - 1}-01-01`;
  const seen = new Set<string>();
  const found = function* (
    unitId: string,
    parentId: string | null,
    level: string,
  ): Generator<readonly [string, readonly NewEvent[]]> {
    if (seen.has(unitId)) return;
    seen.add(unitId);
    const data = {
      unitId,
      name: `Đảng bộ ${unitId}`,
      level,
      parentId,
      on,
      decisionNo: '1-QĐ',
      plansFrom: year,
    };
    yield [
      `orgUnit-${unitId}`,
      [event('organisation', 'OrgFounded', unitId, `${on}T00:00:00.000Z`, data)],
    ];
  };
  for (let cell = 0; cell < cells; cell += 1) {
    const [district, base] = [`p.d${cell % 8}`, `p.d${cell % 8}.b${Math.floor(cell / 8) % 400}`];
    yield* found('p', null, 'province');
    yield* found(district, 'p', 'district');
    yield* found(base, district, 'base');
    yield* found(cellId(cell), base, 'cell');
  }
}

const admitted = (cell: number, member: number, year: number): NewEvent => {
  const id = memberId(cell, member);
  const data = {
    memberId: id,
    unitId: cellId(cell),
    status: 'official',
    on: `${year - 1}-06-01`,
    countsFrom: year,
  };
  return event('membership', 'MemberAdmittedToUnit', id, `${year - 1}-06-01T00:00:00.000Z`, data, {
    person: { of: id, value: { fullName: 'Trần Minh Khải', birthDate: '1980-01-01' } },
  });
};

function registrationYear(cell: number, member: number, year: number): readonly NewEvent[] {
  const [id, unitId] = [memberId(cell, member), cellId(cell)];
  const key = `${id}-${year}`;
  const deeds = [1, 2].map((n) => ({
    key: `d${n}`,
    area: AREAS[n]!,
    deadline: `${year}-11-30`,
    evidence: 'report',
    hasMeasure: true,
    hasTarget: true,
  }));
  const base = { memberId: id, year, unitId };
  const counts = { deeds: 2, specific: 2, withinLimits: true };
  const form = {
    of: id,
    value: {
      // Words of one's own: the same from everybody would be a finding for each of them.
      deeds: deeds.map(({ key }) => ({ key, content: `Giúp đỡ đồng nghiệp hằng tháng ${id}` })),
      areas: [],
      justifications: [],
    },
  };
  return [
    event(
      'registration',
      'RegistrationSubmitted',
      key,
      `${year}-02-01T00:00:00.000Z`,
      { ...base, deeds, counts, leader: false, personalPlan: false, late: false },
      { form },
    ),
    event('registration', 'RegistrationEndorsed', key, `${year}-02-10T00:00:00.000Z`, {
      ...base,
      countedUnitId: unitId,
      counts,
      leader: false,
      personalPlan: false,
    }),
    event('registration', 'RegistrationEnteredIntoForce', key, `${year}-04-01T00:00:00.000Z`, {
      ...base,
      on: `${year}-04-01`,
    }),
    event('registration', 'RegistrationAssessed', key, `${year}-12-10T00:00:00.000Z`, {
      ...base,
      results: [],
      shortcomings: [],
    }),
  ];
}

/** Appends the whole log, many streams at once; gives the number of events. */
export async function writeLog(store: EventStore, shape: LogShape): Promise<number> {
  let events = 0;
  let pending: Promise<unknown>[] = [];
  for (const [stream, facts] of productLog(shape)) {
    events += facts.length;
    pending.push(store.append(stream, 'none', facts));
    if (pending.length === 1024) pending = (await Promise.all(pending), []);
  }
  await Promise.all(pending);
  return events;
}
