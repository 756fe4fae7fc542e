/** Whom a record concerns: the person if there is one, else the unit. */
export function subjectOf(
  data: Record<string, unknown>,
): { kind: 'member' | 'unit'; id: string } | undefined {
  const { memberId, subjectId, subjectKind, unitId } = data;
  if (typeof memberId === 'string') return { kind: 'member', id: memberId };
  if (typeof subjectId === 'string' && (subjectKind === 'member' || subjectKind === 'unit'))
    return { kind: subjectKind, id: subjectId };
  return typeof unitId === 'string' ? { kind: 'unit', id: unitId } : undefined;
}

/** `2026-03` as 03/2026, `2026-q1` as Q1/2026, a bare year as it is; '' if none is named. */
export function periodOf(data: Record<string, unknown>): string {
  const { period, month, year } = data;
  if (typeof month === 'number' && typeof year === 'number')
    return `${String(month).padStart(2, '0')}/${String(year)}`;
  const text = typeof period === 'string' ? period : typeof month === 'string' ? month : '';
  const parts = /^(\d{4})-(\d\d|q[1-4])$/.exec(text);
  if (parts) return `${(parts[2] ?? '').toUpperCase()}/${parts[1] ?? ''}`;
  return typeof year === 'number' ? String(year) : text;
}

/** The title a record gives itself, at the top or one level down; undefined if it has none. */
export function titleOf(data: Record<string, unknown>): string | undefined {
  const inside = Object.values(data).filter(
    (part): part is Record<string, unknown> =>
      typeof part === 'object' && part !== null && !Array.isArray(part),
  );
  const titles = [data['title'], data['name'], ...inside.map((part) => part['title'])];
  return titles.find((text): text is string => typeof text === 'string' && text !== '');
}
