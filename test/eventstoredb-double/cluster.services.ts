import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import type { CallKind } from './fault-desk.js';
import type { Member, NodeContext } from './node.js';
import { callError } from './refusal.answers.js';
import { uuidOf } from './wire.js';

type Asking<Answer> = ServerUnaryCall<shared.Empty, Answer>;

const STATES: Record<Member['role'], gossip.MemberInfo.VNodeState> = {
  leader: gossip.MemberInfo.VNodeState.LEADER,
  follower: gossip.MemberInfo.VNodeState.FOLLOWER,
  readOnlyReplica: gossip.MemberInfo.VNodeState.READONLYREPLICA,
};

/** Gossip.Read: who is in the cluster, and who leads it. */
export function readGossip(
  node: NodeContext,
  _call: Asking<gossip.ClusterInfo>,
  reply: sendUnaryData<gossip.ClusterInfo>,
): void {
  answer(node, 'gossip', reply, () => {
    const info = new gossip.ClusterInfo();
    for (const member of node.members()) info.addMembers(memberMessage(node, member));
    return info;
  });
}

function memberMessage(node: NodeContext, member: Member): gossip.MemberInfo {
  const endPoint = new gossip.EndPoint();
  endPoint.setAddress(member.host);
  endPoint.setPort(member.port);
  const message = new gossip.MemberInfo();
  message.setInstanceId(uuidOf(member.id));
  message.setTimeStamp(`${node.log.now()}0000`);
  message.setState(STATES[member.role]);
  message.setIsAlive(member.alive);
  message.setHttpEndPoint(endPoint);
  return message;
}

/** ServerFeatures: which calls this server knows; clients choose how to append by it. */
export function supportedMethods(
  node: NodeContext,
  _call: Asking<features.SupportedMethods>,
  reply: sendUnaryData<features.SupportedMethods>,
): void {
  answer(node, 'features', reply, () => {
    const methods = new features.SupportedMethods();
    methods.setEventStoreServerVersion(node.settings.version);
    const names = ['append', 'read', 'delete', 'tombstone'];
    if (node.settings.batch) names.push('batchappend');
    for (const name of names) {
      const method = new features.SupportedMethod();
      method.setServiceName('event_store.client.streams.streams');
      method.setMethodName(name);
      method.setFeaturesList(name === 'read' ? ['position', 'events'] : []);
      methods.addMethods(method);
    }
    return methods;
  });
}

function answer<Answer>(
  node: NodeContext,
  kind: CallKind,
  reply: sendUnaryData<Answer>,
  make: () => Answer,
): void {
  node.counts.calls[kind] += 1;
  try {
    if (node.faults.before(kind, '') === 'go') reply(null, make());
  } catch (problem) {
    reply(callError(problem));
  }
}
