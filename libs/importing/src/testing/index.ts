export { memoryTarget, type MemoryTarget } from './memory-target.js';
export { TemporaryFolder } from './temporary-folder.js';
export { type WorkbookOptions, writeXlsx } from './xlsx.writer.js';
