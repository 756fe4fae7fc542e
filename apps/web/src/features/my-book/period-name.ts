import { useTranslation } from 'react-i18next';

const ROMAN = ['I', 'II', 'III', 'IV'];

/** `2026-03` as "Tháng 3", `2026-q2` as "Quý II"; anything else as it is. */
export function usePeriodName(): (period: string) => string {
  const { t } = useTranslation();
  return (period) => {
    const quarter = /-q([1-4])$/.exec(period)?.[1];
    if (quarter) return t('book.quarter', { number: ROMAN[Number(quarter) - 1] });
    const month = /-(\d\d)$/.exec(period)?.[1];
    return month ? t('book.month', { number: Number(month) }) : period;
  };
}

/** All periods of a year in order: four quarters or twelve months. */
export const periodsOf = (year: number, cadence: string | null | undefined): string[] =>
  cadence === 'quarterly'
    ? [1, 2, 3, 4].map((quarter) => `${String(year)}-q${String(quarter)}`)
    : Array.from(
        { length: 12 },
        (_, month) => `${String(year)}-${String(month + 1).padStart(2, '0')}`,
      );
