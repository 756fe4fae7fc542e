import { Client } from 'pg';

let schemas = 0;

/** The url of an empty schema of its own in a database: cheaper than a database. */
export async function schemaOf(url: string): Promise<string> {
  schemas += 1;
  const name = `own_${schemas}`;
  await inDatabase(url, `create schema ${name}`);
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${name}`);
  return own.href;
}

/** Runs statements over a connection of their own; the rows of the last one. */
export async function inDatabase<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(text);
    return rows;
  } finally {
    await client.end();
  }
}
