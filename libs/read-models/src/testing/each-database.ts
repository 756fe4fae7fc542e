import { openReadModels, type ReadModels } from '../database.js';
import { openPostgresReadModels } from '../postgres-database.js';
import { describePostgres } from './describe-postgres.js';
import { inDatabase, schemaOf } from './schemas.js';

/** Opens empty read models in the database whose turn it is. */
type Open = () => Promise<ReadModels>;

const inSqlite: Open = async () => openReadModels({ file: ':memory:' });
let open = inSqlite;

/** Empty read models, in SQLite unless `describeEachDatabase` says otherwise. Close them. */
export const emptyReadModels: Open = () => open();

/** The same tests twice: `emptyReadModels` gives them SQLite, and then PostgreSQL. */
export function describeEachDatabase(body: () => void): void {
  describe('views in SQLite', body);
  describePostgres('views', (database) => {
    const slots: Slot[] = [];
    beforeAll(() => {
      open = async () => {
        let slot = slots.find(({ isFree }) => isFree);
        if (slot === undefined) slots.push((slot = await newSlot(database.url)));
        return taken(slot);
      };
    });
    afterAll(async () => {
      open = inSqlite;
      await Promise.all(slots.map(({ models }) => models.close()));
    });
    body();
  });
}

/** A schema whose tables are emptied and used again: making them takes longer than most tests. */
interface Slot {
  readonly url: string;
  readonly models: ReadModels;
  isFree: boolean;
}

async function newSlot(database: string): Promise<Slot> {
  const url = await schemaOf(database);
  return { url, models: await openPostgresReadModels({ url }), isFree: true };
}

const EMPTY = `do $$ declare name text; begin
  for name in select tablename from pg_tables
    where schemaname = current_schema and tablename not like 'projection\\_%'
  loop execute format('delete from %I', name); end loop;
  delete from projection_line where role <> 'serving';
  update projection_line set position = '', parked_position = null;
end $$`;

async function taken(slot: Slot): Promise<ReadModels> {
  slot.isFree = false;
  await inDatabase(slot.url, EMPTY);
  return {
    ...slot.models,
    async close() {
      slot.isFree = true;
    },
  };
}
