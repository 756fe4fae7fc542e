import type { OldFact } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, memberView, unitView } from '../testing/index.js';
import type { OfSteering, SteeringCommitteeFacts } from './steering-committee.events.js';
import { steeringCommittee } from './steering-committee.workflow.js';

export const of: OfSteering = { unitId: 'anbinh', fromYear: 2006, toYear: 2010 };
const fact = <Type extends keyof SteeringCommitteeFacts>(
  type: Type,
  data: Omit<SteeringCommitteeFacts[Type]['data'], keyof OfSteering>,
  more: Partial<OldFact> = {},
): OldFact => ({ type, data: { ...of, ...data }, ...more });

const formation = {
  members: [
    { memberId: 'tam', role: 'head' as const },
    { memberId: 'khai', role: 'member' as const },
  ],
  decisionNo: '05-QĐ/ĐU',
  on: '2007-01-15',
};
export const formed = fact('SteeringCommitteeFormed', formation);
export const added = fact('SteeringMemberAdded', {
  memberId: 'ha',
  role: 'deputy',
  decisionNo: '09-QĐ/ĐU',
  on: '2008-02-01',
});
export const left = (memberId: string, role: 'head' | 'member'): OldFact =>
  fact('SteeringMemberLeft', { memberId, role, decisionNo: '10-QĐ/ĐU', on: '2009-02-01' });
export const assigned = fact(
  'SteeringTaskAssigned',
  { id: 't1', ownerId: 'khai', due: '2008-06-30', on: '2008-01-10' },
  { sealed: { text: { of: 'khai', value: 'Phụ trách ba chi bộ' } } },
);
export const verified = fact('SteeringTaskVerified', {
  id: 't1',
  ownerId: 'khai',
  due: '2008-06-30',
  on: '2008-06-20',
  done: true,
  late: false,
});
export const dissolved = fact('SteeringCommitteeDissolved', {
  decisionNo: '01-QĐ/ĐU',
  on: '2010-12-31',
  tasks: 0,
  done: 0,
});

/** Facts that lead to each state. */
export const HISTORIES = {
  none: [],
  active: [formed],
  dissolved: [formed, dissolved],
} satisfies Record<string, OldFact[]>;

const working = [formed, added, assigned];
/** From which facts each command is given, unless a test says otherwise. */
export const HISTORIES_OF = {
  form: HISTORIES.none,
  addMember: HISTORIES.active,
  endMember: [formed, added],
  dissolve: [...working, verified],
  assignTask: HISTORIES.active,
  reportTask: working,
  verifyTask: working,
  handOverTask: working,
};
export type Command = keyof typeof HISTORIES_OF;

/** A right input for each command. */
export const INPUTS = {
  form: formation,
  addMember: { memberId: 'ha', role: 'deputy', decisionNo: '09-QĐ/ĐU', on: '2008-02-01' },
  endMember: { memberId: 'khai', decisionNo: '10-QĐ/ĐU', on: '2009-02-01' },
  dissolve: { decisionNo: '01-QĐ/ĐU', on: '2010-12-31' },
  assignTask: {
    id: 't1',
    ownerId: 'khai',
    due: '2008-06-30',
    on: '2008-01-10',
    text: 'Phụ trách ba chi bộ',
  },
  reportTask: { id: 't1', on: '2008-06-10', text: 'Đã dự sinh hoạt' },
  verifyTask: { id: 't1', on: '2008-06-20', done: true },
  handOverTask: { id: 't1', heirId: 'ha', on: '2008-05-01' },
} as const;

export const givenOf = (id: string) =>
  situation(steeringCommittee, {
    id,
    actor: 'tam',
    now: '2011-01-15T05:00:00.000Z',
    authority,
    needs: {
      unit: unitView({ unitId: 'anbinh', level: 'ward' }),
      member: memberView({ memberId: 'ha' }),
      members: new Map([
        ['tam', memberView({ memberId: 'tam' })],
        ['khai', memberView()],
      ]),
    },
  });
/** The ward's committee for 2006 to 2010. */
export const given = givenOf('anbinh-2006_2010');
