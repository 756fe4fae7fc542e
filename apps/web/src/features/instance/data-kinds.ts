/** How a value is read. */
export type ValueKind =
  | 'member'
  | 'members'
  | 'unit'
  | 'units'
  | 'date'
  | 'yesNo'
  | 'number'
  | 'code'
  | 'codes'
  | 'texts'
  | 'lines'
  | 'group'
  | 'text';

const PEOPLE =
  'member|owner|chair|head|speaker|author|nominee|subject|actor|reporter|recorder|judge|by';
const MEMBER = new RegExp(`^(${PEOPLE})(Id)?s?$|(Member|Owner|Speaker|Author)Ids?$`);
const UNIT = /^(unit|parent|heir|host|sender|receiver|decidedAt|countedUnit)(Id)?s?$|UnitIds?$/;
const DATE = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/;
const CODE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
const MEMBER_ID = /^[a-z0-9]+(?:\.[a-z0-9]+)+$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function kindOfWord(name: string, value: string): ValueKind {
  if (DATE.test(value)) return 'date';
  if (UNIT.test(name)) return 'unit';
  if (/Id$/.test(name) && MEMBER.test(name)) return 'member';
  if (MEMBER.test(name) && MEMBER_ID.test(value)) return 'member';
  return CODE.test(value) && !/(No|number|Id|key|title|name|text)$/i.test(name) ? 'code' : 'text';
}

const SEVERAL: Partial<Record<ValueKind, ValueKind>> = {
  member: 'members',
  unit: 'units',
  code: 'codes',
};

/** How a value is read, by its name and its shape. */
export function kindOfValue(name: string, value: unknown): ValueKind {
  if (typeof value === 'boolean') return 'yesNo';
  if (typeof value === 'number') return 'number';
  if (Array.isArray(value)) {
    if (!value.every((one) => typeof one === 'string'))
      return value.some(isRecord) ? 'lines' : 'texts';
    const kinds = new Set(value.map((one) => kindOfWord(name, one)));
    const [kind] = kinds;
    return (kinds.size === 1 && kind && SEVERAL[kind]) || 'texts';
  }
  if (isRecord(value)) return 'group';
  return kindOfWord(name, String(value));
}

/** What the workflow keeps for its own reckoning and no person asks for. */
const BOOKKEEPING = new Set([
  ...['key', 'shortcomingIds', 'commentIds', 'finalRevision', 'closedOrConcluded', 'counted'],
  ...[
    'leaderSpans',
    'plansFrom',
    'lastOn',
    'annulledRating',
    'quorum',
    'quorumRule',
    'quorumShare',
  ],
]);

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  value === 'none' ||
  (Array.isArray(value) && value.every(isEmpty)) ||
  (isRecord(value) && Object.values(value).every(isEmpty));

/** The fields worth showing, short ones first: a person reads the particulars before the lists. */
export function shownFields(data: Record<string, unknown>, ownId?: string): [string, unknown][] {
  const weight = (value: unknown): number =>
    Array.isArray(value) && value.some(isRecord) ? 2 : isRecord(value) ? 1 : 0;
  return Object.entries(data)
    .filter(([name, value]) => !BOOKKEEPING.has(name) && !isEmpty(value) && value !== ownId)
    .sort(([, a], [, b]) => weight(a) - weight(b));
}
