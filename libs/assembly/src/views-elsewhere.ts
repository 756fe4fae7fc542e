import {
  APPLIED,
  type ClusterDatabase,
  type Notifications,
  projectionOrders,
  type RemoteProjections,
  remoteProjections,
  workerBoard,
} from '#libs/cluster';
import type { EventStore } from '#libs/event-store';
import type { PostgresReadModels } from '#libs/read-models';

interface Parts {
  readonly store: EventStore;
  readonly views: PostgresReadModels;
  readonly database: ClusterDatabase;
  readonly notifications: Notifications;
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** The views as the workers of the cluster keep them, seen from any process. */
export const viewsElsewhere = {
  /** What must be listened to. */
  channels: [APPLIED] as readonly string[],
  open: ({ store, views, database, notifications, onFailure }: Parts): RemoteProjections =>
    remoteProjections({
      store,
      lines: () => views.rows.committed.lines(),
      board: workerBoard(database),
      orders: projectionOrders(database),
      notifications,
      onFailure,
    }),
};
