export { leaseTableContract, type LeasesUnderTest } from './lease-table.contract.js';
export { type MemoryLeases, memoryLeases } from './memory-leases.js';
