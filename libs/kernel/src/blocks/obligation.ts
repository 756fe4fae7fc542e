import type { Policy } from '../policy.js';
import type { InputClass } from '../workflow.js';
import type { FieldsHolding, Identity } from './block-context.js';

/** Something a person owes by a day: a remedy, a task, an issue of a meeting, a follow-up. */
export interface Obligation {
  readonly id: string;
  /** Who owes it now; an heir replaces the owner. */
  ownerId: string;
  /** ISO date, inclusive. */
  due: string;
  status: 'open' | 'reported' | 'done';
  /** What is owed, in words; absent once erased. */
  text: string | undefined;
  /** Id of what it answers. */
  readonly basis?: string | undefined;
  /** The unit that sees to it since the one it arose in was closed; the owner stays. */
  heirUnitId?: string | undefined;
}

export interface ObligationNames {
  readonly assigned: string;
  readonly reported: string;
  readonly verified: string;
  readonly handedOver: string;
}

type OfObligation<Of> = Of & { id: string; ownerId: string };

/** The facts of one kind of obligation, named by its workflow. Texts belong to the owner. */
export type ObligationFacts<N extends ObligationNames, Of extends object> = Record<
  N['assigned'],
  {
    data: OfObligation<Of> & { due: string; on: string; basis?: string };
    sealed: { text: { of: string; value: string } };
  }
> &
  Record<
    N['reported'],
    {
      data: OfObligation<Of> & { due: string; on: string; late: boolean };
      sealed: { report: { of: string; value: string } };
    }
  > &
  Record<
    N['verified'],
    {
      data: OfObligation<Of> & { due: string; on: string; done: boolean; late: boolean };
    }
  > &
  Record<
    N['handedOver'],
    {
      data: OfObligation<Of> & { heirId: string; heirKind?: 'unit'; due: string; on: string };
    }
  >;

export interface AssignObligation {
  id: string;
  ownerId: string;
  due: string;
  on: string;
  text: string;
  /** Id of what it answers: a shortcoming, an agenda item, a finding. */
  basis?: string;
}
export interface ReportObligation {
  id: string;
  on: string;
  text: string;
}
export interface VerifyObligation {
  id: string;
  on: string;
  /** False: what was reported does not hold; the obligation is open again. */
  done: boolean;
}
export interface HandOverObligation {
  id: string;
  heirId: string;
  /** Left out: the heir is a person, and owes it from now on. */
  heirKind?: 'unit';
  on: string;
}

export interface ObligationSpec<State, StateName, N, Of> {
  readonly names: N;
  /** Field of the state with the list. */
  readonly list: FieldsHolding<State, Obligation[]>;
  readonly identity: Identity<State, Of>;
  readonly inputs: {
    readonly assign: InputClass<AssignObligation>;
    readonly report: InputClass<ReportObligation>;
    readonly verify: InputClass<VerifyObligation>;
    readonly handOver: InputClass<HandOverObligation>;
  };
  /** States in which something may be assigned, and in which what is owed is dealt with. */
  readonly assignIn: readonly StateName[];
  readonly dealIn: readonly StateName[];
  readonly assignBy: Policy<keyof State & string>;
  /** Who may report besides being the owner, which a guard asks for. */
  readonly reportBy: Policy<keyof State & string>;
  readonly verifyBy: Policy<keyof State & string>;
  readonly handOverBy: Policy<keyof State & string>;
}
