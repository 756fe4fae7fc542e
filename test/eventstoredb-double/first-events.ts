import { randomUUID } from 'node:crypto';
import type { EventLog } from './event-log.js';
import { systemEvent } from './recorded.event.js';

/**
 * What a server writes before anybody else does: its users, and the metadata of its own statistics.
 * Readers of $all find them among everything else.
 */
export function writeFirstEvents(log: EventLog): void {
  for (const loginName of ['admin', 'ops']) {
    const user = { loginName, fullName: loginName, groups: ['$admins'], disabled: false };
    log.write(`$user-${loginName}`, [systemEvent(randomUUID(), '$UserCreated', user)]);
    log.write('$users', [systemEvent(randomUUID(), '$User', loginName)]);
  }
  const statistics = systemEvent(randomUUID(), '$metadata', { $maxAge: 86_400 });
  log.write('$$$stats-127.0.0.1:2113', [statistics]);
}
