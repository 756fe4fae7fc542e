import type { FactSpecs } from '../declared.js';
import { above, holds, is } from '../policy.js';
import { defineWorkflow } from '../workflow.js';

/** A small workflow in two versions: somebody petitions their unit. */
export interface PetitionFacts {
  PetitionFiled: { data: { unitId: string; authorId: string } };
  PetitionRead: { data: { on: string } };
  PetitionParked: { data: { on: string } };
  PetitionAnswered: { data: { on: string } };
  PetitionWithdrawn: { data: { on: string } };
}

export interface PetitionState {
  unitId: string | undefined;
  authorId: string | undefined;
  readOn: string | undefined;
}

export class FilePetition {
  unitId: string;
}
export class DatedPetition {
  on: string;
}

/** What the facts do; the two versions differ in the states they lead to. */
const applied = <Read extends string, Parked extends string>(to: {
  read: Read;
  parked: Parked | undefined;
}): FactSpecs<
  PetitionState,
  PetitionFacts,
  Read | Parked | 'filed' | 'answered' | 'withdrawn'
> => ({
  PetitionFiled: {
    to: 'filed',
    apply(state, data) {
      state.unitId = data.unitId;
      state.authorId = data.authorId;
    },
  },
  PetitionRead: { to: to.read, apply: (state, data) => void (state.readOn = data.on) },
  PetitionParked: {
    ...(to.parked !== undefined && { to: to.parked }),
    apply: () => undefined,
  },
  PetitionAnswered: { to: 'answered', apply: () => undefined },
  PetitionWithdrawn: { to: 'withdrawn', apply: () => undefined },
});

const basics = {
  name: 'petition',
  stream: 'petition',
  idPattern: /^[a-z0-9-]{1,20}$/,
  start: (): PetitionState => ({ unitId: undefined, authorId: undefined, readOn: undefined }),
};

/** As it was: whoever leads the unit reads, parks or answers. */
export const petitionV1 = defineWorkflow<PetitionState, PetitionFacts>()({
  ...basics,
  version: 1,
  states: {
    draft: { start: true },
    filed: {},
    read: {},
    parked: {},
    answered: { final: true },
    withdrawn: { final: true },
  },
  facts: applied<'read', 'parked'>({ read: 'read', parked: 'parked' }),
  commands: (command) => ({
    file: command({
      input: FilePetition,
      from: ['draft'],
      by: holds('member', 'unitId'),
      emits: ['PetitionFiled'],
      decide: ({ input: { unitId }, actor }) => [
        { type: 'PetitionFiled', data: { unitId, authorId: actor.id } },
      ],
    }),
    read: command({
      input: DatedPetition,
      from: ['filed', 'parked'],
      by: holds('secretary', 'unitId'),
      emits: ['PetitionRead'],
      decide: ({ input: { on } }) => [{ type: 'PetitionRead', data: { on } }],
    }),
    park: command({
      input: DatedPetition,
      from: ['filed'],
      by: holds('secretary', 'unitId'),
      emits: ['PetitionParked'],
      decide: ({ input: { on } }) => [{ type: 'PetitionParked', data: { on } }],
    }),
    answer: command({
      input: DatedPetition,
      from: ['read'],
      by: holds('secretary', 'unitId'),
      emits: ['PetitionAnswered'],
      decide: ({ input: { on } }) => [{ type: 'PetitionAnswered', data: { on } }],
    }),
  }),
  deadlines: {
    reading: { whileIn: ['filed'], due: { after: 'P10D', calendar: 'civil' }, command: 'read' },
    answer: { whileIn: ['read'], due: { after: 'P5D', calendar: 'civil' }, command: 'answer' },
  },
});

/** As it is: read is called reviewed, nothing is parked, the level above answers. */
export const petition = defineWorkflow<PetitionState, PetitionFacts>()({
  ...basics,
  version: 2,
  states: {
    draft: { start: true },
    filed: {},
    reviewed: {},
    answered: { final: true },
    withdrawn: { final: true },
  },
  facts: applied<'reviewed', never>({ read: 'reviewed', parked: undefined }),
  previous: [petitionV1],
  migrations: [{ from: 1, to: 2, states: { read: 'reviewed', parked: null } }],
  commands: (command) => ({
    file: command({
      input: FilePetition,
      from: ['draft'],
      by: holds('member', 'unitId'),
      emits: ['PetitionFiled'],
      decide: ({ input: { unitId }, actor }) => [
        { type: 'PetitionFiled', data: { unitId, authorId: actor.id } },
      ],
    }),
    review: command({
      input: DatedPetition,
      from: ['filed'],
      by: holds('secretary', 'unitId'),
      emits: ['PetitionRead'],
      decide: ({ input: { on } }) => [{ type: 'PetitionRead', data: { on } }],
    }),
    answer: command({
      input: DatedPetition,
      from: ['reviewed'],
      by: above('committee', 'unitId'),
      emits: ['PetitionAnswered'],
      decide: ({ input: { on } }) => [{ type: 'PetitionAnswered', data: { on } }],
    }),
    withdraw: command({
      input: DatedPetition,
      from: ['filed', 'reviewed'],
      by: is('authorId'),
      emits: ['PetitionWithdrawn'],
      decide: ({ input: { on } }) => [{ type: 'PetitionWithdrawn', data: { on } }],
    }),
  }),
  deadlines: {
    review: { whileIn: ['filed'], due: { after: 'P7D', calendar: 'civil' }, command: 'review' },
    answer: { whileIn: ['reviewed'], due: { after: 'P5D', calendar: 'civil' }, command: 'answer' },
  },
});
