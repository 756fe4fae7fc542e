import type { OldFact } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, memberView, unitView } from '../testing/index.js';
import type { ModelFacts, OfModel } from './model.events.js';
import { model } from './model.workflow.js';

export const of: OfModel = {
  modelId: 'to-dan-van-kheo',
  unitId: 'kp4',
  kind: 'collective',
  year: 2026,
};
const fact = <Type extends keyof ModelFacts>(
  type: Type,
  data: Omit<ModelFacts[Type]['data'], keyof OfModel>,
): OldFact => ({ type, data: { ...of, ...data } });

const registered = fact('ModelRegistered', { name: 'Tổ dân vận khéo', on: '2026-02-01' });
const piloted = fact('ModelPiloted', { on: '2026-03-01' });
const recognised = fact('ModelRecognised', {
  decisionNo: '30-QĐ/ĐU',
  on: '2026-06-01',
  evidenceNo: '12-BC/CB',
});
export const replicated = fact('ModelReplicated', { atUnitId: 'kp5', on: '2026-07-01', count: 1 });
const retired = fact('ModelRetired', { on: '2026-12-01', reason: 'replaced' });

/** Facts that lead to each state. */
export const HISTORIES = {
  none: [],
  registered: [registered],
  pilot: [registered, piloted],
  recognised: [registered, piloted, recognised],
  replicated: [registered, piloted, recognised, replicated],
  retired: [registered, retired],
} satisfies Record<string, OldFact[]>;

/** From which facts each command is given, unless a test says otherwise. */
export const HISTORIES_OF = {
  register: HISTORIES.none,
  pilot: HISTORIES.registered,
  recognise: HISTORIES.pilot,
  replicate: HISTORIES.recognised,
  retire: HISTORIES.replicated,
};
export type Command = keyof typeof HISTORIES_OF;

/** A right input for each command. */
export const INPUTS = {
  register: { unitId: 'kp4', kind: 'collective', name: 'Tổ dân vận khéo', on: '2026-02-01' },
  pilot: { on: '2026-03-01' },
  recognise: { decisionNo: '30-QĐ/ĐU', evidenceNo: '12-BC/CB', on: '2026-06-01' },
  replicate: { atUnitId: 'kp5', on: '2026-07-01' },
  retire: { on: '2026-12-01', reason: 'replaced' },
} as const;

/** A model of the cell of quarter 4. */
export const given = situation(model, {
  id: 'to-dan-van-kheo',
  actor: 'tam',
  now: '2026-12-15T05:00:00.000Z',
  authority,
  needs: {
    unit: unitView(),
    owner: memberView(),
    copyist: unitView({ unitId: 'kp5' }),
  },
});
