import type { Bilingual } from './bilingual.js';

/** Offices, as they stand in a sentence. */
export const OFFICES: Readonly<Record<string, Bilingual>> = {
  secretary: { vi: 'bí thư', en: 'the secretary' },
  deputy: { vi: 'phó bí thư', en: 'the deputy secretary' },
  committee: { vi: 'cấp ủy viên', en: 'a committee member' },
  commission: { vi: 'ủy viên ủy ban kiểm tra', en: 'a member of the inspection commission' },
};
