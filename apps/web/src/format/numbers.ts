import { isShare } from '../api/indicators.js';
import type { Figure, Indicator } from '../api/types.js';

const localeOf = (language: string): string => (language.startsWith('vi') ? 'vi-VN' : 'en-GB');

/** 1.462 in Vietnamese, 1,462 in English. */
export const formatCount = (value: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language)).format(value);

/** A share as 97,5 % (Vietnamese) or 97.5% (English); never 100 % unless it is whole. */
export function formatShare(value: number, language: string): string {
  const percent = value * 100;
  // 99.96 would round up to a claim that nobody is missing.
  const honest = percent < 100 && percent > 99.9 ? 99.9 : percent;
  const text = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format(
    honest,
  );
  return language.startsWith('vi') ? `${text}\u00a0%` : `${text}%`;
}

/** The value of a figure in words of the language; a dash when there is nothing to divide by. */
export function formatFigure(
  indicator: Indicator,
  figure: Figure | undefined,
  language: string,
): string {
  if (!figure || figure.value === null || figure.denominator === 0) return '—';
  if (isShare(indicator)) return formatShare(figure.value, language);
  return new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 2,
  }).format(figure.value);
}

/** Difference of two values: points for shares, plain for means; undefined when none. */
export function formatDifference(
  indicator: Indicator,
  difference: number,
  language: string,
): string {
  const scaled = isShare(indicator) ? difference * 100 : difference;
  return new Intl.NumberFormat(localeOf(language), {
    maximumFractionDigits: isShare(indicator) ? 1 : 2,
    signDisplay: 'exceptZero',
  }).format(scaled);
}
