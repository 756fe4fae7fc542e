import { defineProjection, type ProjectedEvent, type RowsOf } from '#libs/projections';
import type { OrganisationFacts } from '#libs/workflows';
import { foldedText } from '../folded-text.js';
import {
  unit,
  unitEdge,
  unitName,
  unitOfficer,
  unitOfficerNow,
  unitTreeState,
} from './unit-tree.table.js';

const holdingOf = (data: { memberId: string; office: string }): string =>
  `${data.memberId}/${data.office}`;

const tables = {
  unit,
  unit_edge: unitEdge,
  unit_name: unitName,
  unit_officer: unitOfficer,
  unit_officer_now: unitOfficerNow,
  unit_tree_state: unitTreeState,
} as const;

type Closing = ProjectedEvent<OrganisationFacts, 'OrgMerged' | 'OrgSplit' | 'OrgDissolved'>;

const closed = ({ data, position }: Closing, rows: RowsOf<typeof tables>): void => {
  const row = rows.unit.get(data.unitId);
  if (row) rows.unit.change(row, { to_date: data.on, heir_id: data.heirId });
  rows.unit_tree_state.put({ id: 1, position });
  for (const id of [data.unitId, data.heirId, data.parentId]) if (id !== null) rows.touch(id);
};

/** Units with dated parents, dated names and officers. Answers the tree at any date. */
export const unitTree = defineProjection<OrganisationFacts>()({
  name: 'unit_tree',
  version: 1,
  tables,
  parts: { envelope: [], sealed: [] },
  reads: {
    OfficerEnded: ({ data }, need) => need.unit_officer_now(data.unitId, holdingOf(data)),
  },
  on: {
    OrgFounded({ data, position }, rows) {
      const { unitId, level, name, parentId, on } = data;
      rows.unit.put({
        id: unitId,
        level,
        name,
        folded_name: foldedText(name),
        parent_id: parentId,
        from_date: on,
        to_date: null,
        heir_id: null,
      });
      rows.unit_edge.put({ unit_id: unitId, from_date: on, parent_id: parentId });
      rows.unit_name.put({ unit_id: unitId, from_date: on, name });
      rows.unit_tree_state.put({ id: 1, position });
      rows.touch(unitId);
    },
    OrgRenamed({ data, position }, rows) {
      const row = rows.unit.get(data.unitId);
      if (row) rows.unit.change(row, { name: data.name, folded_name: foldedText(data.name) });
      rows.unit_name.put({ unit_id: data.unitId, from_date: data.on, name: data.name });
      rows.unit_tree_state.put({ id: 1, position });
      rows.touch(data.unitId);
    },
    OrgReparented({ data, position }, rows) {
      const row = rows.unit.get(data.unitId);
      if (row) rows.unit.change(row, { parent_id: data.toParentId });
      rows.unit_edge.put({
        unit_id: data.unitId,
        from_date: data.on,
        parent_id: data.toParentId,
      });
      rows.unit_tree_state.put({ id: 1, position });
      for (const id of [data.unitId, data.fromParentId, data.toParentId])
        if (id !== null) rows.touch(id);
    },
    OrgMerged: closed,
    OrgSplit: closed,
    OrgDissolved: closed,
    OfficerAppointed({ data }, rows) {
      const holding = holdingOf(data);
      rows.unit_officer.put({
        unit_id: data.unitId,
        holding,
        from_date: data.on,
        member_id: data.memberId,
        office: data.office,
        to_date: null,
      });
      rows.unit_officer_now.put({ unit_id: data.unitId, holding, from_date: data.on });
      rows.touch(data.unitId);
    },
    OfficerEnded({ data }, rows) {
      const holding = holdingOf(data);
      const running = rows.unit_officer_now.get(data.unitId, holding);
      if (running === undefined) return;
      rows.unit_officer.put({
        unit_id: data.unitId,
        holding,
        from_date: running.from_date,
        member_id: data.memberId,
        office: data.office,
        to_date: data.on,
      });
      rows.unit_officer_now.delete(data.unitId, holding);
      rows.touch(data.unitId);
    },
  },
});
