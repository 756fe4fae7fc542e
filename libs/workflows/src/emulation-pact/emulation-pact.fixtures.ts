import type { OldFact } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import type { PlanView } from '../programme/programme.events.js';
import { authority, unitView } from '../testing/index.js';
import type { EmulationPactFacts, OfPact, PactCriterion } from './emulation-pact.events.js';
import { emulationPact } from './emulation-pact.workflow.js';

export const of: OfPact = { unitId: 'kp4', year: 2026 };
const fact = <Type extends keyof EmulationPactFacts>(
  type: Type,
  data: Omit<EmulationPactFacts[Type]['data'], keyof OfPact>,
): OldFact => ({ type, data: { ...of, ...data } });

export const criteria: PactCriterion[] = [
  { key: 'c1', title: 'Thực hiện kế hoạch năm', points: 60, programmeId: 'kp4-2026' },
  { key: 'c2', title: 'Sinh hoạt chuyên đề', points: 40 },
];
export const scores = [
  { key: 'c1', points: 55 },
  { key: 'c2', points: 40 },
];
const signed = fact('PactSigned', {
  partners: ['kp5'],
  criteria,
  attainable: 100,
  on: '2026-01-20',
});
const scored = fact('PactScored', { scores, total: 95, attainable: 100, on: '2026-12-20' });

/** Facts that lead to each state. */
export const HISTORIES = {
  none: [],
  signed: [signed],
  scored: [signed, scored],
  closed: [signed, scored, fact('PactClosed', { on: '2026-12-31', total: 95 })],
} satisfies Record<string, OldFact[]>;

/** From which facts each command is given, unless a test says otherwise. */
export const HISTORIES_OF = {
  sign: HISTORIES.none,
  score: HISTORIES.signed,
  close: HISTORIES.scored,
};
export type Command = keyof typeof HISTORIES_OF;

/** A right input for each command. */
export const INPUTS = {
  sign: { partners: ['kp5'], criteria, on: '2026-01-20' },
  score: { scores, on: '2026-12-20' },
  close: { on: '2026-12-31' },
};

export const plan: PlanView = {
  planId: 'kp4-2026',
  unitId: 'kp4',
  issuedOn: '2026-01-15',
  fromYear: 2026,
  toYear: 2026,
};

/** The pact of quarter 4 with quarter 5 for 2026. */
export const given = situation(emulationPact, {
  id: 'kp4-2026',
  actor: 'tam',
  now: '2027-01-15T05:00:00.000Z',
  authority,
  needs: {
    unit: unitView(),
    partners: new Map([['kp5', unitView({ unitId: 'kp5' })]]),
    programmes: new Map([['kp4-2026', plan]]),
  },
});
