import type { Position } from '#libs/event-store';

export interface ReactorCheckpoint {
  readonly position: Position;
  /** What the reactor has folded; survives JSON. */
  readonly state: unknown;
}

/**
 * Where reactors remember how far they are. Losing it repeats nothing: see command keys. Both throw
 * `CheckpointsUnavailable` while they cannot be reached.
 */
export interface ReactorCheckpoints {
  load(reactor: string): Promise<ReactorCheckpoint | undefined>;
  /** Throws `CheckpointRefused` when somebody else runs this reactor by now. */
  save(reactor: string, checkpoint: ReactorCheckpoint): Promise<void>;
}

/** The right to run this reactor has gone to another process: it ends here, quietly. */
export class CheckpointRefused extends Error {
  readonly code = 'CHECKPOINT_REFUSED';

  constructor(readonly reactor: string) {
    super(`reactor ${reactor} runs elsewhere by now`);
    this.name = 'CheckpointRefused';
  }
}

/** Checkpoints cannot be reached now; whoever asked tries again. */
export class CheckpointsUnavailable extends Error {
  readonly code = 'CHECKPOINTS_UNAVAILABLE';

  constructor(options?: ErrorOptions) {
    super('the checkpoints of reactors cannot be reached', options);
    this.name = 'CheckpointsUnavailable';
  }
}

export interface ReactorStatus {
  readonly name: string;
  /** `parked`: stopped at an event until somebody resumes it; `failed`: the store gave up. */
  readonly kind: 'running' | 'stopped' | 'parked' | 'failed';
  readonly position: Position;
  readonly event?: { readonly id: string; readonly type: string; readonly position: Position };
  /** Why it is parked or failed. */
  readonly codes?: readonly string[];
  /** Of one that runs: why it waits now. It goes on by itself as soon as it can. */
  readonly failure?: string;
}
