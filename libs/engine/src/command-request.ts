import type { Actor, Firing, Reason } from '#libs/kernel';

/** One command. `input` has been validated at the edge. */
export interface CommandRequest {
  readonly workflow: string;
  readonly id: string;
  readonly command: string;
  readonly input: object;
  readonly actor: Actor;
  /** Idempotency key: the same key and content write nothing new, for ever. */
  readonly commandId: string;
  /** Claimed business time, ISO 8601; default now; later than now is refused. */
  readonly occurredAt?: string | undefined;
  /** The revision the person saw; another one is a conflict. */
  readonly expectedRevision?: number | undefined;
  readonly causationId?: string | undefined;
  readonly correlationId?: string | undefined;
  /** The step of a clock that this command fires; refused when that clock no longer stands so. */
  readonly firing?: Firing | undefined;
  /** W3C `traceparent` of what sent it; goes into the events, and no part of the content. */
  readonly trace?: string | undefined;
}

export type Outcome =
  | {
      readonly kind: 'accepted';
      readonly position: string;
      readonly revision: number;
      readonly state: string;
      readonly repeated: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly revision: number;
      readonly state: string;
      readonly reasons: readonly Reason[];
    }
  | { readonly kind: 'conflict'; readonly revision: number; readonly state: string };

/** What became of one command, for those who count. */
export interface CommandTold {
  readonly workflow: string;
  readonly command: string;
  /** `failed`: the store threw. */
  readonly kind: Outcome['kind'] | 'failed';
  /** The key was known: the first outcome was given again. */
  readonly repeated: boolean;
  /** How often it was decided anew after losing a race. */
  readonly retries: number;
}
