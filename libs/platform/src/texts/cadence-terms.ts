import type { Bilingual } from './bilingual.js';

/** How often a unit reviews, as it stands in a sentence. */
export const CADENCE_TERMS: Readonly<Record<string, Bilingual>> = {
  monthly: { vi: 'hằng tháng', en: 'every month' },
  quarterly: { vi: 'hằng quý', en: 'every quarter' },
};
