import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTables } from './capacity.model.js';

// Writes the tables of docs/operating/capacity.md anew: node dist/test/bench/capacity.js
const DOCUMENT = join(import.meta.dirname, '../../../docs/operating/capacity.md');

writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8')));
