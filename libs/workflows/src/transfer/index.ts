export {
  ExplainOverdue,
  IssueLetter,
  MarkOverdue,
  PresentTransfer,
  ReceiveTransfer,
  RequestTransfer,
  ReturnTransfer,
  ReviewSender,
  SealFile,
  WithdrawTransfer,
} from './transfer.commands.js';
export {
  OVERDUE_REASONS,
  type OverdueReason,
  RETURN_REASONS,
  type ReturnReason,
  TRANSFER_KINDS,
  TRANSFER_REASONS,
  type TransferFacts,
  type TransferKind,
  type TransferReason,
  type TransferStep,
  type TransferView,
} from './transfer.events.js';
export type { TransferState } from './transfer.state.js';
export { transfer } from './transfer.workflow.js';
