export {
  APPLIED,
  appliedPublisher,
  type AppliedPublisher,
  onAppliedAnywhere,
} from './applied-channel.js';
export {
  type ClusterDatabase,
  type ClusterDatabaseOptions,
  openClusterDatabase,
} from './cluster-database.js';
export type { Weighed } from './fair-share.js';
export { FenceTokens } from './fence-tokens.js';
export { LeaseHolder } from './lease-holder.js';
export type { HolderStatus, LeaseHolderOptions, LossReason } from './lease-holder.port.js';
export type { Beat, Lease, LeaseStanding, LeaseTable, LeaseView } from './lease-table.port.js';
export { logMarks, type LogMarks, SAFE_UNTIL } from './log-marks.js';
export { type ListenOptions, listenTo, type Notifications } from './notifications.js';
export { postgresCheckpoints } from './postgres-checkpoints.js';
export { LEASES_FREED, postgresLeases } from './postgres-leases.js';
export {
  type AnswerOrdersOptions,
  answerOrders,
  OrderFailed,
  type OrderKind,
  ORDERS,
  type ProjectionOrders,
  projectionOrders,
} from './projection-orders.js';
export {
  type RemoteProjections,
  remoteProjections,
  type RemoteProjectionsOptions,
} from './remote-projections.js';
export {
  type BoardView,
  type ItemOnBoard,
  type WorkerBoard,
  workerBoard,
  type WorkerOnBoard,
  type WorkerReport,
} from './worker-board.js';
