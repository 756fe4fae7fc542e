import { DatabaseSync } from 'node:sqlite';
import { rowDatabaseContract } from '#libs/projections/testing';
import { sqliteRows } from './sqlite-rows.js';

rowDatabaseContract('sqlite', () => sqliteRows(new DatabaseSync(':memory:')));
