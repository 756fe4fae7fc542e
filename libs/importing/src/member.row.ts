import { createHmac } from 'node:crypto';
import { membership, type MemberStatus } from '#libs/workflows';
import type { TableRow } from './table.js';
import { RowReader } from './row.reader.js';
import type { PlanContext, ReadyRow } from './plan.types.js';
import type { UnitFinder } from './unit-finder.js';
import { fold } from './vietnamese-text.js';
import { statusOf } from './vocabulary.js';

interface Particulars {
  readonly fullName: string | undefined;
  readonly birthDate: string | undefined;
  readonly joinedOn: string | undefined;
  readonly on: string | undefined;
}

/** Reads one row of a list of members. */
export async function memberRow(
  row: TableRow,
  context: PlanContext,
  units: UnitFinder,
): Promise<ReadyRow> {
  const reader = new RowReader('members', row, context.today);
  const person = particulars(reader, context);
  const status =
    (reader.has('status') ? undefined : context.defaults?.status) ??
    reader.word('status', 'STATUS_UNKNOWN', statusOf);
  const unitId = await unitIdOf(reader, units);
  const id = idOfMember(reader, unitId, person, context.idKey ?? '');
  const { fullName, birthDate, joinedOn, on } = person;
  if (
    reader.findings.length > 0 ||
    id === undefined ||
    unitId === undefined ||
    status === undefined ||
    fullName === undefined ||
    on === undefined
  )
    return { row: row.row, id, findings: reader.findings };
  const input = admission({ unitId, status, fullName, birthDate, joinedOn, on });
  return {
    row: row.row,
    id,
    findings: [],
    titles: row.titles,
    values: row.values,
    action: { workflow: 'membership', command: 'admit', input, on },
  };
}

interface Admission extends Particulars {
  readonly unitId: string;
  readonly status: MemberStatus;
}

const admission = ({ birthDate, joinedOn, ...rest }: Admission): object => ({
  ...rest,
  ...(birthDate !== undefined && { birthDate }),
  ...(joinedOn !== undefined && { joinedOn }),
});

const particulars = (reader: RowReader, { defaults }: PlanContext): Particulars => {
  const birthDate = reader.date('birthDate');
  const admittedOn = reader.date('admittedOn');
  const joinedOn = reader.date('joinedOn') ?? admittedOn;
  const received = reader.date('receivedOn');
  const dated = reader.get('receivedOn') ?? reader.get('admittedOn');
  const on = received ?? admittedOn ?? defaults?.on;
  if (on === undefined && dated === undefined) reader.bad('REQUIRED_MISSING', 'receivedOn');
  if (birthDate !== undefined && joinedOn !== undefined && joinedOn <= birthDate)
    reader.bad('DATE_ORDER', 'birthDate');
  else if (birthDate !== undefined && on !== undefined && on <= birthDate)
    reader.bad('DATE_ORDER', 'birthDate');
  return { fullName: nameOf(reader), birthDate, joinedOn, on };
};

const nameOf = (reader: RowReader): string | undefined => {
  const [family, given] = [reader.get('familyName'), reader.get('givenName')];
  const field = reader.has('fullName') || given === undefined ? 'fullName' : 'givenName';
  const name =
    field === 'fullName' ? reader.required('fullName', 120) : [family, given].join(' ').trim();
  if (name === undefined) return undefined;
  return /^[\p{L}\p{M}][\p{L}\p{M}\s'’.\-()]*$/u.test(name) && name.length <= 120
    ? name
    : reader.bad('NAME_INVALID', field);
};

const unitIdOf = async (reader: RowReader, units: UnitFinder): Promise<string | undefined> => {
  const text = reader.required('unit', 200);
  if (text === undefined) return undefined;
  const found = await units.find(text);
  return 'id' in found ? found.id : reader.bad(found.code, 'unit');
};

/**
 * The id in the file, or one derived from unit, name and day of birth: the same person in the same
 * unit is the same member whenever the file is read. A keyed hash, so that nobody without the key
 * can find a name by trying.
 */
const idOfMember = (
  reader: RowReader,
  unitId: string | undefined,
  { fullName, birthDate }: Particulars,
  key: string,
): string | undefined => {
  if (reader.get('id') !== undefined) return reader.id('id', membership.idPattern, '.');
  if (unitId === undefined || fullName === undefined) return undefined;
  // Two of the same name in one cell are not rare; without the birth date one would be lost.
  if (birthDate === undefined)
    return reader.get('birthDate') === undefined ? reader.bad('ID_OR_BIRTH_DATE', 'id') : undefined;
  const content = JSON.stringify([unitId, fold(fullName), birthDate]);
  return `p${createHmac('sha256', key).update(content).digest('hex').slice(0, 24)}`;
};
