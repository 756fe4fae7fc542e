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

/** Refusals that only say "not your part" or "not now": nobody expects a button there. */
const SILENT = new Set(['WRONG_STATE', 'NOT_SUBJECT', 'NOT_HOLDER', 'NOT_ABOVE', 'NOT_SYSTEM']);

export const worthSaying = (reasons: readonly Reason[]): boolean =>
  reasons.length > 0 && !reasons.some((reason) => SILENT.has(reason.code));
