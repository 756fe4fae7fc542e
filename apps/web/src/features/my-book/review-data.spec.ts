import { partsOf } from './review-data.js';

describe('the id of a review', () => {
  it.each([
    ['m.khai-2026-03', { memberId: 'm.khai', period: '2026-03', before: 'm.khai-2026-02' }],
    ['m.khai-2026-01', { memberId: 'm.khai', period: '2026-01', before: 'm.khai-2025-12' }],
    ['m.khai-2026-q1', { memberId: 'm.khai', period: '2026-q1', before: 'm.khai-2025-q4' }],
    ['m.khai-2026-q3', { memberId: 'm.khai', period: '2026-q3', before: 'm.khai-2026-q2' }],
  ])('%s', (id, parts) => {
    expect(partsOf(id)).toMatchObject(parts);
  });

  it.each(['m.khai-2026', 'm.khai-2026-13', 'm.khai-2026-q5', ''])('is not %s', (id) => {
    expect(partsOf(id)).toBeUndefined();
  });
});
