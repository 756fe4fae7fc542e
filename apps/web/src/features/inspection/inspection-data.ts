import type { FindingItem } from '../../api/cycle-types.js';

/** What the room reads of an inspection's record. */
export interface InspectionData {
  unitId?: string;
  kind?: string;
  year?: number;
  scope?: { unitIds: string[]; memberIds: string[]; from: string; until: string };
  team: { memberId: string; role: string }[];
  validFrom?: string;
  expires?: string;
  endedOn?: string;
  findings: RaisedFinding[];
  /** `member:khai`, `unit:kp4`. */
  heard: string[];
  followUps: FollowUp[];
}

export interface RaisedFinding {
  id: string;
  ruleId: string;
  subjectKind: 'member' | 'unit';
  subjectId: string;
  authorId?: string;
  retracted?: true;
}

export interface FollowUp {
  id: string;
  ownerId?: string;
  due?: string;
  status: string;
}

/** The data with empty lists where the record has none, or none for this reader. */
export const dataOf = (data: Record<string, unknown>): InspectionData => {
  const list = <Line>(name: string): Line[] => {
    const value = data[name];
    return Array.isArray(value) ? (value as Line[]) : [];
  };
  return {
    ...(data as Omit<InspectionData, 'team' | 'findings' | 'heard' | 'followUps'>),
    team: list('team'),
    findings: list('findings'),
    heard: list('heard'),
    followUps: list('followUps'),
  };
};

/** Most years looked through at once. */
const YEARS_MAX = 6;

/** The years of the period inspected, the last ones if there are many. */
export const yearsOf = ({ from, until }: { from: string; until: string }): number[] => {
  const first = Number(from.slice(0, 4));
  const last = Number(until.slice(0, 4));
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return all.slice(-YEARS_MAX);
};

/** Days from one ISO date to another; negative once it is past. */
export const daysLeft = (today: string, expires: string): number =>
  Math.round((Date.parse(expires) - Date.parse(today)) / 86_400_000);

/** Whom a computed finding is about. */
export const subjectOf = ({
  memberId,
  unitId,
}: Pick<FindingItem, 'memberId' | 'unitId'>): Pick<RaisedFinding, 'subjectKind' | 'subjectId'> =>
  memberId === null
    ? { subjectKind: 'unit', subjectId: unitId }
    : { subjectKind: 'member', subjectId: memberId };

/** Whether the same fault of the same subject has been raised and stands. */
export const isRaised = (raised: readonly RaisedFinding[], finding: FindingItem): boolean => {
  const { subjectKind, subjectId } = subjectOf(finding);
  return raised.some(
    (one) =>
      one.retracted !== true &&
      one.ruleId === finding.ruleId &&
      one.subjectKind === subjectKind &&
      one.subjectId === subjectId,
  );
};
