export { Cluster, type ClusterOptions, startCluster } from './cluster.js';
export type { CallCounts } from './call-counts.js';
export { controlServer, type ControlServer } from './control-server.js';
export { Double, type DoubleOptions, startDouble } from './double.js';
export { EventLog } from './event-log.js';
export {
  APPENDS,
  type CallKind,
  type Fault,
  FaultDesk,
  type FaultScope,
  type Trouble,
} from './fault-desk.js';
export type { ServerSettings } from './node.js';
export type { Place, ProposedEvent, RecordedEvent } from './recorded.event.js';
export type { AccessList, StreamMetadata } from './stream-metadata.js';
