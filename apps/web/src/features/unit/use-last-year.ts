import { useQuery } from '@tanstack/react-query';
import { trendQuery } from '../../api/queries.js';
import type { UnitDetail } from '../../api/types.js';

/**
 * The last year in which anything was done: a year that has only begun to be owed shows nothing
 * but zeros. Undefined while it is not known yet.
 */
export function useLastYear(unit: UnitDetail | undefined, wanted = true): number | undefined {
  const years = unit?.years ?? [];
  const first = years[0];
  const last = years.at(-1);
  const trend = useQuery({
    ...trendQuery(unit?.id ?? '', first ?? 0, last ?? 0, 'then'),
    enabled: wanted && first !== undefined,
  });
  if (trend.isPending) return undefined;
  const busy = (trend.data?.periods ?? []).filter((row) =>
    Object.values(row.indicators).some((figure) => figure.numerator > 0),
  );
  return Number(busy.at(-1)?.period ?? last);
}
