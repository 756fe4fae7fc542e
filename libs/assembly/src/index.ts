export { compareWithRebuild, type TableComparison } from './compare-with-rebuild.js';
export {
  compareLogs,
  type LogDifference,
  type LogDigest,
  type LogEquality,
} from './log-equality.js';
export { LogCursor } from './log-equality-cursor.js';
export {
  type CopiedClock,
  copiedClock,
  moveLog,
  type MoveOptions,
  type MoveOutcome,
  type MoveStage,
} from './move-log.js';
export { type EmbeddedOptions, type Guong, openEmbedded } from './open-embedded.js';
export type { Product, Standing } from './opened-product.js';
export { productEngine, type ProductOptions } from './product.js';
export { sqliteCheckpoints } from './reactor-checkpoints.js';
export type { HeldItem, Worker, WorkerStatus } from './worker.js';
export { type ClusterOptions } from './cluster-places.js';
export { openCluster } from './open-cluster.js';
export { openWorker, type Share, type WorkerOptions } from './open-worker.js';
export type { OpenedWorker } from './cluster-worker.js';
