import type { Row } from '#libs/projections';
import { DatabaseError, type Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg';
import type { Statement } from './postgres-statements.js';

/** The connection broke when everything was sent and nothing answered: it may be committed. */
export class OutcomeUnknown extends Error {
  constructor(options: ErrorOptions) {
    super('the connection to PostgreSQL broke before it answered', options);
    this.name = 'OutcomeUnknown';
  }
}

/** Statements are prepared under names that are the same on all connections. */
const names = new Map<string, string>();
const nameOf = (text: string): string => {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `s${names.size}`));
  return name;
};

/** The statement for the driver; one with values is parsed and planned once per connection. */
export const prepared = ({ text, values }: Statement): QueryConfig =>
  values === undefined ? { text } : { text, name: nameOf(text), values: [...values] };

/**
 * One transaction. What is written waits until something is read or until the commit, and then goes
 * out in one piece, whose answers are read afterwards: as a rule all of it is one round trip, and
 * no transaction stays open while nobody sends anything.
 */
export class PipelinedTransaction {
  private client: PoolClient | undefined;
  private waiting: Statement[] = [];

  constructor(private readonly pool: Pool) {}

  get isUntouched(): boolean {
    return this.client === undefined && this.waiting.length === 0;
  }

  add(...statements: readonly Statement[]): void {
    this.waiting.push(...statements);
  }

  async rows(statement: Statement): Promise<readonly Row[]> {
    const results = await this.send([...this.taken(), statement]);
    return (results.at(-1) as QueryResult<Row>).rows;
  }

  /** Sends `first`, what waits, and the commit. Throws OutcomeUnknown when nobody can say. */
  async commit(first: readonly Statement[] = []): Promise<void> {
    const answers = await this.send([...first, ...this.taken(), { text: 'commit' }]);
    // What it answers when a statement before was refused and nobody minded.
    if (answers.at(-1)?.command !== 'COMMIT') throw new Error('the transaction was rolled back');
    this.release();
  }

  /** Gives the connection up; whatever was written on it is gone with it. */
  abandon(): void {
    this.release(true);
  }

  private taken(): readonly Statement[] {
    const { waiting } = this;
    this.waiting = [];
    return waiting;
  }

  private async send(statements: readonly Statement[]): Promise<readonly QueryResult[]> {
    const all = this.client === undefined ? [{ text: 'begin' }, ...statements] : statements;
    const client = (this.client ??= await this.pool.connect());
    const sent = all.map((statement) => client.query(prepared(statement)));
    const answers = await Promise.allSettled(sent);
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed === undefined)
      return answers.map((answer) => (answer as PromiseFulfilledResult<QueryResult>).value);
    const isRolledBack = answers.some(
      (answer) => answer.status === 'rejected' && isStatementError(answer.reason),
    );
    if (statements.at(-1)?.text === 'commit' && !isRolledBack)
      throw new OutcomeUnknown({ cause: failed.reason });
    throw failed.reason;
  }

  private release(broken = false): void {
    const { client } = this;
    this.client = undefined;
    client?.release(broken);
  }
}

/** The server refused a statement and still answers, so the transaction can only be rolled back. */
const isStatementError = (error: unknown): boolean =>
  error instanceof DatabaseError && error.severity === 'ERROR';
