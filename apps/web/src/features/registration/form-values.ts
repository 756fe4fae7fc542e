import type { Deed, FormContent, RegistrationPage } from '../../api/types.js';

/** What stands in the fields: every field is a string, so that nothing typed is ever lost. */
export interface DeedValues {
  key: string;
  area: string;
  content: string;
  measure: string;
  target: string;
  deadline: string;
  evidence: string;
  shortcomingId: string;
}

export interface FormValues {
  areas: { area: string; notApplicable: boolean; text: string }[];
  deeds: DeedValues[];
  personalPlan: string;
  justifications: { shortcomingId: string; text: string }[];
  /** Only for an adjustment. */
  reason: string;
}

export const emptyDeed = (taken: readonly { key: string }[]): DeedValues => {
  const keys = new Set(taken.map((deed) => deed.key));
  let number = taken.length + 1;
  while (keys.has(`d${String(number)}`)) number += 1;
  return {
    key: `d${String(number)}`,
    area: '',
    content: '',
    measure: '',
    target: '',
    deadline: '',
    evidence: '',
    shortcomingId: '',
  };
};

/** The fields for a paper as the server has it; deeds are filled up to the least number. */
export function valuesOf(page: RegistrationPage): FormValues {
  const { form, rules, shortcomings } = page;
  const deeds: DeedValues[] = [];
  for (const deed of form?.deeds ?? []) {
    deeds.push({ ...emptyDeed(deeds), ...withoutMissing(deed) });
  }
  while (deeds.length < rules.deeds.min) deeds.push(emptyDeed(deeds));
  return {
    areas: rules.areas.map(({ code }) => {
      const line = form?.areas.find((one) => one.area === code);
      return {
        area: code,
        notApplicable: line !== undefined && !line.text,
        text: line?.text ?? '',
      };
    }),
    deeds,
    personalPlan: form?.personalPlan ?? '',
    justifications: shortcomings.map(({ id }) => ({
      shortcomingId: id,
      text: form?.justifications?.find((one) => one.shortcomingId === id)?.text ?? '',
    })),
    reason: '',
  };
}

const withoutMissing = (deed: Deed): Partial<DeedValues> =>
  Object.fromEntries(Object.entries(deed).filter(([, value]) => typeof value === 'string'));

const addressed = (line: FormValues['areas'][number]) =>
  line.notApplicable || line.text.trim() !== '';
const answered = (line: FormValues['justifications'][number]) => line.text.trim() !== '';

/** What is sent: blanks are left out, so that the server names them as missing. */
export function contentOf(values: FormValues): FormContent {
  const justifications = values.justifications.filter(answered);
  return {
    deeds: values.deeds.map((deed) => ({
      key: deed.key,
      ...filled('area', deed.area),
      ...filled('content', deed.content),
      ...filled('measure', deed.measure),
      ...filled('target', deed.target),
      ...filled('deadline', deed.deadline),
      ...filled('evidence', deed.evidence),
      ...filled('shortcomingId', deed.shortcomingId),
    })),
    areas: values.areas
      .filter(addressed)
      .map((line) => ({ area: line.area, ...(!line.notApplicable && filled('text', line.text)) })),
    ...filled('personalPlan', values.personalPlan),
    ...(justifications.length > 0 && {
      justifications: justifications.map((line) => ({ ...line, text: line.text.trim() })),
    }),
  };
}

const filled = (name: string, value: string): Record<string, string> =>
  value.trim() === '' ? {} : { [name]: value.trim() };

type Params = Record<string, string | number | boolean> | undefined;

/**
 * The field a reason concerns, as a path of the form (`deeds.1.measure`). Lists that are sent
 * without their blank lines count differently on screen; `areas` and `justifications` as a whole
 * are narrowed by what the reason names.
 */
export function fieldOf(path: string | undefined, params: Params, values: FormValues): string {
  if (!path) return '';
  const dotted = path.replace(/\[(\w+)\]/g, '.$1');
  const [list, index, ...rest] = dotted.split('.');
  if (list === 'areas') return areaField(index, params, values);
  if (list === 'justifications') return justificationField(index, params, values);
  return [list, index, ...rest].filter((part) => part !== undefined).join('.');
}

const areaField = (index: string | undefined, params: Params, values: FormValues): string => {
  const code = params?.['area'] ?? values.areas.filter(addressed)[Number(index)]?.area ?? index;
  const at = values.areas.findIndex((line) => line.area === code);
  return at < 0 ? 'areas' : `areas.${String(at)}.text`;
};

const justificationField = (index: string | undefined, params: Params, values: FormValues) => {
  const id =
    params?.['shortcomingId'] ??
    params?.['id'] ??
    values.justifications.filter(answered)[Number(index)]?.shortcomingId;
  const at = values.justifications.findIndex((line) => line.shortcomingId === id);
  if (at >= 0) return `justifications.${String(at)}.text`;
  const open = values.justifications.findIndex((line) => !answered(line));
  return open < 0 ? 'justifications' : `justifications.${String(open)}.text`;
};
