import { Client } from 'pg';
import { describePostgres } from '#libs/read-models/testing';
import { accountPool } from './account-pool.js';

describePostgres('connections to the accounts', (database) => {
  it('are replaced when they break while nobody uses them', async () => {
    const { promise: failed, resolve } = Promise.withResolvers<unknown>();
    const pool = accountPool(database.url, { poolSize: 1, onFailure: resolve });
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    const other = new Client({ connectionString: database.url });
    await other.connect();
    await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await other.end();
    expect(await failed).toBeInstanceOf(Error);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});
