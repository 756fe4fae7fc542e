const AREAS = ['ideology', 'ethics', 'criticism', 'people', 'duty', 'discipline', 'unity'];

/** A deed with everything the rules ask for, unless changed. */
export const deed = (content: string, change: object = {}) => ({
  ...{ area: 'people', content, measure: 'số hộ được giúp', target: '4 hộ' },
  ...{ deadline: '2026-11-30', evidence: 'confirmation' },
  ...change,
});

/** A registration with these deeds, or with two. */
export const formOf = (
  deeds: readonly object[] = [
    deed('Giúp hộ nghèo sửa nhà', { key: 'd1' }),
    deed('Giải quyết hồ sơ đúng hẹn', { key: 'd2', area: 'duty' }),
  ],
) => ({
  deeds,
  areas: AREAS.map((area) => ({ area, text: 'Thực hiện nghiêm túc' })),
  personalPlan: 'Nêu gương trong công việc được giao',
});
