import { defineReactor, type Intent, type Reactor } from '#libs/kernel';
import type { CommendationFacts } from '../commendation/commendation.events.js';
import type { CriticismSessionFacts } from '../criticism-session/criticism-session.events.js';
import type { OrganisationFacts } from '../organisation/organisation.events.js';
import type { ProgrammeFacts } from '../programme/programme.events.js';
import type { TransferFacts } from '../transfer/transfer.events.js';
import { type Kind, KINDS } from './open-items.js';

/** What is open, by the unit that sees to it; and who took over from whom. */
interface Open {
  items: Record<string, Item[]>;
  heirs: Record<string, string>;
}
interface Item {
  workflow: string;
  /** Id of the record, and of the item in it; absent: the record itself. */
  id: string;
  key?: string;
}

/** The unit that sees to the records of a unit now: itself, its heir, the heir's heir. */
const keeperOf = (state: Open, unitId: string): string => {
  const heir = state.heirs[unitId];
  return heir === undefined ? unitId : keeperOf(state, heir);
};

const isSame = (one: Item, other: Item): boolean =>
  one.workflow === other.workflow && one.id === other.id && one.key === other.key;

function opens(state: Open, unitId: string, item: Item): readonly Intent[] {
  const known = (state.items[keeperOf(state, unitId)] ??= []);
  if (!known.some((one) => isSame(one, item))) known.push(item);
  return [];
}

function ends(state: Open, unitId: string, item: Item): readonly Intent[] {
  const keeper = keeperOf(state, unitId);
  state.items[keeper] = (state.items[keeper] ?? []).filter((one) => !isSame(one, item));
  return [];
}

const commandOf = (item: Item): string =>
  item.key === undefined
    ? 'handOver'
    : KINDS.find(({ workflow }) => workflow === item.workflow)!.handOver;

const handOver = (item: Item, heirId: string, on: string): Intent => ({
  workflow: item.workflow,
  id: item.id,
  command: commandOf(item),
  input: item.key === undefined ? { heirId, on } : { id: item.key, heirId, heirKind: 'unit', on },
});

/** What the closed unit saw to goes to its heir item by item, and stays on the heir's list. */
function inherit(
  { data: { unitId, heirId, on } }: { data: { unitId: string; heirId: string; on: string } },
  state: Open,
): readonly Intent[] {
  const items = state.items[unitId] ?? [];
  state.items[unitId] = [];
  state.heirs[unitId] = heirId;
  const keeper = keeperOf(state, heirId);
  if (items.length > 0) state.items[keeper] = [...(state.items[keeper] ?? []), ...items];
  return items.map((item) => handOver(item, heirId, on));
}

type Handler = (fact: { data: object }, state: Open) => readonly Intent[];

const handlersOf = ({ workflow, names, ...kind }: Kind): Record<string, Handler> => {
  const itemOf = (data: object): Item => ({
    workflow,
    id: kind.idOf(data as never),
    key: (data as { id: string }).id,
  });
  const unitOf = (data: object): string => (data as { unitId: string }).unitId;
  return {
    [names.assigned]: ({ data }, state) => opens(state, unitOf(data), itemOf(data)),
    [names.verified]: ({ data }, state) =>
      (data as { done: boolean }).done ? ends(state, unitOf(data), itemOf(data)) : [],
  };
};

const session = ({ unitId, year }: { unitId: string; year: number }): Item => ({
  workflow: 'criticism-session',
  id: `${unitId}-${year}`,
});

const plan = ({ planId }: { planId: string }): Item => ({ workflow: 'programme', id: planId });

const dossier = ({ awardId }: { awardId: string }): Item => ({
  workflow: 'commendation',
  id: awardId,
});
const journey = ({ transferId }: { transferId: string }): Item => ({
  workflow: 'transfer',
  id: transferId,
});

type Award = { data: { awardId: string; decidedAt: string } };
const undecided = ({ data }: Award, state: Open) => opens(state, data.decidedAt, dossier(data));
const settled = ({ data }: Award, state: Open) => ends(state, data.decidedAt, dossier(data));
type Journey = { data: { transferId: string; toUnitId: string } };
const arrived = ({ data }: Journey, state: Open) => ends(state, data.toUnitId, journey(data));

type Facts = CriticismSessionFacts &
  OrganisationFacts &
  ProgrammeFacts &
  CommendationFacts &
  TransferFacts;

const declared = defineReactor<Facts, Open>()({
  name: 'heir-of-open-items',
  start: () => ({ items: {}, heirs: {} }),
  whenRefused: 'park',
  // Done, closed or handed on meanwhile; a later closing hands on what this one could not.
  moot: ['OBLIGATION_CLOSED', 'OBLIGATION_UNKNOWN', 'WRONG_STATE', 'HEIR_IS_SELF', 'HEIR_CLOSED'],
  on: {
    SessionPlanned: ({ data }, state) => opens(state, data.unitId, session(data)),
    SessionClosed: ({ data }, state) => ends(state, data.unitId, session(data)),
    PlanDrafted: ({ data }, state) => opens(state, data.unitId, plan(data)),
    PlanClosed: ({ data }, state) => ends(state, data.unitId, plan(data)),
    RemedyExplained: ({ data }, state) =>
      ends(state, data.unitId, { ...session(data), key: data.id }),
    Nominated: undecided,
    RevocationProposed: undecided,
    AwardRejected: settled,
    AwardPresented: settled,
    AwardRevoked: settled,
    RevocationRefused: settled,
    TransferRequested: ({ data }, state) => opens(state, data.toUnitId, journey(data)),
    TransferReceived: arrived,
    TransferReturned: arrived,
    OrgMerged: inherit,
    OrgSplit: inherit,
    OrgDissolved: inherit,
  },
});

/** Nothing open of a closed unit is left without a named heir (domain brief, 3H). */
export const heirOfOpenItems: Reactor = {
  ...declared,
  on: { ...declared.on, ...Object.assign({}, ...KINDS.map(handlersOf)) } as Reactor['on'],
};
