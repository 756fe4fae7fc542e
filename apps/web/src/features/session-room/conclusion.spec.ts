import { conclusionInput, emptyConclusion } from './conclusion.js';

const remedy = { id: 'r1', ownerId: 'm.khai', measure: ' Đi sớm ', due: '2027-01-31' };
const found = {
  id: 's1',
  area: 'discipline',
  severity: 'minor',
  text: 'Đi muộn',
  cause: 'Xa nhà',
  remedies: [remedy, { ...remedy, id: 'r2', measure: ' ' }],
};
const blank = { ...found, id: 's2', text: ' ', cause: '', remedies: [{ ...remedy, measure: '' }] };

describe('what is sent of a conclusion', () => {
  it('names with each remedy the shortcoming it mends, and leaves blanks out', () => {
    const form = { text: ' Hoàn thành tốt. ', shortcomings: [found, blank] };
    expect(conclusionInput(form, 'm.khai', '2026-12-05')).toEqual({
      subjectId: 'm.khai',
      on: '2026-12-05',
      text: 'Hoàn thành tốt.',
      shortcomings: [
        { id: 's1', area: 'discipline', severity: 'minor', cause: 'Xa nhà', text: 'Đi muộn' },
      ],
      remedies: [
        { id: 'r1', shortcomingId: 's1', ownerId: 'm.khai', measure: 'Đi sớm', due: '2027-01-31' },
      ],
    });
  });

  it('is only words where nothing was found', () => {
    expect(conclusionInput(emptyConclusion(), 'm.khai', '2026-12-05')).toMatchObject({
      shortcomings: [],
      remedies: [],
    });
  });
});
