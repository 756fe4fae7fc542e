import { useTranslation } from 'react-i18next';
import type { Reason } from '../../api/types.js';

const VALUE_LISTS = ['area', 'office'] as const;

/** The sentence of a refusal: our own words first, the server's for codes we do not know. */
export function useReasonText(): (reason: Reason) => string {
  const { t, i18n } = useTranslation();
  return (reason) => {
    const key = `reason.${reason.code}`;
    const params: Record<string, string | number | boolean> = { ...reason.params };
    const codes = VALUE_LISTS.filter((name) => params[name] !== undefined);
    const known = codes.every((name) => i18n.exists(`${name}.${String(params[name])}`));
    if (!i18n.exists(key) || !known) {
      const text = i18n.language.startsWith('vi') ? reason.text?.vi : reason.text?.en;
      return text ?? reason.code;
    }
    for (const name of codes) params[name] = t(`${name}.${String(params[name])}`);
    return t(key, params);
  };
}

/** Whose part a thing is, of all the reasons: by an office in the unit, or above it. */
const OFFICES_BY = { NOT_HOLDER: 'record.ofUnit', NOT_ABOVE: 'record.ofAbove' } as const;

/** All reasons in one breath: the offices it is for in one sentence, then the rest, each once. */
export function useReasonsText(): (reasons: readonly Reason[]) => string {
  const { t, i18n } = useTranslation();
  const reasonText = useReasonText();
  const officeOf = (reason: Reason): string => {
    const office = String(reason.params?.['office'] ?? '');
    return i18n.exists(`office.${office}`) ? t(`office.${office}`) : office;
  };
  return (reasons) => {
    // That the system alone does it needs no saying where somebody else may do it too.
    const others = reasons.filter(({ code }) => code !== 'NOT_SYSTEM');
    const told = others.length > 0 ? others : reasons;
    const parts = (['NOT_HOLDER', 'NOT_ABOVE'] as const).flatMap((code) => {
      const offices = told.filter((one) => one.code === code).map(officeOf);
      return offices.length === 0
        ? []
        : [t(OFFICES_BY[code], { offices: [...new Set(offices)].join(', ') })];
    });
    const rest = told.filter(({ code }) => !(code in OFFICES_BY)).map(reasonText);
    const who = parts.length === 0 ? [] : [t('record.partOf', { who: parts.join('; ') })];
    return [...who, ...new Set(rest)].join(' ');
  };
}

/** Refusals that only say "not your part" or "not now": nobody expects a button there. */
const SILENT = new Set(['WRONG_STATE', 'NOT_SUBJECT', 'NOT_HOLDER', 'NOT_ABOVE', 'NOT_SYSTEM']);

export const worthSaying = (reasons: readonly Reason[]): boolean =>
  reasons.length > 0 && !reasons.some((reason) => SILENT.has(reason.code));
