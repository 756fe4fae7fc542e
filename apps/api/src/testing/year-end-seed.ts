import { randomUUID } from 'node:crypto';
import type { Guong } from '#libs/assembly';

/** What is proposed in ward xa-b for 2025: of two rated good, nobody may be the best. */
const PROPOSALS = [
  { memberId: 'm.khai', unitId: 'chi-bo-1', rating: 'excellent' },
  { memberId: 'm.lan', unitId: 'chi-bo-1', rating: 'excellent' },
  { memberId: 'm.minh', unitId: 'chi-bo-2', rating: 'good' },
  { memberId: 'm.tam', unitId: 'chi-bo-2', rating: 'good' },
] as const;
const YEAR = 2025;
const AT = '2026-01-12T02:00:00.000Z';
const NO_BASIS = {
  ...{ session: null, reviews: [], reviewsDue: 4 },
  ...{ commitment: null, shortcomings: 0, unremedied: 0 },
};

/**
 * On top of `seedSmall`: four ratings of 2025, rated by themselves and proposed, on the list of
 * ward xa-b. They stand in the log as facts; what led to them (a session, a ballot) is left out.
 */
export async function seedYearEnd({ store, settled }: Guong): Promise<void> {
  for (const { memberId, unitId, rating } of PROPOSALS) {
    const of = {
      ...{ subjectKind: 'member', subjectId: memberId, memberId, unitId },
      ...{ listId: `xa-b-${YEAR}`, year: YEAR },
    };
    const stream = `rating-member.${memberId}-${YEAR}`;
    const meta = {
      ...{ schemaVersion: 1, workflow: 'classification', definitionVersion: 1 },
      ...{ policy: 'system', occurredAt: AT, commandHash: 'seed', rulePack: 'vn-2021' },
    };
    const fact = (type: string, actor: string, data: object) => {
      const commandId = `seed/${randomUUID()}`;
      const ids = { id: randomUUID(), commandId, correlationId: commandId };
      return { ...meta, ...ids, type, actor, data: { ...of, ...data } };
    };
    await store.append(stream, 'none', [
      fact('SelfRated', memberId, { rating: 'good', by: memberId }),
      fact('RatingProposed', 'm.sau', {
        ...{ rating, basis: NO_BASIS, disciplined: false },
        cap: { base: 2, allowed: 0, excellent: 2, exceeded: true },
      }),
    ]);
  }
  await settled();
}
