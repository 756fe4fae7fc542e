import type { Position } from '#libs/event-store';

export interface ReactorCheckpoint {
  readonly position: Position;
  /** What the reactor has folded; survives JSON. */
  readonly state: unknown;
}

/** Where reactors remember how far they are. Losing it repeats nothing: see command keys. */
export interface ReactorCheckpoints {
  load(reactor: string): Promise<ReactorCheckpoint | undefined>;
  save(reactor: string, checkpoint: ReactorCheckpoint): Promise<void>;
}

export interface ReactorStatus {
  readonly name: string;
  /** `parked`: stopped at an event until somebody resumes it; `failed`: the store gave up. */
  readonly kind: 'running' | 'stopped' | 'parked' | 'failed';
  readonly position: Position;
  readonly event?: { readonly id: string; readonly type: string; readonly position: Position };
  /** Why it is parked or failed. */
  readonly codes?: readonly string[];
}
