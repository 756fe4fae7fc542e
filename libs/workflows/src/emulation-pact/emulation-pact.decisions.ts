import { above, any, commandsOf, holds, stateOf, statesOf, system } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { PlanView } from '../programme/programme.events.js';
import * as input from './emulation-pact.commands.js';
import type { EmulationPactFacts, OfPact } from './emulation-pact.events.js';
import * as guards from './emulation-pact.guards.js';
import type { PactState, PactStateName } from './emulation-pact.state.js';

/** Points are given from above: nobody scores what they vied for. */
const fromAbove = any(system, above('secretary', 'unitId'), above('committee', 'unitId'));
const signatory = any(holds('secretary', 'unitId'), holds('deputy', 'unitId'), fromAbove);

const partners = statesOf<OrgUnitView>('organisation', 'partners', ({ input: given }) =>
  Array.isArray(given['partners']) ? (given['partners'] as string[]) : [],
);
const programmes = statesOf<PlanView>('programme', 'criteria.programmeId', ({ input: given }) =>
  Array.isArray(given['criteria'])
    ? (given['criteria'] as input.CriterionInput[])
        .map(({ programmeId }) => programmeId)
        .filter((id) => id !== undefined)
    : [],
);

const ofPact = ({ unitId, year }: Readonly<PactState>): OfPact => ({ unitId, year });
const sum = (items: readonly { points: number }[]): number =>
  items.reduce((total, { points }) => total + points, 0);

const command = commandsOf<PactState, EmulationPactFacts, PactStateName>();

/** From signing to the points it brought. */
export const pactDecisions = {
  sign: command({
    input: input.SignPact,
    from: ['none'],
    by: signatory,
    needs: { unit: stateOf<OrgUnitView>('organisation', 'unitId'), partners, programmes },
    guards: [guards.unitIsOpen, guards.partnersFit, guards.criteriaFit, guards.programmesFit],
    emits: ['PactSigned'],
    decide({ state, input: { partners: others, criteria, on } }) {
      const agreed = criteria.map(({ key, title, points, programmeId }) => ({
        key,
        title,
        points,
        ...(programmeId !== undefined && { programmeId }),
      }));
      const attainable = sum(agreed);
      const data = { ...ofPact(state), partners: [...others], criteria: agreed, attainable, on };
      return [{ type: 'PactSigned', data }];
    },
  }),
  score: command({
    input: input.ScorePact,
    from: ['signed', 'scored'],
    by: fromAbove,
    guards: [guards.scoresFit, guards.stepsInOrder],
    emits: ['PactScored'],
    decide({ state, input: { scores, on } }) {
      const given = scores.map(({ key, points }) => ({ key, points }));
      const [total, attainable] = [sum(given), sum(state.criteria)];
      return [
        { type: 'PactScored', data: { ...ofPact(state), scores: given, total, attainable, on } },
      ];
    },
  }),
  close: command({
    input: input.ClosePact,
    from: ['scored'],
    by: fromAbove,
    guards: [guards.stepsInOrder],
    emits: ['PactClosed'],
    decide: ({ state, input: { on } }) => [
      { type: 'PactClosed', data: { ...ofPact(state), on, total: state.total! } },
    ],
  }),
};
