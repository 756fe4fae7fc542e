/**
 * What can be done to one node. `kill`: its process is gone at once; `stop`: it goes in order;
 * `start`: it comes back, whichever way it went. `pause`/`resume`: it neither runs nor is gone, as
 * after SIGSTOP. `cut`: no other node reaches it; `cutOne`: one other does not; `heal`: all do
 * again. `resign`: it gives up leading.
 */
export const STEPS = [
  'kill',
  'stop',
  'start',
  'pause',
  'resume',
  'cut',
  'cutOne',
  'heal',
  'resign',
] as const;
export type Step = (typeof STEPS)[number];

/** The hand that an operator, or a test, has on a cluster of the log. */
export interface ClusterHands {
  readonly nodes: readonly string[];
  /** Name of the node that leads; undefined: nobody does, or nobody says. */
  leader(): Promise<string | undefined>;
  can(step: Step): boolean;
  /** Throws if it cannot be done. `peer` for `cutOne`. */
  do(step: Step, node: string, peer?: string): Promise<void>;
}
