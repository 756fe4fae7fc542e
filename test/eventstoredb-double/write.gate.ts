import type { Metadata } from '@grpc/grpc-js';
import type { CallKind } from './fault-desk.js';
import type { NodeContext } from './node.js';
import { Refused } from './refusal.js';

/** A write only the leader can do: others pass it on, or say who the leader is. @throws Refused */
export function needsLeader(node: NodeContext, caller: Metadata): void {
  const leader = node.leaderElsewhere();
  if (!leader) return;
  if (leader === 'none') throw new Refused({ kind: 'not-ready' });
  const insists = caller.get('requires-leader').includes('true');
  if (insists || !node.settings.forwards) throw new Refused({ kind: 'not-leader', ...leader });
}

/** The ways to end a call whose work is done. */
export interface Answers {
  readonly answer: () => void;
  readonly refuse: (problem: Refused) => void;
  readonly breakOff: (problem: Refused) => void;
}

/** Answers a write, unless a fault of the moment has it otherwise. */
export function answerAfter(
  node: NodeContext,
  kind: CallKind,
  stream: string,
  { answer, refuse, breakOff }: Answers,
): void {
  const fault = node.faults.after(kind, stream);
  switch (fault?.kind) {
    case 'dropReply':
      if (fault.how === 'broken') {
        breakOff(new Refused({ kind: 'unavailable', text: 'Connection dropped' }));
      }
      return;
    case 'delay':
      setTimeout(answer, fault.ms).unref();
      return;
    case 'hold':
      void fault.until.then(answer);
      return;
    case 'timeout':
      refuse(new Refused({ kind: 'timed-out' }));
      return;
    default:
      answer();
  }
}
