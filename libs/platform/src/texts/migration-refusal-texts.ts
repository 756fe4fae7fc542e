import type { Bilingual } from './bilingual.js';

/** Sentences for refusals of migrations between versions of a definition. */
export const MIGRATION_REFUSALS: Readonly<Record<string, Bilingual>> = {
  MIGRATION_NOT_NEWER: {
    vi: 'Hồ sơ đang theo bản {from} của quy trình; bản {to} không mới hơn.',
    en: 'The record follows version {from} of the workflow; version {to} is not newer.',
  },
  MIGRATION_STRANDED: {
    vi: 'Ở trạng thái «{state}», hồ sơ không có đường sang bản {to} của quy trình.',
    en: 'While it is “{state}”, the record has no way to version {to} of the workflow.',
  },
};
