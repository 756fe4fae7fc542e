import { DatabaseSync } from 'node:sqlite';
import type { RowDatabase, RowOf } from '#libs/projections';
import { Kysely } from 'kysely';
import { BackgroundWriter } from './background-writer.js';
import type * as delegations from './delegation-list/delegation-list.table.js';
import type * as waiting from './inbox/inbox.table.js';
import type * as month from './cell-month/cell-month.table.js';
import type { tables as cycle } from './cycle-indicators/cycle-book.js';
import type { tables as finding } from './findings/finding-rows.js';
import type * as honours from './honours/honours.table.js';
import type * as figures from './level-indicators/level-indicators.table.js';
import type { memberHistory } from './member-history/member-history.table.js';
import { nodeSqliteDialect } from './node-sqlite.dialect.js';
import type * as people from './registration-list/registration-list.table.js';
import type * as oversight from './oversight/oversight.table.js';
import { sqliteRows } from './sqlite-rows.js';
import type { timer } from './timers/timers.table.js';
import type * as units from './unit-tree/unit-tree.table.js';
import type { tables as warrants } from './warrant-list/warrant-list.projection.js';
import type * as sheet from './year-sheet/year-sheet.table.js';

/** The views that queries read. */
export interface ReadDb {
  unit: RowOf<typeof units.unit>;
  unit_edge: RowOf<typeof units.unitEdge>;
  unit_name: RowOf<typeof units.unitName>;
  unit_officer: RowOf<typeof units.unitOfficer>;
  unit_tree_state: RowOf<typeof units.unitTreeState>;
  level_indicators: RowOf<typeof figures.levelIndicators>;
  own_indicators: RowOf<typeof figures.ownIndicators>;
  indicator_event: RowOf<typeof figures.indicatorEvent>;
  figure_unit: RowOf<typeof figures.figureUnit>;
  figure_edge: RowOf<typeof figures.figureEdge>;
  figure_map_state: RowOf<typeof figures.figureMapState>;
  cycle_figures: RowOf<typeof cycle.cycle_figures>;
  cycle_own: RowOf<typeof cycle.cycle_own>;
  cycle_event: RowOf<typeof cycle.cycle_event>;
  cycle_cadence: RowOf<typeof cycle.cycle_cadence>;
  review_line: RowOf<typeof month.reviewLine>;
  meeting_line: RowOf<typeof month.meetingLine>;
  obligation_line: RowOf<typeof month.obligationLine>;
  rating_line: RowOf<typeof sheet.ratingLine>;
  cap_line: RowOf<typeof sheet.capLine>;
  session_line: RowOf<typeof sheet.sessionLine>;
  finding_line: RowOf<typeof finding.finding_line>;
  obliged_span: RowOf<typeof finding.obliged_span>;
  plan_line: RowOf<typeof finding.plan_line>;
  award_line: RowOf<typeof honours.awardLine>;
  model_line: RowOf<typeof honours.modelLine>;
  contest_line: RowOf<typeof honours.contestLine>;
  pact_line: RowOf<typeof honours.pactLine>;
  transfer_line: RowOf<typeof oversight.transferLine>;
  inspection_line: RowOf<typeof oversight.inspectionLine>;
  registration: RowOf<typeof people.registration>;
  member: RowOf<typeof people.member>;
  unit_members: RowOf<typeof people.unitMembers>;
  member_office: RowOf<typeof people.memberOffice>;
  member_history: RowOf<typeof memberHistory>;
  delegation_grant: RowOf<typeof delegations.delegationGrant>;
  delegation_giver: RowOf<typeof delegations.delegationGiver>;
  inbox_item: RowOf<typeof waiting.inboxItem>;
  inbox_party: RowOf<typeof waiting.inboxParty>;
  timer: RowOf<typeof timer>;
  warrant_holder: RowOf<typeof warrants.warrant_holder>;
  warrant_unit: RowOf<typeof warrants.warrant_unit>;
  warrant_scope: RowOf<typeof warrants.warrant_scope>;
  record_view: RowOf<typeof warrants.record_view>;
}

export type ReadModelDb = Kysely<ReadDb>;

/** The read models' database: rows for the projection runner, `db` for queries. */
export interface ReadModels {
  readonly rows: RowDatabase;
  readonly db: ReadModelDb;
  close(): Promise<void>;
}

/** A few pages more than the default between checkpoints of the WAL: rebuilding writes a lot. */
const PRAGMAS = `
  pragma journal_mode = wal;
  pragma synchronous = normal;
  pragma wal_autocheckpoint = 4000;
  pragma cache_size = -65536;
  pragma temp_store = memory;`;

/**
 * Opens or creates the file; `:memory:` for tests, where both sides share one connection.
 * `synchronous=normal` may lose the last commits in a power cut, never half of one: rows and
 * checkpoint go together, so the runner reads the missing events again.
 */
export function openReadModels({ file }: { readonly file: string }): ReadModels {
  const writing = new DatabaseSync(file, { timeout: 5_000 });
  writing.exec(PRAGMAS);
  const inMemory = file === ':memory:';
  const rows = sqliteRows(writing, inMemory ? undefined : new BackgroundWriter(file, PRAGMAS));
  const reading = inMemory ? writing : new DatabaseSync(file, { timeout: 5_000 });
  if (reading !== writing) reading.exec('pragma query_only = on; pragma cache_size = -32768');
  const db = new Kysely<ReadDb>({ dialect: nodeSqliteDialect(reading) });
  return {
    rows,
    db,
    async close() {
      await rows.close();
      await db.destroy();
      if (reading !== writing) reading.close();
      writing.close();
    },
  };
}
