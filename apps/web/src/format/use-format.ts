import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure, Indicator } from '../api/types.js';
import { formatDate, formatMoment } from './dates.js';
import { formatCount, formatDifference, formatFigure } from './numbers.js';

/** The formatters bound to the language on screen. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(
    () => ({
      language,
      count: (value: number) => formatCount(value, language),
      date: (iso: string | null | undefined) => formatDate(iso, language),
      moment: (iso: string | null | undefined) => formatMoment(iso, language),
      figure: (indicator: Indicator, figure: Figure | undefined) =>
        formatFigure(indicator, figure, language),
      difference: (indicator: Indicator, difference: number) =>
        formatDifference(indicator, difference, language),
    }),
    [language],
  );
}
