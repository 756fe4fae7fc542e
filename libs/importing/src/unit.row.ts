import { organisation } from '#libs/workflows';
import type { PlanContext, ReadyRow } from './plan.types.js';
import { RowReader } from './row.reader.js';
import type { TableRow } from './table.js';
import { levelOf } from './vocabulary.js';

/** Reads one row of a list of units. */
export function unitRow(row: TableRow, { today, defaults }: PlanContext): ReadyRow {
  const reader = new RowReader('units', row, today);
  if (reader.get('id') === undefined) reader.bad('REQUIRED_MISSING', 'id');
  const id = reader.id('id', organisation.idPattern, '-');
  const parentId = reader.id('parent', organisation.idPattern, '-');
  const name = reader.required('name', 200);
  const level = reader.word('level', 'LEVEL_UNKNOWN', levelOf);
  const on =
    reader.get('on') === undefined
      ? (defaults?.on ?? reader.bad('REQUIRED_MISSING', 'on'))
      : reader.date('on');
  const decisionNo =
    reader.get('decisionNo') === undefined && defaults?.decisionNo !== undefined
      ? defaults.decisionNo
      : reader.required('decisionNo', 60);
  if (reader.findings.length > 0 || id === undefined || on === undefined)
    return { row: row.row, id, parentId, findings: reader.findings };
  const parent = parentId !== undefined && { parentId };
  return {
    row: row.row,
    id,
    parentId,
    findings: [],
    titles: row.titles,
    values: row.values,
    action: {
      workflow: 'organisation',
      command: 'found',
      input: { name, level, ...parent, on, decisionNo },
      on,
    },
  };
}
