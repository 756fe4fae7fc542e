import type { Policy } from '#libs/kernel';
import type { Bilingual, Language } from '#libs/platform';
import { say, termOf } from './words.js';

const TEXTS = {
  is: { vi: 'chính {field} của hồ sơ', en: 'the {field} of the record' },
  holds: { vi: '{office} của {field}', en: '{office} of the {field}' },
  above: { vi: '{office} ở cấp trên của {field}', en: '{office} of a unit above the {field}' },
  warranted: {
    vi: 'người có quyết định kiểm tra đối với {field}',
    en: 'whoever holds a warrant for the {field}',
  },
  distinctFrom: {
    vi: 'người không làm bước «{step}»',
    en: 'somebody who did not do the step “{step}”',
  },
  didStep: { vi: 'người đã làm bước «{step}»', en: 'whoever did the step “{step}”' },
  system: { vi: 'hệ thống', en: 'the system itself' },
  but: { vi: '; nhưng không phải {whom}', en: '; but not {whom}' },
  nobodyWho: { vi: 'bất kỳ ai, trừ {whom}', en: 'anybody but {whom}' },
  and: { vi: ' và ', en: ' and ' },
  or: { vi: ' hoặc ', en: ' or ' },
} satisfies Record<string, Bilingual>;

/** Whom an exclusion keeps out, or `undefined` if the policy is no exclusion. */
const excluded = (policy: Policy, language: Language): string | undefined => {
  if (policy.kind === 'not') return words(policy.policy, language, true);
  if (policy.kind !== 'distinctFrom') return undefined;
  return say(TEXTS.didStep, language, { step: termOf('fact', policy.step, language) });
};

const joined = (parts: readonly string[], word: 'and' | 'or', language: Language): string =>
  parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')}${TEXTS[word][language]}${parts.at(-1)!}`;

/** "a or b; or c": a choice among choices needs a stronger mark. */
const choices = (parts: readonly string[], language: Language): string =>
  parts.some((part) => part.includes(TEXTS.or[language]) && !part.startsWith('('))
    ? parts.join(`;${TEXTS.or[language]}`)
    : joined(parts, 'or', language);

/** Conditions within conditions, side by side. */
const flat = (policies: readonly Policy[]): readonly Policy[] =>
  policies.flatMap((policy) => (policy.kind === 'all' ? flat(policy.policies) : [policy]));

const allWords = (nested: readonly Policy[], language: Language): string => {
  const policies = flat(nested);
  const outside = policies.map((policy) => excluded(policy, language)).filter(Boolean) as string[];
  const inside = policies
    .filter((policy) => excluded(policy, language) === undefined)
    .map((policy, _, { length }) => words(policy, language, length > 1));
  const whom = joined(outside, 'or', language);
  if (inside.length === 0) return say(TEXTS.nobodyWho, language, { whom });
  const who = joined(inside, 'and', language);
  return whom === '' ? who : `${who}${say(TEXTS.but, language, { whom })}`;
};

/** "secretary or deputy of the unit": offices of one kind in one unit are named together. */
const officesTogether = (policies: readonly Policy[], language: Language): readonly string[] => {
  const groups = new Map<string, { text: Bilingual; at: string; offices: string[] }>();
  const parts: (string | undefined)[] = policies.map((policy) => {
    if (policy.kind !== 'holds' && policy.kind !== 'above')
      return words(policy, language, policies.length > 1);
    const key = `${policy.kind} ${policy.at}`;
    const group = groups.get(key) ?? { text: TEXTS[policy.kind], at: policy.at, offices: [] };
    group.offices.push(termOf('office', policy.office, language));
    const isFirst = !groups.has(key);
    groups.set(key, group);
    return isFirst ? key : undefined;
  });
  return parts.flatMap((part) => {
    if (part === undefined) return [];
    const group = groups.get(part);
    if (group === undefined) return [part];
    const office = joined(group.offices, 'or', language);
    return [say(group.text, language, { office, field: termOf('field', group.at, language) })];
  });
};

/** `inner`: inside another condition, where a list of choices needs brackets. */
function words(policy: Policy, language: Language, inner: boolean): string {
  switch (policy.kind) {
    case 'system':
      return TEXTS.system[language];
    case 'is':
      return say(TEXTS.is, language, { field: termOf('field', policy.field, language) });
    case 'holds':
    case 'above':
      return say(TEXTS[policy.kind], language, {
        office: termOf('office', policy.office, language),
        field: termOf('field', policy.at, language),
      });
    case 'warranted':
      return say(TEXTS.warranted, language, { field: termOf('field', policy.scope, language) });
    case 'distinctFrom':
    case 'not':
      return policy.kind === 'not' || inner
        ? say(TEXTS.nobodyWho, language, { whom: excluded(policy, language) ?? '' })
        : say(TEXTS.distinctFrom, language, { step: termOf('fact', policy.step, language) });
    case 'all':
    case 'any': {
      const text =
        policy.kind === 'all'
          ? allWords(policy.policies, language)
          : choices(officesTogether(policy.policies, language), language);
      return inner && policy.policies.length > 1 ? `(${text})` : text;
    }
  }
}

/** Who may do it, as a sentence: "the secretary of the unit; but not the member of the record". */
export const policySentence = (policy: Policy, language: Language): string => {
  const text = words(policy, language, false);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** The refusal codes that a policy can give. */
export function policyCodes(policy: Policy): readonly string[] {
  switch (policy.kind) {
    case 'is':
      return ['NOT_SUBJECT'];
    case 'holds':
      return ['NOT_HOLDER'];
    case 'above':
      return ['NOT_ABOVE'];
    case 'warranted':
      return ['NO_WARRANT'];
    case 'distinctFrom':
      return ['SAME_PERSON'];
    case 'system':
      return ['NOT_SYSTEM'];
    case 'not':
      return policy.policy.kind === 'is' ? ['IS_SUBJECT'] : ['EXCLUDED'];
    case 'all':
    case 'any':
      return [...new Set(policy.policies.flatMap(policyCodes))];
  }
}
