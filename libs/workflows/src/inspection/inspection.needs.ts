import { type NeedSource, statesOf } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';

type Members = ReadonlyMap<string, MembershipView>;
export type Units = ReadonlyMap<string, OrgUnitView>;

const strings = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((id): id is string => typeof id === 'string') : [];
const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Ids of the units and members that the input names: a plan's, a warrant's, a finding's. */
const named = ({ input }: Pick<NeedSource, 'input'>, kind: 'unit' | 'member'): string[] => {
  const list = kind === 'unit' ? 'unitIds' : 'memberIds';
  const subject = input['subjectKind'] === kind ? [input['subjectId']] : [];
  return strings([...strings(input[list]), ...strings(fieldsOf(input['scope'])[list]), ...subject]);
};

const team = ({ input }: Pick<NeedSource, 'input'>): string[] =>
  Array.isArray(input['team'])
    ? strings(input['team'].map((one) => fieldsOf(one)['memberId']))
    : [];

export const teamMembers = statesOf<MembershipView>('membership', 'team', team);
const members = statesOf<MembershipView>('membership', 'subjects', (source) =>
  named(source, 'member'),
);
const level0 = statesOf<OrgUnitView>('organisation', 'subjects', (source) => [
  ...named(source, 'unit'),
  ...[...(source.needs['members'] as Members).values()].flatMap(({ unitId }) => unitId ?? []),
]);
const above = (below: string) =>
  statesOf<OrgUnitView>('organisation', `above ${below}`, ({ needs }) =>
    [...(needs[below] as Units).values()].flatMap(({ parentId }) => parentId ?? []),
  );

/** The subjects with the units above them: cell, base, ward, province and what stands above. */
export const SUBJECTS = {
  members,
  level0,
  level1: above('level0'),
  level2: above('level1'),
  level3: above('level2'),
  level4: above('level3'),
};

/** What `SUBJECTS` resolves to. */
export type Subjects = { readonly members: Members } & Readonly<
  Record<Exclude<keyof typeof SUBJECTS, 'members'>, Units>
>;

/** The unit and those above it, nearest first, as far as they are known. */
export function lineOf(unitId: string | undefined, needs: Subjects): string[] {
  const line: string[] = [];
  const levels = [needs.level0, needs.level1, needs.level2, needs.level3, needs.level4];
  for (let up = unitId; up !== undefined && !line.includes(up);) {
    const unit: OrgUnitView | undefined = levels.map((level) => level.get(up!)).find(Boolean);
    if (unit === undefined) break;
    line.push(up);
    up = unit.parentId ?? undefined;
  }
  return line;
}
