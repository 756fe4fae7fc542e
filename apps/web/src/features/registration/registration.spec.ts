import type { FormContent, RegistrationPage } from '../../api/types.js';
import { changesBetween } from './changes.js';
import { restored } from './draft.js';
import { contentOf, emptyDeed, fieldOf, valuesOf } from './form-values.js';

const page = (form: FormContent | null = null): RegistrationPage => ({
  memberId: 'm.khai',
  memberName: 'Trần Minh Khải',
  year: 2026,
  unitId: 'chi-bo-1',
  rules: {
    areas: [
      { code: 'ideology', vi: 'Tư tưởng', en: 'Ideology' },
      { code: 'ethics', vi: 'Đạo đức', en: 'Ethics' },
      { code: 'unity', vi: 'Đoàn kết', en: 'Unity' },
    ],
    deeds: { min: 2, max: 3 },
    needs: ['measure'],
    window: { from: '2026-01-01', to: '2026-03-31' },
    evidenceKinds: ['report'],
  },
  leader: false,
  shortcomings: [
    { id: 's1', area: 'duty', text: 'Chậm' },
    { id: 's2', area: 'people', text: 'Ít đến dân' },
  ],
  form,
  remarks: [],
  state: 'draft',
  revision: null,
  actions: [],
});

describe('the fields of a registration', () => {
  it('starts with as many empty deeds as the rules ask at least', () => {
    expect(valuesOf(page()).deeds.map((deed) => deed.key)).toEqual(['d1', 'd2']);
  });

  it('never gives a new deed the key of another', () => {
    const deeds = [{ key: 'd1' }, { key: 'd3' }];
    expect(emptyDeed(deeds).key).toBe('d4');
    expect(emptyDeed([{ key: 'd2' }]).key).toBe('d3');
  });

  it('sends what was typed and leaves out what was left blank', () => {
    const values = valuesOf(page());
    values.deeds[0] = { ...emptyDeed([]), area: 'duty', content: ' Đọc sách ', measure: '  ' };
    values.areas[1] = { area: 'ethics', notApplicable: true, text: 'cũ' };
    values.areas[2] = { area: 'unity', notApplicable: false, text: ' Giữ đoàn kết ' };
    expect(contentOf(values)).toEqual({
      deeds: [{ key: 'd1', area: 'duty', content: 'Đọc sách' }, { key: 'd2' }],
      areas: [{ area: 'ethics' }, { area: 'unity', text: 'Giữ đoàn kết' }],
    });
  });

  it('gives back what the server has, unchanged', () => {
    const form: FormContent = {
      deeds: [
        { key: 'a', area: 'ethics', content: 'Một', measure: 'số', deadline: '2026-05-01' },
        { key: 'b', area: 'unity', content: 'Hai', shortcomingId: 's1' },
      ],
      areas: [{ area: 'ideology', text: 'Vững' }, { area: 'ethics' }],
      justifications: [{ shortcomingId: 's2', text: 'Chờ lớp học' }],
    };
    expect(contentOf(valuesOf(page(form)))).toEqual(form);
  });
});

describe('the line a refusal concerns', () => {
  const values = valuesOf(page());
  values.areas[2] = { area: 'unity', notApplicable: true, text: '' };
  values.justifications[1] = { shortcomingId: 's2', text: 'vì' };

  it.each([
    ['deeds[1].measure', undefined, 'deeds.1.measure'],
    ['deeds', { min: 2, actual: 1 }, 'deeds'],
    ['personalPlan', undefined, 'personalPlan'],
    ['areas', { area: 'ethics' }, 'areas.1.text'],
    // Only one area was sent: the server's first is the third on screen.
    ['areas[0].text', undefined, 'areas.2.text'],
    ['areas', { area: 'nowhere' }, 'areas'],
    ['justifications', { shortcomingId: 's2' }, 'justifications.1.text'],
    ['justifications', undefined, 'justifications.0.text'],
    ['justifications[0].text', undefined, 'justifications.1.text'],
    [undefined, undefined, ''],
  ])('%p %p is the field %p', (path, params, field) => {
    expect(fieldOf(path, params, values)).toBe(field);
  });
});

describe('what was typed before', () => {
  it('comes back, also when the rules have changed since', () => {
    const typed = valuesOf(page());
    typed.areas = [{ area: 'ethics', notApplicable: false, text: 'Trong sáng' }];
    typed.personalPlan = 'Đi đầu';
    const back = restored({ values: typed, savedAt: '2026-03-02T01:00:00Z' }, valuesOf(page()));
    expect(back.areas.map((line) => line.text)).toEqual(['', 'Trong sáng', '']);
    expect(back.personalPlan).toBe('Đi đầu');
    expect(back.justifications.map((line) => line.shortcomingId)).toEqual(['s1', 's2']);
  });
});

describe('what changed on the server meanwhile', () => {
  it('names only the lines that differ', () => {
    const before: FormContent = { deeds: [{ key: 'a', area: 'duty', content: 'Cũ' }], areas: [] };
    const after: FormContent = {
      deeds: [{ key: 'a', area: 'duty', content: 'Mới', measure: 'số' }],
      areas: [],
    };
    expect(changesBetween(before, after)).toEqual([
      { path: 'deeds[1].content', before: 'Cũ', after: 'Mới' },
      { path: 'deeds[1].measure', before: '', after: 'số' },
    ]);
    expect(changesBetween(after, after)).toEqual([]);
  });
});
