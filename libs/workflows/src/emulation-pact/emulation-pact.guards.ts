import { guard, precondition, reason } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { PlanView } from '../programme/programme.events.js';
import type { ScorePact, SignPact } from './emulation-pact.commands.js';
import type { PactState } from './emulation-pact.state.js';

interface Signing {
  input: SignPact;
  state: Readonly<PactState>;
  needs: {
    unit: OrgUnitView | undefined;
    partners: ReadonlyMap<string, OrgUnitView>;
    programmes: ReadonlyMap<string, PlanView>;
  };
}

export const unitIsOpen = precondition<{ needs: { unit: OrgUnitView | undefined } }>(
  ['UNIT_UNKNOWN', 'UNIT_CLOSED'],
  ({ needs: { unit } }) => {
    if (unit === undefined) return [reason('UNIT_UNKNOWN')];
    return unit.closedOn === undefined ? [] : [reason('UNIT_CLOSED')];
  },
);

/** A pact is with others, each of which exists and is open. */
export const partnersFit = guard<Signing>(
  ['PARTNER_UNKNOWN', 'PARTNER_TWICE', 'PARTNER_IS_SELF'],
  ({ input: { partners }, state: { unitId }, needs }) =>
    partners.flatMap((id, index) => {
      const path = `partners[${index}]`;
      if (id === unitId) return [reason('PARTNER_IS_SELF', undefined, path)];
      if (partners.indexOf(id) < index) return [reason('PARTNER_TWICE', undefined, path)];
      const partner = needs.partners.get(id);
      return partner !== undefined && partner.closedOn === undefined
        ? []
        : [reason('PARTNER_UNKNOWN', undefined, path)];
    }),
);

/** Something is vied for, and nothing counts twice. */
export const criteriaFit = guard<Signing>(
  ['CRITERIA_MISSING', 'CRITERION_TWICE'],
  ({ input: { criteria } }) => {
    if (criteria.length === 0) return [reason('CRITERIA_MISSING', undefined, 'criteria')];
    const keys = criteria.map(({ key }) => key);
    return keys.flatMap((key, index) =>
      keys.indexOf(key) === index
        ? []
        : [reason('CRITERION_TWICE', { key }, `criteria[${index}].key`)],
    );
  },
);

/** A programme that a criterion measures was issued and covers the year of the pact. */
export const programmesFit = guard<Signing>(
  ['PROGRAMME_UNKNOWN', 'PROGRAMME_NOT_ISSUED', 'PROGRAMME_OTHER_YEARS'],
  ({ input: { criteria }, state: { year }, needs: { programmes } }) =>
    criteria.flatMap(({ programmeId: id }, index) => {
      if (id === undefined) return [];
      const path = `criteria[${index}].programmeId`;
      const plan = programmes.get(id);
      if (plan === undefined) return [reason('PROGRAMME_UNKNOWN', { id }, path)];
      if (plan.issuedOn === undefined) return [reason('PROGRAMME_NOT_ISSUED', { id }, path)];
      return plan.fromYear <= year && year <= plan.toYear
        ? []
        : [reason('PROGRAMME_OTHER_YEARS', { id, year }, path)];
    }),
);

/** Every criterion gets its points, once, and no more than it can bring. */
export const scoresFit = guard<{ input: ScorePact; state: Readonly<PactState> }>(
  ['SCORE_MISSING', 'CRITERION_UNKNOWN', 'SCORE_TWICE', 'POINTS_GT_MAX'],
  ({ input: { scores }, state: { criteria } }) => {
    const given = scores.map(({ key }) => key);
    return [
      ...criteria
        .filter(({ key }) => !given.includes(key))
        .map(({ key }) => reason('SCORE_MISSING', { key }, 'scores')),
      ...scores.flatMap(({ key, points }, index) => {
        const found = criteria.find((one) => one.key === key);
        if (found === undefined)
          return [reason('CRITERION_UNKNOWN', { key }, `scores[${index}].key`)];
        if (given.indexOf(key) < index)
          return [reason('SCORE_TWICE', { key }, `scores[${index}].key`)];
        return points <= found.points
          ? []
          : [reason('POINTS_GT_MAX', { key, max: found.points }, `scores[${index}].points`)];
      }),
    ];
  },
);

/** Steps come one after another. */
export const stepsInOrder = guard<{ input: { on: string }; state: Readonly<PactState> }>(
  'DATE_ORDER',
  ({ input, state: { lastOn } }) =>
    input.on < lastOn! ? [reason('DATE_ORDER', undefined, 'on')] : [],
);
