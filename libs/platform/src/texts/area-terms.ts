import type { Bilingual } from './bilingual.js';

/** Areas of a registration. */
export const AREA_TERMS: Readonly<Record<string, Bilingual>> = {
  ideology: { vi: 'tư tưởng chính trị', en: 'ideology' },
  ethics: { vi: 'đạo đức, lối sống', en: 'ethics and lifestyle' },
  criticism: { vi: 'tự phê bình và phê bình', en: 'self-criticism and criticism' },
  people: { vi: 'gắn bó với nhân dân', en: 'closeness to the people' },
  duty: { vi: 'trách nhiệm trong công tác', en: 'responsibility in work' },
  discipline: { vi: 'ý thức tổ chức kỷ luật', en: 'sense of organisation and discipline' },
  unity: { vi: 'đoàn kết nội bộ', en: 'internal unity' },
};
