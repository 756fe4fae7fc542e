import type { Story } from './story.js';

export interface SessionPlan {
  readonly unitId: string;
  /** The day on which everything happens. */
  readonly on: string;
  readonly chairId: string;
  readonly recorderId: string;
  /** Who concludes the head's item: the head cannot. */
  readonly secondId: string;
  readonly attendees: readonly string[];
  /** What was found in the collective, and when each remedy is due. */
  readonly found?: readonly { readonly id: string; readonly due: string }[];
}

const yearOf = (day: string): string => day.slice(0, 4);

/** A whole session of a unit, collective and head, up to its conclusion, given to the engine. */
export async function heldSession(story: Story, plan: SessionPlan): Promise<string> {
  const { unitId, on, chairId, recorderId, secondId } = plan;
  const id = `${unitId}-${yearOf(on)}`;
  const step = (command: string, input: object, who = chairId) =>
    story.before('criticism-session', id, command, { ...input, on }, who);
  const review = (subjectId: string, kind: string) =>
    step('fileSelfReview', { subjectId, kind, sections: [{ key: 's1', text: 'Tự kiểm điểm' }] });
  await step('plan', {
    ...{ chairId, recorderId, place: 'Nhà văn hóa' },
    subjects: [
      { subjectId: unitId, role: 'collective' },
      { subjectId: chairId, role: 'head' },
    ],
  });
  await review(unitId, '01');
  await review(chairId, '2a');
  const sent = `${Number(yearOf(on))}-01-02`;
  await story.before('criticism-session', id, 'sendMaterials', { on: sent }, chairId);
  await step('open', { at: '07:30' });
  const entries = plan.attendees.map((memberId) => ({ memberId, presence: 'present' }));
  await step('recordAttendance', { entries });
  for (const [subjectId, judge] of [
    [unitId, chairId],
    [chairId, secondId],
  ] as const) {
    await step('openItem', { subjectId });
    await step('offerResponse', { subjectId });
    await step('recordResponse', { subjectId, text: 'Tiếp thu' });
    const found = subjectId === unitId ? (plan.found ?? []) : [];
    const conclusion = {
      ...{ subjectId, text: 'Hoàn thành nhiệm vụ' },
      shortcomings: found.map(({ id: key }) => ({
        ...{ id: key, area: 'people', severity: 'minor', cause: 'Ngại khó', text: 'Ít gặp dân' },
      })),
      remedies: found.map(({ id: key, due }) => ({
        ...{ id: `r-${key}`, shortcomingId: key, ownerId: chairId, measure: 'Gặp từng hộ', due },
      })),
    };
    await step('concludeItem', conclusion, judge);
  }
  await step('conclude', { at: '17:00' });
  return id;
}
