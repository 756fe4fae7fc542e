import { coversYear, type InspectionWarrant, isInForce, warrantsOf } from './warrant.js';

const stream: InspectionWarrant = {
  warrantId: 'kt-7',
  scope: { unitIds: ['kp4'], memberIds: ['khai'], from: '2023-07-01', until: '2025-06-30' },
  team: [{ memberId: 'nam' }, { memberId: 'hung' }],
  validFrom: '2026-02-01',
  expires: '2026-11-30',
  endedOn: undefined,
};

describe('what an inspection’s stream says of its warrant', () => {
  it('is one leave for each of the team', () => {
    const leave = {
      unitIds: ['kp4'],
      memberIds: ['khai'],
      from: '2026-02-01',
      until: '2026-11-30',
      period: { from: '2023-07-01', until: '2025-06-30' },
      inspectionId: 'kt-7',
      warrantId: 'kt-7',
    };
    expect(warrantsOf('kt-7', stream)).toEqual([
      { personId: 'nam', ...leave },
      { personId: 'hung', ...leave },
    ]);
  });

  it('is none while there is only a plan', () =>
    expect(warrantsOf('kt-7', { ...stream, scope: undefined })).toEqual([]));

  it.each([
    ['2026-01-31', {}, false],
    ['2026-02-01', {}, true],
    ['2026-11-30', {}, true],
    ['2026-12-01', {}, false],
    ['2026-12-01', { expires: '2026-12-31' }, true],
    ['2026-05-01', { endedOn: '2026-05-01' }, false],
    ['2026-05-01', { validFrom: undefined }, false],
  ])('on %s with %j in force: %s', (day, said, expected) =>
    expect(isInForce({ ...stream, ...said }, day)).toBe(expected),
  );

  it.each([
    [2022, false],
    [2023, true],
    [2025, true],
    [2026, false],
    [undefined, true],
  ])('covers what is about %s: %s', (year, expected) => {
    expect(coversYear(warrantsOf('kt-7', stream)[0]!, year)).toBe(expected);
    expect(coversYear({}, year)).toBe(true);
  });
});
