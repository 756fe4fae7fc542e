import { isPostgresHere, postgresServer, type TestDatabase } from './postgres-server.js';

const SET_UP_MS = 90_000;

/** What tests on PostgreSQL are given. */
export interface GivenDatabase {
  /** Of an empty database of this block's own; known from `beforeAll` on. */
  readonly url: string;
}

/**
 * A block of tests on a real PostgreSQL, with a database of its own. Where there is none, its tests
 * are skipped, and a line says so; with `TEST_PG_REQUIRED` set, that fails instead.
 */
export function describePostgres(name: string, body: (database: GivenDatabase) => void): void {
  const isHere = isPostgresHere();
  if (!isHere && process.env['TEST_PG_REQUIRED'] !== undefined)
    throw new Error(`PostgreSQL is required and not here: ${name}`);
  if (!isHere)
    process.stderr.write(`SKIPPED, no PostgreSQL here (TEST_PG_URL or initdb): ${name}\n`);
  const { skip: leaveOut } = describe;
  (isHere ? describe : leaveOut)(`${name} (PostgreSQL)`, () => {
    let database: TestDatabase | undefined;
    beforeAll(async () => {
      database = await (await postgresServer()).createDatabase();
    }, SET_UP_MS);
    afterAll(() => database?.drop(), SET_UP_MS);
    body({
      get url() {
        if (database === undefined) throw new Error('the database is there from beforeAll on');
        return database.url;
      },
    });
  });
}
