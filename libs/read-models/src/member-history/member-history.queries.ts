import type { ReadModelDb } from '../database.js';

/** Where a fact about a person is in the log. */
export interface HistoryEntry {
  readonly position: string;
  readonly role: string;
  readonly stream: string;
  readonly revision: number;
}

/** Questions about where a person's facts are. */
export class MemberHistoryQueries {
  constructor(private readonly db: ReadModelDb) {}

  /** All facts about the person, in log order; a career is some hundreds. */
  async entries(memberId: string): Promise<readonly HistoryEntry[]> {
    return this.db
      .selectFrom('member_history')
      .select(['position', 'role', 'stream', 'revision'])
      .where('member_id', '=', memberId)
      .orderBy('position')
      .execute();
  }

  /** The streams in which the person occurs, each once. */
  async streams(memberId: string): Promise<readonly string[]> {
    const entries = await this.entries(memberId);
    return [...new Set(entries.map(({ stream }) => stream))];
  }
}
