import type { RulePack } from '../rules/index.js';
import type { SaveRegistrationDraft, SubmitRegistration } from './registration.commands.js';
import type { DeedCounts, DeedFacts, RegistrationForm } from './registration.events.js';

/** Blanks say nothing. */
export const isStated = (text: string | undefined): boolean => Boolean(text?.trim());

const deedKey = (deed: { key?: string }, index: number): string => deed.key ?? `d${index + 1}`;

/** What the member wrote, as it is sealed. */
export const formOf = (
  input: Pick<SubmitRegistration, 'areas' | 'personalPlan' | 'justifications'> & {
    deeds: { key?: string; content?: string; measure?: string; target?: string }[];
  },
): RegistrationForm => ({
  deeds: input.deeds.map((deed, index) => ({
    key: deedKey(deed, index),
    content: deed.content ?? '',
    ...(deed.measure && { measure: deed.measure }),
    ...(deed.target && { target: deed.target }),
  })),
  areas: input.areas.map(({ area, text }) => ({ area, ...(text && { text }) })),
  ...(input.personalPlan && { personalPlan: input.personalPlan }),
  justifications: (input.justifications ?? []).map(({ shortcomingId, text }) => ({
    shortcomingId,
    text,
  })),
});

/** Everything the member typed so far: a draft has no clear side that could hold the rest. */
export const draftOf = (input: SaveRegistrationDraft): RegistrationForm => {
  const form = formOf(input);
  return {
    ...form,
    deeds: form.deeds.map((deed, index) => {
      const { area, deadline, evidence, shortcomingId } = input.deeds[index]!;
      return {
        ...deed,
        ...(area && { area }),
        ...(deadline && { deadline }),
        ...(evidence && { evidence }),
        ...(shortcomingId && { shortcomingId }),
      };
    }),
  };
};

/** The clear side of the deeds. */
export const deedFactsOf = (input: Pick<SubmitRegistration, 'deeds'>): DeedFacts[] =>
  input.deeds.map((deed, index) => ({
    key: deedKey(deed, index),
    area: deed.area,
    ...(deed.deadline && { deadline: deed.deadline }),
    ...(deed.evidence && { evidence: deed.evidence }),
    hasMeasure: isStated(deed.measure),
    hasTarget: isStated(deed.target),
    ...(deed.shortcomingId && { shortcomingId: deed.shortcomingId }),
  }));

/** What the deeds add to DEED_AVG, DEED_OK and PLAN_SPECIFIC. */
export const countDeeds = (deeds: readonly DeedFacts[], rules: RulePack): DeedCounts => ({
  deeds: deeds.length,
  specific: deeds.filter(
    (deed) => deed.hasMeasure && deed.deadline !== undefined && deed.evidence !== undefined,
  ).length,
  withinLimits:
    deeds.length >= rules.registration.deeds.min && deeds.length <= rules.registration.deeds.max,
});

/** Id of a shortcoming that was given none. */
export const shortcomingId = ({ year }: { readonly year: number }, index: number): string =>
  `${year}-${index + 1}`;
