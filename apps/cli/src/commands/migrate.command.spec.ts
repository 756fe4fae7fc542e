import { dryRun, fold } from '#libs/kernel';
import { petition, recordedFacts } from '#libs/kernel/testing';
import { rendered } from './migrate.command.js';

const filed = { type: 'PetitionFiled', data: { unitId: 'kp4', authorId: 'khai' } };
const parked = { type: 'PetitionParked', data: { on: '2026-01-10' } };
const clocks = [{ clock: 'reading', due: '2026-02-01' }];
const plan = dryRun(petition, 2, [
  fold(petition, 'a', recordedFacts([{ ...filed, clocks }])),
  fold(petition, 'b', recordedFacts([filed, parked])),
]);

describe('what a person reads of a migration', () => {
  it('in English, of a dry run', () =>
    expect(rendered(plan, undefined, 'en').split('\n')).toEqual([
      'Petition: 2 records follow an older version',
      '  filed → filed: 1',
      'Stranded (1):',
      '  b: parked (v1)',
      'Deadlines lost (1):',
      '  a: reading, 2026-02-01',
      'Buttons gained (3):',
      '  Author: withdraw (1)',
      '  The secretary: review (1)',
      '  The system: migrate to a newer definition (1)',
      'Buttons lost (2):',
      '  The secretary: park (1)',
      '  The secretary: read (1)',
      'Dry run: nothing was written.',
    ]));

  it('in Vietnamese, of a run that could not take everybody along', () => {
    const params = { state: 'parked', from: 1, to: 2 };
    const refused = [{ id: 'b', reasons: [{ code: 'MIGRATION_STRANDED', params }] }];
    const lines = rendered(plan, { migrated: 1, refused }, 'vi').split('\n');
    expect(lines).toContain('Đã chuyển: 1');
    expect(lines.at(-1)).toBe(
      '  b: Ở trạng thái «parked», hồ sơ không có đường sang bản 2 của quy trình.',
    );
  });
});
