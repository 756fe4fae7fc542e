const DEEDS = [
  {
    area: 'duty',
    content: 'Giải quyết hồ sơ của dân đúng hẹn',
    measure: 'tỷ lệ đúng hẹn',
    target: '98 %',
    deadline: '2026-11-30',
    evidence: 'report',
  },
  {
    area: 'people',
    content: 'Giúp hai hộ thoát nghèo',
    measure: 'số hộ',
    target: '2',
    deadline: '2026-12-15',
    evidence: 'confirmation',
  },
] as const;

const AREAS = ['ideology', 'ethics', 'criticism', 'people', 'duty', 'discipline', 'unity'];

/** A registration that every rule pack accepts, for 2026. */
export const FORM = {
  deeds: DEEDS,
  areas: AREAS.map((area) => ({ area, text: 'Thực hiện nghiêm túc' })),
};

/** The form with another number of deeds, or with the second deed changed. */
export const formWith = (change: { readonly deeds?: number; readonly deed?: object }) => {
  const more = { ...DEEDS[0], content: 'Đọc sách hằng tuần' };
  const most = { ...DEEDS[0], content: 'Trồng cây đầu xuân' };
  const deeds = [...DEEDS, more, most].slice(0, change.deeds ?? 2);
  return {
    ...FORM,
    deeds: deeds.map((deed, index) => (index === 1 ? { ...deed, ...change.deed } : deed)),
  };
};
