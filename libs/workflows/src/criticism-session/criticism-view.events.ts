import type { Attendance, Obligation } from '#libs/kernel';
import type { SessionShortcoming, Subject } from './criticism-codes.events.js';

/** What other workflows may know of a session. */
export interface CriticismSessionView {
  readonly unitId: string;
  readonly year: number;
  readonly round: number;
  readonly subjects: readonly Subject[];
  /** Concluded in its latest round, whatever came after; false again once a redo is ordered. */
  readonly closedOrConcluded: boolean;
  readonly attendance: Attendance | undefined;
  /** Of the latest round. */
  readonly shortcomings: readonly SessionShortcoming[];
  /** Of all rounds; `basis` is the id of the shortcoming. */
  readonly remedies: readonly Obligation[];
  /** Remedies that will not be done for an accepted reason, by id. */
  readonly explained: readonly string[];
}

/** Official members present, who vote on the minutes and in the ballot on ratings. */
export const presentVoters = ({ attendance }: Pick<CriticismSessionView, 'attendance'>): string[] =>
  (attendance?.entries ?? [])
    .filter(({ presence, votes }) => votes && presence === 'present')
    .map(({ memberId }) => memberId);

/** Remedies of the subject's shortcomings (latest round) that are neither done nor explained. */
export const openRemediesOf = (view: CriticismSessionView, subjectId: string): Obligation[] => {
  const found = view.shortcomings.filter((one) => one.subjectId === subjectId).map(({ id }) => id);
  return view.remedies.filter(
    ({ id, basis, status }) =>
      basis !== undefined &&
      found.includes(basis) &&
      status !== 'done' &&
      !view.explained.includes(id),
  );
};
