import { addDays, type DeadlineSpec, type Days } from '#libs/kernel';

export interface DeadlineMutant {
  readonly what: string;
  /** What stands in its place; `undefined`: nothing. */
  readonly spec: DeadlineSpec | undefined;
}

const longer = (period: Days): Days =>
  period.replace(/\d+/, (days) => String(Number(days) + 1)) as Days;

const without = (spec: DeadlineSpec, field: string): DeadlineSpec =>
  Object.fromEntries(
    Object.entries(spec).filter(([name]) => name !== field),
  ) as unknown as DeadlineSpec;

/** The deadline gone, a day later, without each of its steps, and for one state or fact fewer. */
export function deadlineMutants(spec: DeadlineSpec): readonly DeadlineMutant[] {
  return [
    { what: 'dropped', spec: undefined },
    ...shifted(spec),
    ...listMutants(spec, 'remind'),
    ...listMutants(spec, 'escalate'),
    ...listMutants(spec, 'whileIn'),
    ...listMutants(spec, 'stopWhile'),
    ...listMutants(spec, 'opensBy'),
    ...listMutants(spec, 'closesBy'),
    ...(spec.fire === undefined
      ? []
      : [{ what: `does not fire ${spec.fire}`, spec: without(spec, 'fire') }]),
  ];
}

function shifted(spec: DeadlineSpec): DeadlineMutant[] {
  if ('each' in spec) {
    const each: typeof spec.each = (state) =>
      spec.each(state).map(({ key, due }) => ({ key, due: addDays(due, 1) }));
    return [{ what: 'a day later', spec: { ...spec, each } }];
  }
  if (!('after' in spec.due)) return [];
  const due = { ...spec.due, after: longer(spec.due.after) };
  return [{ what: 'a day later', spec: { ...spec, due } as DeadlineSpec }];
}

function listMutants(spec: DeadlineSpec, field: string): DeadlineMutant[] {
  const list = (spec as unknown as Record<string, readonly string[] | undefined>)[field] ?? [];
  return list.map((entry, index) => ({
    what: `${field} without ${entry}`,
    spec: { ...spec, [field]: list.toSpliced(index, 1) },
  }));
}
