export { leaseTableContract, type LeasesUnderTest } from './lease-table.contract.js';
export { type MemoryLeases, memoryLeases } from './memory-leases.js';
export { type MemoryNotifications, memoryNotifications } from './memory-notifications.js';
export { eventually } from './eventually.js';
