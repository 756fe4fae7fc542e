import type { TransferStep } from './transfer.events.js';
import type { TransferState } from './transfer.state.js';

/** What is late while the transfer stands there: the letter, or the arrival. */
export const overdueStep = (stateName: string): TransferStep =>
  stateName === 'requested' || stateName === 'sender_reviewed' ? 'start' : 'arrival';

/** The last day of that step, ISO. */
export const dueOfStep = (
  state: Readonly<Pick<TransferState, 'startBy' | 'presentBy'>>,
  step: TransferStep,
): string => (step === 'start' ? state.startBy! : state.presentBy!);
