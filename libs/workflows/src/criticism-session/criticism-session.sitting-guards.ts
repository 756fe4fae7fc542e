import { addDays, type Attendee, guard, reason } from '#libs/kernel';
import type { RulePack } from '../rules/index.js';
import type { CriticismSessionState } from './criticism-session.state.js';

interface Here {
  readonly state: Readonly<CriticismSessionState>;
}

/** Whoever is to judge others has had the papers for as many days as the pack asks. */
export const materialsInTime = guard<
  Here & { readonly input: { readonly on: string }; readonly needs: { readonly rules: RulePack } }
>('MATERIALS_TOO_LATE', ({ state, input: { on }, needs: { rules } }) => {
  const earliest = addDays(state.materialsOn!, rules.criticism.materialsDays);
  return on >= earliest ? [] : [reason('MATERIALS_TOO_LATE', { earliest }, 'on')];
});

/** No later act is dated before an earlier one of the same sitting. */
export const afterOpening = guard<
  Here & { readonly input: { readonly on: string; readonly at: string } }
>('DATE_ORDER', ({ state, input: { on, at } }) => {
  const last = state.sittings.at(-1);
  const now = `${on}T${at}`;
  return last === undefined || now >= (last.to ?? last.from) ? [] : [reason('DATE_ORDER')];
});

/**
 * Everybody heard is on the list, present or not, so that no quorum is made by leaving people out;
 * others only when they belong to the unit, so that none is made by bringing people in.
 */
export const everybodyListed = guard<
  Here & {
    readonly input: { readonly entries: readonly { readonly memberId: string }[] };
    readonly needs: { readonly attendees: ReadonlyMap<string, Attendee> };
  }
>(['SUBJECT_NOT_LISTED', 'ATTENDEE_NOT_EXPECTED'], ({ state, input: { entries }, needs }) => {
  const heard = state.items
    .filter(({ role }) => role !== 'collective')
    .map(({ subjectId }) => subjectId);
  const listed = entries.map(({ memberId }) => memberId);
  return [
    ...heard
      .filter((id) => !listed.includes(id))
      .map((subject) => reason('SUBJECT_NOT_LISTED', { subject }, 'entries')),
    ...listed.flatMap((id, index) =>
      heard.includes(id) || needs.attendees.get(id)?.unitId === state.keeperId
        ? []
        : [reason('ATTENDEE_NOT_EXPECTED', undefined, `entries[${index}].memberId`)],
    ),
  ];
});
