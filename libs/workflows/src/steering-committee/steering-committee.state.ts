import type { Obligation } from '#libs/kernel';
import type {
  OfSteering,
  SteeringCommitteeView,
  SteeringMember,
} from './steering-committee.events.js';

export const STEERING_STATES = {
  none: { start: true },
  active: {},
  dissolved: { final: true },
} as const;
export type SteeringStateName = keyof typeof STEERING_STATES;

export interface SteeringState extends SteeringCommitteeView {
  unitId: string;
  fromYear: number;
  toYear: number;
  formedOn: string | undefined;
  members: (SteeringMember & { readonly from: string; readonly to?: string | undefined })[];
  tasks: Obligation[];
}

/** The committee before it is formed, from its id `{unitId}-{2006_2010}`. */
export function steeringStart(id: string): SteeringState {
  const dash = id.lastIndexOf('-');
  const [from, to] = id
    .slice(dash + 1)
    .split('_')
    .map(Number);
  return {
    unitId: id.slice(0, dash),
    fromYear: from!,
    toYear: to!,
    formedOn: undefined,
    members: [],
    tasks: [],
  };
}

/** What every fact repeats. */
export const ofSteering = ({ unitId, fromYear, toYear }: Readonly<SteeringState>): OfSteering => ({
  unitId,
  fromYear,
  toYear,
});

/** Whoever sits on it now. */
export const sitting = ({ members }: Pick<SteeringState, 'members'>): SteeringState['members'] =>
  members.filter(({ to }) => to === undefined);
