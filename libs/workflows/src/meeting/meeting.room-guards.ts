import { guard, reason } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type * as inputs from './meeting.commands.js';
import type { MeetingState } from './meeting.state.js';

interface At<Input> {
  state: Readonly<MeetingState>;
  input: Input;
}

export const itemIsOnAgenda = guard<At<{ itemKey: string }>>(
  'AGENDA_ITEM_UNKNOWN',
  ({ state, input: { itemKey } }) =>
    state.agenda.some(({ key }) => key === itemKey)
      ? []
      : [reason('AGENDA_ITEM_UNKNOWN', { key: itemKey }, 'itemKey')],
);

const isNew = (list: 'discussion' | 'merits') =>
  guard<At<{ id: string }>>('ENTRY_TWICE', ({ state, input: { id } }) =>
    state[list].some((entry) => entry.id === id) ? [reason('ENTRY_TWICE', { id }, 'id')] : [],
  );
export const entryIsNew = isNew('discussion');
export const meritIsNew = isNew('merits');

/** Nobody speaks who is not there; the list comes first. */
export const speakerIsPresent = guard<At<inputs.RecordDiscussion>>(
  ['ATTENDANCE_MISSING', 'SPEAKER_NOT_PRESENT'],
  ({ state: { record, others }, input: { speakerId } }) => {
    if (record.attendance === undefined) return [reason('ATTENDANCE_MISSING')];
    const isThere =
      others.includes(speakerId) ||
      record.attendance.entries.some(
        ({ memberId, presence }) => memberId === speakerId && presence === 'present',
      );
    return isThere ? [] : [reason('SPEAKER_NOT_PRESENT', undefined, 'speakerId')];
  },
);

export const reviewsSomebody = guard<At<inputs.ReviewRegisteredContent>>(
  'MEMBERS_MISSING',
  ({ input: { memberIds } }) =>
    memberIds?.length === 0 ? [reason('MEMBERS_MISSING', undefined, 'memberIds')] : [],
);

/** A merit is of the cell's own people, of the cell, or of a unit right below it. */
export const meritIsOfUnit = guard<
  At<inputs.NoteMerit> & {
    needs: { member: MembershipView | undefined; subjectUnit: OrgUnitView | undefined };
  }
>('SUBJECT_NOT_OF_UNIT', ({ state: { unitId }, input, needs: { member, subjectUnit } }) => {
  const belongs =
    input.subjectKind === 'member'
      ? member?.active === true && member.unitId === unitId
      : subjectUnit !== undefined && [subjectUnit.unitId, subjectUnit.parentId].includes(unitId);
  return belongs ? [] : [reason('SUBJECT_NOT_OF_UNIT', undefined, 'subjectId')];
});

export const ownerIsMember = guard<{ needs: { owner: MembershipView | undefined } }>(
  'OWNER_NOT_MEMBER',
  ({ needs: { owner } }) =>
    owner?.active === true ? [] : [reason('OWNER_NOT_MEMBER', undefined, 'ownerId')],
);
