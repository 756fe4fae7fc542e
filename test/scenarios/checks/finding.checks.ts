import { expect } from '@jest/globals';
import type { Check, Loaded } from '../loaded.fixtures.js';

const ID = 'phu-tho';

/** Faults found by rules and by the inspection. */
export const FINDING_CHECKS: Readonly<Record<string, Check>> = {
  async 'phu-tho: finding PLAN_GENERIC'(loaded, views) {
    const counts = new Map<string, { year: number; isVague: boolean }>();
    for (const type of ['RegistrationEndorsed', 'RegistrationAdjusted'] as const)
      for (const { stream, data } of loaded.events(type, ID))
        counts.set(stream, {
          year: data.year,
          isVague: data.counts.specific < data.counts.deeds,
        });
    const vague = [...counts].filter(([, { isVague }]) => isVague);
    await sameAs(loaded, views, 'PLAN_GENERIC', (year) =>
      vague.filter(([, one]) => one.year === year).map(([stream]) => stream),
    );
  },

  async 'phu-tho: finding NO_BREAKTHROUGH'(loaded, views) {
    const issued = loaded
      .events('PlanIssued', ID)
      .filter(({ data }) => data.kind === 'year' && !data.breakthrough);
    await sameAs(loaded, views, 'NO_BREAKTHROUGH', (year) =>
      issued.filter(({ data }) => data.fromYear === year).map(({ stream }) => stream),
    );
    inspected(loaded, 'NO_BREAKTHROUGH');
  },

  async 'phu-tho: finding NOT_IN_MONTHLY_MEETING'(loaded, views) {
    const reviewed = new Set(
      loaded.events('RegisteredContentReviewed', ID).map(({ stream }) => stream),
    );
    const held = loaded
      .events('MeetingHeld', ID)
      .filter(({ data, stream }) => data.kind !== 'study' && !reviewed.has(stream));
    await sameAs(loaded, views, 'NOT_IN_MONTHLY_MEETING', (year) =>
      held.filter(({ data }) => data.year === year).map(({ stream }) => stream),
    );
    inspected(loaded, 'NOT_IN_MONTHLY_MEETING');
  },
};

/** The findings of a rule that stand are those of a recount, each proven by its stream. */
async function sameAs(
  loaded: Loaded,
  { findings }: Parameters<Check>[1],
  rule: string,
  recounted: (year: number) => readonly string[],
): Promise<void> {
  for (const year of loaded.years(ID)) {
    const found = await findings.findings({
      ...{ unitIds: loaded.unitIds(ID), year, rule, openOnly: true, limit: 100_000 },
    });
    const byRule = found.filter(({ source }) => source === 'rule');
    const streams = byRule.map(({ events }) => events.at(-1)!.split('@')[0]!);
    const expected = recounted(year);
    expect(expected.length).toBeGreaterThan(0);
    expect([rule, year, streams.toSorted()]).toEqual([rule, year, expected.toSorted()]);
  }
}

/** The inspection raised the fault under its warrant, citing events that are on record. */
function inspected(loaded: Loaded, rule: string): void {
  const raised = loaded.events('FindingRaised', ID).filter(({ data }) => data.ruleId === rule);
  expect(raised.length).toBeGreaterThan(0);
  const [warrant] = loaded.events('WarrantIssued', ID);
  const ids = new Set(loaded.log.map(({ id }) => id));
  for (const { data, actor } of raised) {
    expect(warrant!.data.team.map(({ memberId }) => memberId)).toContain(actor);
    expect(data.eventIds.length).toBeGreaterThan(0);
    expect(data.eventIds.filter((id) => !ids.has(id))).toEqual([]);
  }
  const [closed] = loaded.events('InspectionClosed', ID);
  expect(closed!.data).toMatchObject({ followUps: 2, done: 2 });
}
