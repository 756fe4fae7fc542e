import type { ReadModelDb } from '../database.js';

/** That a record was read in the course of an inspection; by whom is not said. */
export interface RecordReading {
  /** ISO instant. */
  readonly at: string;
  /** Key of what was looked at. */
  readonly endpoint: string;
  readonly inspectionId: string | null;
  readonly decisionNo: string | null;
  readonly byUnitId: string | null;
  readonly byUnitName: string | null;
}

/** Where warrants may be found, and who was read about. */
export class WarrantListQueries {
  constructor(private readonly db: ReadModelDb) {}

  /** Inspections on whose team the person is or was; each one's own stream says what holds. */
  async inspectionsOf(personId: string): Promise<readonly string[]> {
    const rows = await this.db
      .selectFrom('warrant_holder')
      .select('inspection_id as id')
      .where('person_id', '=', personId)
      .orderBy('inspection_id')
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Units named by warrants that had not ended on that day (ISO date), with the inspections. */
  async named(day: string): Promise<readonly { unitId: string; inspectionId: string }[]> {
    return this.db
      .selectFrom('warrant_unit')
      .select(['unit_id as unitId', 'inspection_id as inspectionId'])
      .where('expires', '>=', day)
      .execute();
  }

  /** Readings about a person that may be shown to them by that day (ISO date), newest first. */
  async readings(
    subjectId: string,
    day: string,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<readonly RecordReading[]> {
    return this.db
      .selectFrom('record_view')
      .leftJoin('warrant_scope', 'warrant_scope.inspection_id', 'record_view.inspection_id')
      .leftJoin('unit', 'unit.id', 'warrant_scope.by_unit_id')
      .select([
        'record_view.at',
        'record_view.endpoint',
        'record_view.inspection_id as inspectionId',
        'warrant_scope.decision_no as decisionNo',
        'warrant_scope.by_unit_id as byUnitId',
        'unit.name as byUnitName',
      ])
      .where('record_view.subject_id', '=', subjectId)
      .where('record_view.shown_from', '<=', day)
      .orderBy('record_view.position', 'desc')
      .limit(page.limit)
      .offset(page.offset)
      .execute();
  }
}
