import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Codec, type EventKind, StoreError } from '#libs/event-store';

/** The ids of (type, schemaVersion) pairs: a few hundred at most, all in memory. */
export class EventTypes {
  private readonly ids = new Map<string, number>();
  private readonly kinds: EventKind[] = [];
  private readonly selectAll: StatementSync;
  private readonly insert: StatementSync;

  constructor(
    database: DatabaseSync,
    private readonly codec: Codec,
  ) {
    this.selectAll = database.prepare(
      'SELECT id, type, schema_version AS version FROM event_types',
    );
    this.insert = database.prepare('INSERT INTO event_types (type, schema_version) VALUES (?, ?)');
    this.reload();
  }

  /**
   * Forgets what is not on disk: after a rolled-back transaction, or when another process wrote.
   */
  reload(): void {
    this.ids.clear();
    this.kinds.length = 0;
    for (const { id, type, version } of this.selectAll.all() as {
      id: number;
      type: string;
      version: number;
    }[]) {
      this.ids.set(keyOf(type, version), id);
      this.kinds[id] = this.codec.kindOf(type, version);
    }
  }

  /** The id of a type, stored if it is new; inside the writer's transaction. */
  idOf(type: string, version: number): number {
    const known = this.ids.get(keyOf(type, version));
    if (known !== undefined) return known;
    const id = Number(this.insert.run(type, version).lastInsertRowid);
    this.ids.set(keyOf(type, version), id);
    this.kinds[id] = this.codec.kindOf(type, version);
    return id;
  }

  /**
   * The kind of an id read from the log. Throws StoreError STORE_CORRUPT if there is no such type.
   */
  kindOf(id: number): EventKind {
    const kind = this.kinds[id] ?? this.reloadedKind(id);
    if (kind === undefined) throw new StoreError('STORE_CORRUPT', `event type ${id} is missing`);
    return kind;
  }

  private reloadedKind(id: number): EventKind | undefined {
    this.reload();
    return this.kinds[id];
  }
}

const keyOf = (type: string, version: number): string => `${version}:${type}`;
