#!/usr/bin/env node
// npm run build [-- server]: ready the clone without starting anything.
import { prepare } from './prepare.mjs';
import { main } from './runtime.mjs';

await main(() => prepare({ web: process.argv[2] !== 'server' }));
