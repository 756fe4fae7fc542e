import { defineProjection, type RowsOf } from '#libs/projections';
import type { AccessLogFacts, InspectionFacts } from '#libs/workflows';
import { recordView, warrantHolder, warrantScope, warrantUnit } from './warrant-list.table.js';

export const tables = {
  warrant_holder: warrantHolder,
  warrant_unit: warrantUnit,
  warrant_scope: warrantScope,
  record_view: recordView,
} as const;
type Rows = RowsOf<typeof tables>;
type Facts = Pick<
  InspectionFacts,
  'WarrantIssued' | 'WarrantExtended' | 'WarrantRevoked' | 'InspectionClosed'
> &
  Pick<AccessLogFacts, 'RecordViewed'>;

interface Ending {
  readonly data: { readonly inspectionId: string };
}
interface Extension {
  readonly data: { readonly inspectionId: string; readonly expires: string };
}

const readScope = ({ data }: Ending, need: { warrant_scope(inspectionId: string): void }): void =>
  need.warrant_scope(data.inspectionId);

const unitsOf = ({ data }: Ending, rows: Rows): readonly string[] => {
  const row = rows.warrant_scope.get(data.inspectionId);
  return row === undefined ? [] : (JSON.parse(row.unit_ids) as string[]);
};

/** An ended warrant is looked for no more; who held it stays known. */
const end = (event: Ending, rows: Rows): void => {
  for (const unitId of unitsOf(event, rows))
    rows.warrant_unit.put({
      inspection_id: event.data.inspectionId,
      unit_id: unitId,
      expires: '',
    });
};

/** Where to look for warrants, and who read what under them. */
export const warrantList = defineProjection<Facts>()({
  name: 'warrant_list',
  version: 1,
  tables,
  parts: { envelope: [], sealed: [] },
  reads: { WarrantExtended: readScope, WarrantRevoked: readScope, InspectionClosed: readScope },
  on: {
    WarrantIssued({ data }, rows) {
      const { inspectionId, scope, team, decisionNo, expires } = data;
      for (const { memberId } of team)
        rows.warrant_holder.put({ person_id: memberId, inspection_id: inspectionId });
      for (const unitId of scope.unitIds)
        rows.warrant_unit.put({ inspection_id: inspectionId, unit_id: unitId, expires });
      rows.warrant_scope.put({
        inspection_id: inspectionId,
        unit_ids: JSON.stringify(scope.unitIds),
        decision_no: decisionNo,
        by_unit_id: data.unitId,
      });
    },
    WarrantExtended(event: Extension, rows) {
      const { inspectionId, expires } = event.data;
      for (const unitId of unitsOf(event, rows))
        rows.warrant_unit.put({ inspection_id: inspectionId, unit_id: unitId, expires });
    },
    WarrantRevoked: end,
    InspectionClosed: end,
    RecordViewed({ data, position }, rows) {
      rows.record_view.append({
        subject_id: data.subjectId,
        at: data.at,
        viewer_id: data.viewerId,
        endpoint: data.endpoint,
        basis: data.basis,
        inspection_id: data.inspectionId ?? null,
        shown_from: data.shownFrom,
        position,
      });
    },
  },
});
