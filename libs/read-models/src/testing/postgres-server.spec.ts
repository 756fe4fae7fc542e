import { Client } from 'pg';
import { describePostgres } from './describe-postgres.js';

describePostgres('a database for tests', (database) => {
  it('is empty, and tells apart what a collation may confuse', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ tables: string; text: string }>(
      `select (select count(*) from pg_tables where schemaname = 'public') as tables,
        'Đảng' collate "C" as text`,
    );
    await client.end();
    expect(rows).toEqual([{ tables: '0', text: 'Đảng' }]);
  });
});
