import { canonicalJson } from '#libs/kernel';

/** About 330 bytes of data and 280 of metadata, as design section 9 measures. */
export const SAMPLE_DATA = canonicalJson({
  memberId: 'bk.001234',
  year: 2026,
  countedUnitId: 'bac-kan.h3.x12.c1',
  unitId: 'bac-kan.h3.x12.c1',
  counts: { deeds: 3, specific: 3, withinLimits: true },
  leader: false,
  personalPlan: false,
  minutesNo: '03-BB/CB',
  deeds: [1, 2, 3].map((n) => ({ key: `d${n}`, area: 'duty', evidence: 'report' })),
});

export const SAMPLE_META = canonicalJson({
  actor: 'bk.000017',
  capacity: { office: 'secretary', unit: 'bac-kan.h3.x12.c1' },
  commandHash: 'Jk3b0yS9H1cQm1mXo0mYw4Yk1l2v3n4b5c6d7e8f9g0',
  commandId: '5f0c2b1e-7f59-4c5e-9d53-0c9f1f8f2a11',
  occurredAt: '2026-03-20T02:11:09.123Z',
  policy: 'all(any(holds(secretary,unitId)),not(is(memberId)))',
  rulePack: 'vn-2026',
});
